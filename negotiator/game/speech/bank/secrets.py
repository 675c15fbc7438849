"""Things one knows about the house: told, or nearly."""

from negotiator.game.speech.bank.page import Bank, spoken
from negotiator.game.speech.situations import Mood, Situation

SECRETS: Bank = spoken(
    {
        Situation.FULL_FACT: {
            Mood.COLD: """
                "You will hear it from somebody, so it may as well be me." {fact}
                "For completeness, then." {fact}
                It is stated like an entry in a register. {fact}
                "I don't see why you shouldn't know." {fact} "I would ask you to be discreet."
                """,
            Mood.PLAIN: """
                "All right, you'd better know." {fact}
                A look at the door first. "You didn't hear it from me." {fact}
                {fact} It is said to the table, and rather fast.
                "I've wondered whether anybody was going to ask." {fact}
                "That's the trouble with a good question." {fact}
                """,
            Mood.WARM: """
                "Sit back a minute." {fact} "I don't tell that to people."
                "I was hoping you wouldn't ask, and I'm glad you did." {fact}
                There is a false start, and then it comes. {fact}
                {fact} "There. I've been carrying that around for a while."
                """,
        },
        Situation.PART_FACT: {
            Mood.COLD: """
                You bring up {topic}. "There is something, yes. Not for today."
                You come to {topic}, and the manner becomes very polite. "Another time, perhaps."
                "I know what you mean." Nothing further is said about {topic}.
                The mention of {topic} gets a short look. "I'd rather not go into it."
                """,
            Mood.PLAIN: """
                The pen stops at {topic}. "There's a story there. You don't have it from me yet."
                You ask about {topic}, and something is nearly said. "Later, maybe."
                "You've noticed, then." That is all there is on {topic}, for now.
                For a moment {topic} might be the only thing in the room. "Ask me when we know each other."
                """,
            Mood.WARM: """
                You mention {topic}, and there's a smile that doesn't last. "Oh, that. I will tell you. \
                Give me a bit."
                A breath is taken for {topic}, and not used. "Soon. I'm working up to it."
                "I'd like to. I nearly did, just now." And so {topic} is left where it was.
                You had only to mention {topic}. "Not while I still have to be sensible."
                """,
        },
    }
)
