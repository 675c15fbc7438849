"""A yes: to a package, to one of several, and the words once the player has said it."""

from negotiator.game.speech.bank.page import Bank, spoken
from negotiator.game.speech.situations import Mood, Situation

ANSWERS: Bank = spoken(
    {
        Situation.ACCEPT: {
            Mood.COLD: """
                "Agreed. I'll have it drawn up as you put it."
                "Yes. You will have it in writing." The cap goes back on the pen.
                "I have no objection left. Let us call that settled."
                "That can be signed." It is said to the page.
                "Very well. As you sent it, without changes."
                """,
            Mood.PLAIN: """
                "All right. Yes." The pen goes down. "Before either of us improves it."
                "I can sign that." A second reading, to be sure. "Yes. I can sign that."
                "Done. I'll have it typed before I think of something."
                A nod, then another. "That works from here. Let's write it down as it stands."
                "Yes. I was getting ready to argue, and now I don't know what to do with my hands."
                """,
            Mood.WARM: """
                "Yes." It comes out before you have quite finished. "Excuse me. Yes."
                A breath that has been held for a while. "Yes. Gladly. I'd begun to worry about us."
                "Yes. Now don't say anything for a moment, I'd like to enjoy it."
                "Good. Yes. I'll tell them with a straight face, and then I'll go and tell somebody at home."
                The hand is out before the words are. "Yes, then. I'm glad. I'm allowed to say that now."
                """,
        },
        Situation.ACCEPT_ONE: {
            Mood.COLD: """
                "{which}. The rest you may put away."
                "I'll take {which}. Thank you for the choice."
                "{which}, since you say that it is all the same to you."
                A finger rests on the page. "{which}. As written."
                """,
            Mood.PLAIN: """
                "{which}. You said they were equal, so I won't feel bad about it."
                "Let me have {which}." It did not take long.
                "{which}, please. I can defend that without notes."
                The pages are laid side by side. "{which}," and they are put together again.
                "That's my homework you've been doing. I'll take {which}."
                """,
            Mood.WARM: """
                "{which}." It is said so quickly that both of you have to smile. "Well, now you know."
                "I don't often get to choose. {which}, and thank you for that."
                "{which}. I'd like to have been less obvious about it."
                "{which}, and I won't pretend to have agonized."
                "Oh, that's kind. I think {which}. No, I'm sure: {which}."
                """,
        },
        Situation.AGREED: {
            Mood.COLD: """
                "Then we have an agreement. You'll receive the papers."
                "Good. Please read it again when it comes, and sign where it is marked."
                A handshake, correct and brief. "Thank you. I'll inform the others."
                "That concludes it. I expect we'll work together perfectly well."
                """,
            Mood.PLAIN: """
                "Good. Then that's what it is." The page is dated and initialed.
                "I'll have it written up the way we said it. Check me on that."
                "Then we're done." A look at the page, in case it disagrees. "We're done."
                "Good." The chair goes back. "I'll walk you out, and then I'll make the calls."
                """,
            Mood.WARM: """
                "I'm very glad." A hand comes across everything that has been written down. "Go home and \
                tell somebody."
                "Then you're coming." It is said as if to try how it sounds. "Well. You're coming."
                "Thank you. I'd have been poor company tonight if you'd said no."
                "Good. When you've gone I'm going to sit here for a minute and not do anything."
                """,
        },
    }
)
