"""Words to what else the player does: threatening, going back, saying what matters and what does not."""

from negotiator.game.speech.bank.page import Bank, spoken
from negotiator.game.speech.situations import Mood, Situation

CONDUCT: Bank = spoken(
    {
        Situation.ULTIMATUM: {
            Mood.COLD: """
                "Put like that, no."
                "I don't reply to that form of words."
                "I'll treat that as if it hadn't been said. The answer to it is no."
                A silence, correctly observed. "No."
                """,
            Mood.PLAIN: """
                "If those are the choices, I'd leave it. Are they?"
                "No. And I'd think about whether you meant that."
                A look at the door, then at you. "Nobody has to leave it. But I won't take it."
                "I've been in rooms where that worked. It isn't this one."
                """,
            Mood.WARM: """
                "Now I have to say no, and I'd been hoping for something better to do."
                "No. You don't mean that, and I'd rather not find out."
                The warmth goes out of it a little. "No. Talk to me as you did before."
                "I get stubborn in a corner, it isn't my good side. No."
                """,
        },
        Situation.REOPENED: {
            Mood.COLD: """
                "{term}? I had understood that to be closed."
                "{term}. I see that we are going backward."
                A line that had been checked off is looked at again. "{term}. I'll be slower to call things \
                settled."
                "{term}: you'll forgive me, I had relied on that."
                """,
            Mood.PLAIN: """
                "Hold on. {term}? We'd been through that."
                The pen goes back up the page. "{term}. I thought that was behind us."
                "{term}, again. If that's loose, tell me what else is."
                "{term}. I'd crossed that off. I don't like uncrossing things."
                """,
            Mood.WARM: """
                "{term}? Oh, and I'd stopped worrying about that."
                "{term}. I've told somebody that it was done. Now I'll have to go and untell them."
                "{term}? Careful, I was beginning to lean on what you say."
                A hand over the eyes, briefly. "{term}. All right, what happened?"
                """,
        },
        Situation.TOLD: {
            Mood.COLD: """
                "{term}. I've made a note."
                "{term}: understood."
                "I'll bear it in mind. {term}."
                "{term}. I can't promise that it changes anything."
                """,
            Mood.PLAIN: """
                "{term}. Good, now I don't have to guess."
                The pen writes it down and underlines it. "{term}."
                "{term}. I'd have put my money elsewhere. Thank you."
                "{term}? All right. I'll keep an eye on that when I move things around."
                """,
            Mood.WARM: """
                "{term}. Thank you. I've been listening for that all along."
                "{term}. You said it as if it were a confession. It's all right."
                "{term}. That goes at the top of my page, in ink."
                "{term}. I like people who can say what they want. I never could."
                """,
        },
        Situation.SPARED: {
            Mood.COLD: """
                "{term}: struck out. Thank you."
                "{term}. That is noted, with thanks."
                "I appreciate the clarity. {term}, then, need not trouble us."
                "{term}. It is useful to have that said."
                """,
            Mood.PLAIN: """
                "{term}? That's good to know. People rarely say."
                A line is drawn through something. "{term}. Off your list."
                "{term}. So I needn't be generous in the wrong place."
                "{term}. I'd been getting ready to fuss over that."
                """,
            Mood.WARM: """
                "{term}? You could have made me fight you for that."
                "{term}. And I was going to be so gallant about it."
                "{term}. You've no idea how restful that is to hear."
                "{term}. I'll remember that you said so, and kindly."
                """,
        },
    }
)
