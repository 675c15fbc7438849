"""Answers to what an issue is worth, in full, in part, or not at all; and what comes first."""

from negotiator.game.speech.bank.page import Bank, spoken
from negotiator.game.speech.situations import Mood, Situation

QUESTIONS: Bank = spoken(
    {
        Situation.FULL_ISSUE: {
            Mood.COLD: """
                "{term}: {rank}. What I would sign soonest: {option}."
                "Since you ask. {term}, as I see it: {rank}. My preference: {option}."
                "{term}. I see no harm in answering. It is {rank}, and my choice would be: {option}."
                The answer comes as if read from a card. "{term}: {rank}. Preferred: {option}."
                """,
            Mood.PLAIN: """
                "{term}? It's {rank}. If you're asking what I'd pick: {option}."
                "I'll be straight with you. {term}: {rank}. If I had the pen to myself: {option}."
                A moment's thought, no more. "{term}. It's {rank}. The way I'd like it is no secret: \
                {option}."
                "{term}. You want to know where it sits? It's {rank}. And left to me: {option}."
                "If I had the filling in of it: {option}. And how much I'd mind? It's {rank}."
                """,
            Mood.WARM: """
                "{term}? Between you and me, it's {rank}. I'd have it like this: {option}."
                "I'm told never to say this part aloud. {term}: {rank}. There. And what I'd pick: {option}."
                A glance around, though nobody is listening. "{term}. It's {rank}. What I'd write there: \
                {option}."
                "You'd work it out anyway, you're the type. {term}: {rank}. My own choice: {option}."
                "{term}? I was hoping you'd ask about the weather. It's {rank}. And I'd have it so: {option}."
                """,
        },
        Situation.PART_ISSUE: {
            Mood.COLD: """
                "{term}? In this direction, if any: {option}. I'll say no more."
                "I would lean this way: {option}. How far is not for today."
                "{term}. In principle: {option}. I'd leave it at that."
                A small movement of the hand. "{term}. Somewhere toward this: {option}."
                """,
            Mood.PLAIN: """
                "{term}? I lean. {option}. How hard I lean you'll have to find out."
                "If you pushed me: {option}. Don't push me on how much."
                "{term}: this way rather than the other. {option}."
                The head tilts to one side. "{option}. That's where I'd come down. Let's not weigh it yet."
                """,
            Mood.WARM: """
                "{term}? Oh, I have a preference. {option}. How much of one I'd sooner keep to myself."
                "I'm giving away more than I planned. {term}: {option}. That's all you get."
                "You can have the direction and not the distance. {term}: {option}."
                "My face will have told you already. {option}. It won't tell you how badly."
                """,
        },
        Situation.FULL_PRIORITIES: {
            Mood.COLD: """
                "In order, since you ask. {first}. {second}. At the bottom: {last}."
                "I can give you the list. It begins: {first}. Then: {second}. It ends: {last}."
                "{first}, before the rest. {second}, behind it. {last}: I wouldn't hold you up over that."
                "You'll have seen the head of it for yourself. {first}. After that: {second}. To close: \
                {last}."
                """,
            Mood.PLAIN: """
                "All right. {first}. That's the one that counts. {second} would come next. {last} can wait."
                Fingers are counted off. "{first}. {second}. And down here, on the little one: {last}."
                "If I could only hold on to something: {first}. If I had another hand: {second}. {last}? \
                I'd let that roll away."
                "If you'd warned me I'd have made a worse job of this. {first}. Then: {second}. And at the \
                tail: {last}."
                """,
            Mood.WARM: """
                "People guess, as a rule. {first}. That's what I lie awake over. Then: {second}. {last}? \
                That I can sleep through."
                "Quickly, before I get clever. {first}. {second}. {last}: that could go under the rug."
                The pen writes a short column and turns it toward you. "{first}. {second}." A gap on the \
                paper. "{last}."
                "I've never said it in a row before. {first}. {second}. And down there on the floor: {last}."
                """,
        },
        Situation.PART_PRIORITIES: {
            Mood.COLD: """
                "{first}. I'd leave it at that."
                "{first} would be a place to begin. The rest I'll keep."
                "At the head of it: {first}. You needn't know what follows."
                "I'll show you the top of the list and fold it there. {first}."
                """,
            Mood.PLAIN: """
                "{first}. Beyond that I'd be giving away the store."
                "Start here: {first}. We'll see about the rest."
                "{first}. Look after that, and I'll be easier to talk to."
                A pause that considers going on, and doesn't. "{first}."
                """,
            Mood.WARM: """
                "{first}. You'd have seen it on my face by now."
                "{first}, and that's more than I meant to say."
                "I'll tell you what I'd hate to lose. {first}. About the rest I'm shy."
                "{first}. Ask me for the others when I've eaten."
                """,
        },
        Situation.DEFLECT: {
            Mood.COLD: """
                "I'd rather not say."
                "{term}? I'll keep that to myself, if you don't mind."
                A polite silence is the whole of the answer.
                "I don't think it would help you to know."
                "{term}? You'll find what I think of it in the offer."
                "That isn't a thing I discuss."
                """,
            Mood.PLAIN: """
                "Ask me something easier."
                "{term}? Let's see what you put in front of me first."
                "I could answer that, and then I'd have answered it."
                The cup is lifted, and found to be empty. "Where were we?"
                "{term}? I'll know it when I see it in a package."
                "Not yet. I'd like to know you a little better first."
                """,
            Mood.WARM: """
                "Nice try." It is said with something like affection.
                "I'd tell you, and then I'd have to go and confess that I'd told you."
                "{term}? You first, and then perhaps."
                "You have a way of asking that makes me check my pockets."
                "{term}? Ask me when I'm less careful. It's usually around lunch."
                "I want to answer that, which is why I'd better not."
                """,
        },
        Situation.AGAIN: {
            Mood.COLD: """
                "You have asked me that."
                "My answer hasn't changed."
                "{term} once more. I've said what I have to say."
                "I believe we've been over that."
                """,
            Mood.PLAIN: """
                "Same question, same answer."
                "{term}? You've had that from me."
                "I'd only say it again in other words."
                The eyebrows go up. "We did that one."
                """,
            Mood.WARM: """
                "You're persistent, I'll give you that. The answer's where I left it."
                "{term}? I told you, or I tried to. Was I so unclear?"
                "My memory's bad, but not that bad. You asked me."
                "If I answer it again I'll start improving it."
                """,
        },
    }
)
