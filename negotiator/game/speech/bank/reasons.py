"""The first words to a reason, before the answer: they must go before a yes as well as before a no."""

from negotiator.game.speech.bank.page import Bank, spoken
from negotiator.game.speech.situations import Mood, Situation

REASONS: Bank = spoken(
    {
        Situation.HEARD_INTEREST: {
            Mood.COLD: """
                "I have noted what you want it for."
                "Your reason is clear."
                "I understand that it concerns the work."
                "So that is the purpose of it."
                """,
            Mood.PLAIN: """
                "Then at least I know what it would be for."
                "I can see the work in that."
                "All right, that I understand."
                A nod comes at the part about the work.
                """,
            Mood.WARM: """
                "Now you sound like somebody who has already moved in."
                "I'd want it too, for that."
                "You should see your face when you talk about the work."
                "I used to talk like that, before I had a calendar."
                """,
        },
        Situation.HEARD_COMPANY: {
            Mood.COLD: """
                "I follow the argument."
                "You have considered our side of it; that is noted."
                "Possibly so."
                "I'd have thought that was for us to judge, but go on."
                """,
            Mood.PLAIN: """
                "You've looked at it from over here, then."
                "I could repeat that to somebody."
                "I hadn't expected to hear our side of it from you."
                "That gets a line in the notes."
                """,
            Mood.WARM: """
                "You'll be doing my job if I don't watch out."
                "I wish the people who work here already would put it like that."
                "I'm going to use that sentence, and I won't say whose it was."
                "Somebody has been listening, and I'm not used to it."
                """,
        },
        Situation.HEARD_MARKET: {
            Mood.COLD: """
                "The market isn't in the room."
                "I have seen the same surveys."
                "Others may pay what they like."
                "That is a general observation."
                """,
            Mood.PLAIN: """
                "I believe you about the market, and it still isn't my budget."
                "Those surveys reach my desk as well."
                "Noted, though the market never has to sit next to anybody."
                "So they tell me, usually in a chart."
                """,
            Mood.WARM: """
                "You're probably right about the market, and it never did me any good either."
                "I looked up my own market not long ago, and then I closed the page."
                "If the market wants you, it has taste."
                "Don't talk like a survey, you were doing so well without."
                """,
        },
        Situation.HEARD_FAIRNESS: {
            Mood.COLD: """
                "I would leave that word out of it."
                "We may not mean the same thing by that."
                "I don't recall offering anything unfair."
                "That depends on where one sits."
                """,
            Mood.PLAIN: """
                "Fair is hard to type into a contract."
                "I try to be, and I'd rather not be graded on it."
                "You mean that you'd like it, and that I can work with."
                "Let's say wanted instead of fair, and go on."
                """,
            Mood.WARM: """
                "Ouch, and I'd been trying."
                "You don't need that word with me, you know."
                "I flinch at that word, there was a good deal of it where I grew up."
                "I'd sooner you just told me that you want it."
                """,
        },
        Situation.HEARD_RELATIONSHIP: {
            Mood.COLD: """
                "That is good of you to say."
                "I'd keep those things apart."
                "We know each other from across a table."
                "Goodwill is welcome, and it isn't a term of the contract."
                """,
            Mood.PLAIN: """
                "We'd be stuck with each other for a good while, that's true."
                "I'd like to be able to look at you afterward, too."
                "Yes, we'd have to share a corridor."
                "I think about that as well, though there's no line for it."
                """,
            Mood.WARM: """
                "I know, and it makes me worse at this."
                "I've been wondering how we'd be in a bad week."
                "Don't, I'm soft enough on you as it is."
                "You say that as if I hadn't noticed."
                """,
        },
        Situation.HEARD_FACT: {
            Mood.COLD: """
                "You are well informed."
                "I see that somebody has been talking."
                "That is correct, as it happens."
                A pause of the wrong length. "Yes. That is so."
                """,
            Mood.PLAIN: """
                "Who told you that? No, don't. It's true."
                "You've done some walking around."
                "Then I needn't explain that to you."
                "Yes. I wondered whether you'd find that."
                {fact} It has been said aloud now, and nobody denies it.
                """,
            Mood.WARM: """
                "You knew that, and you've been sitting on it so politely."
                "It's true, and I'm relieved that you know."
                A look that takes you in afresh. "People don't ask, as a rule. Yes, it's true."
                "I'd have told you that myself in a week or so, over something stronger than this."
                """,
        },
        Situation.HEARD_RIVAL: {
            Mood.COLD: """
                "Then you have a choice to make."
                "I won't ask where."
                "I wish you well with whichever it is."
                "That is your affair, and mine is this letter."
                """,
            Mood.PLAIN: """
                "I'd be surprised if you hadn't."
                "All right. I can't bargain with people who aren't here."
                "Thank you for telling me. I'll go on as if ours were better."
                A nod, neither quick nor slow. "Then let's see what this one looks like."
                """,
            Mood.WARM: """
                "I hope they're dull."
                "I'd wonder about you if nobody else had asked."
                "Of course you have. I don't need to like it."
                "Tell me that the parking is terrible."
                """,
        },
        Situation.BLUFF: {
            Mood.COLD: """
                "There is no other offer. I'd prefer that we didn't speak of it again."
                "I don't believe that, and I regret having to say so."
                A pause, quite level. "That isn't true. Shall we go on?"
                "You might have left that out. It isn't so."
                """,
            Mood.PLAIN: """
                "There isn't one, is there." It is not a question.
                The pen is put down. "I wish you hadn't. I was listening until then."
                "It's a small town, this business. That offer doesn't exist."
                "I'd sooner have heard what you want than what you haven't got."
                """,
            Mood.WARM: """
                "Oh, don't. There's nobody, and you didn't need anybody."
                "I believed you for about as long as it took to say." Something has closed a little.
                "That wasn't true, and of everything so far it's the thing I mind."
                "I told that same story once, and about as well. Let's not."
                """,
        },
        Situation.FADED: {
            Mood.COLD: """
                "You have said that."
                "That has been noted already."
                "I took the point when it was made."
                "It does not improve with use."
                """,
            Mood.PLAIN: """
                "You've made that case, and I did hear it."
                "That was good when it was new."
                "It's been lying here since you said it, I haven't lost it."
                "I know. I have it written down."
                """,
            Mood.WARM: """
                "You told me. I could recite it by now."
                "I heard you the first time, I was only slow to show it."
                "You needn't polish that, I have it."
                "If repeating did it, my family would run this place."
                """,
        },
    }
)
