"""Limits that are somebody else's: run into, asked about, lifted, or not."""

from negotiator.game.speech.bank.page import Bank, spoken
from negotiator.game.speech.situations import Mood, Situation

LIMITS: Bank = spoken(
    {
        Situation.BARRED: {
            Mood.COLD: """
                "That is not mine to grant." {reason}
                {reason} "I can't sign what doesn't belong to me."
                "You would have to go to {who} for that." {reason}
                The page is handed back. "I'm not permitted to." {reason}
                "{term}: there I have no say." {reason}
                "It isn't a matter of persuading me." {reason} "It's for {who} to decide."
                """,
            Mood.PLAIN: """
                "It's not that I won't." {reason} "I can't move that from this chair."
                The pen stops above the line. "{term}. That one isn't mine." {reason}
                "I could say yes, and it wouldn't be worth the ink." {reason}
                "Save your breath for somebody else on that." {reason} "You'd want {who}."
                {reason} "I don't hold that key. {who} might."
                "You've walked into a wall, and I didn't build it." {reason}
                """,
            Mood.WARM: """
                "I'd give it to you, and then I'd get a telephone call." {reason}
                A wince, quickly put away. "{term}. I can't, and I'm sorry it's for a dull reason." {reason}
                "I know. I'd have asked, too." {reason} "But that sits with {who}."
                "There's a ceiling over my own head, you know." {reason}
                "Ask me for something I own." It is said kindly. {reason}
                "I could let you think I'd decided it." {reason} "I didn't. You'd have to look to {who}."
                """,
        },
        Situation.FULL_LIMIT: {
            Mood.COLD: """
                {reason} "You may put it to {who}. Whether it would be heard is another question."
                "There's an order to these things." {reason} "It ends with {who}."
                "With {who}, and with nobody here." {reason}
                "It is written down, so I may as well say it." {reason}
                """,
            Mood.PLAIN: """
                "I can tell you whose it is." {reason} "Not mine. You'd need {who}."
                {reason} "A yes would have to come from {who}. And it would want a reason."
                A glance at the door. "That's a walk down the hall, to {who}." {reason}
                "People usually just curse at it." {reason} "It would take {who} to move it."
                "It has never moved for the asking, that I've seen." {reason}
                """,
            Mood.WARM: """
                "I'll tell you how it works, since nobody told me." {reason} "In the end it's down to {who}."
                A quick sketch on the back of the page, boxes and a line. "There. That's {who}." {reason}
                "It isn't a law of nature, it only feels like it." {reason} "Try {who}. Or ask me to try."
                "I've stood in front of that door myself." {reason} "It opens from the inside, and inside \
                is {who}."
                "I ought to have told you at the start." {reason}
                """,
        },
        Situation.LIFTED: {
            Mood.COLD: """
                "I have asked. The restriction no longer applies to you."
                "It has been lifted. I'd be obliged if you didn't mention how."
                "I have it from {who}. You may take it as removed."
                {reason} "So it was. An exception has been made."
                """,
            Mood.PLAIN: """
                "I went and asked." There are initials on the page. "It's out of your way."
                "Well, that's settled. I have it from {who}."
                {reason} "Not for you, as of now."
                "I carried it over and came back with a yes. I was as surprised as you are."
                """,
            Mood.WARM: """
                You can see it before it is said. "We got it. You can stop looking at that wall."
                "I spoke to {who}. I was rather good, I think. It's lifted."
                "It's gone. You don't owe me for it. You might bring me a coffee."
                {reason} "That was before I went in there and argued. It's lifted."
                """,
        },
        Situation.NOT_LIFTED: {
            Mood.COLD: """
                "No. It stays as it is." {reason}
                "That remains closed, and I'd ask you to leave it so."
                {reason} "I'm not able to tell you anything else."
                "There'll be no exception. I see no use in discussing who might have made it."
                """,
            Mood.PLAIN: """
                "It's a no, and I'd sooner say it quickly." {reason}
                "That stays shut. Let's work with what's open."
                {reason} "I have nothing better for you on that."
                "No. If it's ever to move, {who} would have to want it moved, and that isn't today."
                """,
            Mood.WARM: """
                "I'm sorry. It's no." {reason} "I didn't want you to get that in a message."
                "It isn't going to happen, and I don't have a clever way to say it." {reason}
                "No. I could put it on {who}, but you'd see me do it."
                "I'd been looking forward to bringing you other news than that. It's no."
                """,
        },
    }
)
