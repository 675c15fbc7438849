"""Ends without a deal: patience is over, the offer is taken back, the player goes."""

from negotiator.game.speech.bank.page import Bank, spoken
from negotiator.game.speech.situations import Mood, Situation

PARTINGS: Bank = spoken(
    {
        Situation.IMPASSE: {
            Mood.COLD: """
                "I think we have come to the end of this. Thank you for your time."
                "We won't reach it. I'd rather say so than go on." The papers are put together.
                "There is nothing further I can usefully say. I'm sorry to have kept you."
                "Let us stop here, while it is still civil."
                """,
            Mood.PLAIN: """
                "We keep walking past the same tree. I think we should stop."
                "I don't have another round in me, and I doubt that you'd enjoy it."
                The pen is capped, and put away in a pocket. "No, then. I'm sorry."
                "I've run out. Not of goodwill, just of ways to put it."
                """,
            Mood.WARM: """
                "I can't find it. I've looked, and I'm sorry." A hand smooths the page, as if that might help.
                "I wanted this to come out otherwise, and wanting it hasn't helped."
                "Let's stop before we start to dislike each other. I'd be sorry about that for longer."
                "I thought we'd do it. I'd gone as far as wondering where you'd sit."
                """,
        },
        Situation.WITHDRAWN: {
            Mood.COLD: """
                "The offer is withdrawn. You'll have a letter to that effect."
                "I am taking it back. I think you'll understand why."
                The letter is turned face down. "That is no longer open to you."
                "We will look elsewhere. I wish you well."
                """,
            Mood.PLAIN: """
                "I'm taking the offer back. I don't do it lightly."
                "I don't think this would be good for either of us now. I'm withdrawing it."
                The letter goes back into its folder. "I can't leave that lying here any more."
                "No. Not the terms, all of it. I'm taking it back."
                """,
            Mood.WARM: """
                "I'm taking the letter back, and I'd like you to know that I didn't want to."
                A long look at the letter before it is picked up. "I'm sorry. It isn't yours any more."
                "I'd have gone to the wall for you, earlier. I can't now. The offer's withdrawn."
                "I liked you. I still do, which is the annoying part. I'm taking it back."
                """,
        },
        Situation.WALK: {
            Mood.COLD: """
                "As you wish. Thank you for coming."
                "Then that is that. Somebody will see you out."
                "I won't try to keep you."
                A nod, and the papers are already being squared. "Good luck to you."
                """,
            Mood.PLAIN: """
                "I see. Well, you told me to my face, and I'm obliged to you for that."
                "All right. Watch the door, it sticks."
                "No hard feelings. A few soft ones."
                "I thought it might be that, when you put your things together."
                """,
            Mood.WARM: """
                "I'd ask you to stay, if I had anything new to say."
                "Go on, before I make a speech."
                "I think you may be right, and I'm sorry."
                The handshake goes on for a little too long. "If you ever tell this story, be kind to me \
                in it."
                """,
        },
    }
)
