"""Something else instead: a counter-package, nearly there, or the end of the road."""

from negotiator.game.speech.bank.page import Bank, spoken
from negotiator.game.speech.situations import Mood, Situation

COUNTERS: Bank = spoken(
    {
        Situation.COUNTER: {
            Mood.COLD: """
                "Not that, thank you. What is open is this: {terms}."
                The page comes back across the table with a line through it. "{terms}. That is my answer."
                "I've read it. I would put in its place: {terms}."
                "No. I can offer {terms}. I'd like a reply to that, and not to something else."
                A courteous nod, and nothing in it. "Our version would be: {terms}."
                "That was clearly put, and the answer is no. {terms}, if you wish to consider it."
                "I don't propose to go through it line by line. {terms}. You'll want to think about that."
                The pen moves, briefly. "{terms}. Please take it as considered."
                """,
            Mood.PLAIN: """
                "I can't do it that way. What I can do: {terms}."
                A look down the page, and back to the top. "Try it like this: {terms}."
                "Let me move some things around. {terms}. Read that before you say no."
                "Not as it stands. I'd have to write it like this: {terms}."
                The pen makes a small correction, then a larger one. "{terms}. That I could put my name to."
                "I see what you're after, and I see who'd be asking me about it afterward. Could we say \
                {terms}?"
                "If I take that away with me I'll only start crossing things out. So I'll do it here: \
                {terms}."
                "Here is the version I wouldn't have to explain to anybody: {terms}."
                A breath, let go slowly. "I'd like to say yes to something. {terms}."
                "It looks different from this side. {terms}. See what you make of that."
                """,
            Mood.WARM: """
                "I'd like to, and I shouldn't say so with the pen in my hand. {terms}. Could you live with \
                it?"
                A laugh, short and at nobody's expense. "No. But I like that you asked. What if it were \
                {terms}?"
                "Forgive me, I was rearranging it while you talked. {terms}."
                The page is turned so that both of you can read it. "Help me here. {terms}. What's wrong \
                with it?"
                "I'm tired, and I'd still rather get this right. {terms}."
                "Don't frown yet. {terms}. There, now you may."
                "I promised myself not to move things around in front of you." The pen is already doing \
                it. "{terms}."
                "My old boss would have shown you the door by now. I'd sooner say {terms}, and hear what \
                you think."
                "I'm not good at saying no to people I'd like to see on Mondays. So, instead: {terms}."
                "You make it hard to be dull about this. Look: {terms}."
                """,
        },
        Situation.COUNTER_NEAR: {
            Mood.COLD: """
                "We are not far apart. The difference is this: {terms}."
                "That can nearly be signed. It would have to read: {terms}."
                A nod, a small one. "With {terms}, we could stop here."
                "I'll be brief, since there is little left. {terms}."
                "A correction, and then I see not much in the way: {terms}."
                """,
            Mood.PLAIN: """
                "That's nearly it. Make it {terms}, and I'll stop arguing."
                "I could carry most of that as it is. What I'd change: {terms}."
                The pen is already uncapped. "Almost. {terms}, and I can write it down."
                "There's a hair between us. {terms}. Take that, and it's gone."
                "Nearly. I'd sleep on it and come back with {terms}, so let's save the night."
                """,
            Mood.WARM: """
                "Oh, we're close. I can hear it. {terms}, and I'll go and find somebody to type."
                "Don't touch anything else. Only this: {terms}."
                A smile that was not meant to be seen yet. "{terms}. Say yes, and I'll admit that I liked \
                the rest."
                "I have started to picture you here, which is bad practice before the ink. {terms}?"
                "I'd be embarrassed to lose you over what's left. {terms}. Is that so terrible?"
                """,
        },
        Situation.COUNTER_LAST: {
            Mood.COLD: """
                "This is the end of what I have. {terms}."
                "{terms}. Beyond that there is nothing I may offer you, and I won't dress it up."
                "I'll say it so that neither of us misunderstands. {terms}. There is no further room."
                The folder is closed, and a hand is left on it. "{terms}. That is where it stops."
                "You have the whole of it now: {terms}. You are free to think it too little."
                """,
            Mood.PLAIN: """
                "That's the floorboards you're hearing. {terms}. There's nothing under it."
                "I'm at the end of the rope, and I'd rather tell you than let you pull. {terms}."
                Both hands are laid open on the table. "{terms}. That is as far as I go."
                "If there were more I'd say so. {terms}, and then I'm out of things to find."
                "I've looked where I usually look, and then where I don't. {terms}. It ends there."
                """,
            Mood.WARM: """
                "I wish I were holding something back. {terms}. That is really all of it."
                "{terms}. After that the cupboard is bare, and I'd rather you heard it from me."
                "If you say no to this I won't think less of you, I'll only be sorry. {terms}. I can't go \
                past it."
                A long breath. "I'm no good at pretending to have more. {terms}. That's where I run out."
                "Please look at it kindly, because there isn't another behind it. {terms}."
                """,
        },
    }
)
