"""Moves at the table: what is sent, asked, told, carried upstairs, taken or left, and where that leads."""

from negotiator.bargaining import conduct
from negotiator.bargaining.counterpart import Answer, Luck
from negotiator.bargaining.deal import Package
from negotiator.bargaining.talk import Kind, Level, Talk
from negotiator.game.bargain import Bargain, agreement, bargain_of
from negotiator.game.draw import draw
from negotiator.game.impossible import NotPossible
from negotiator.game.moves import read_issues, read_limit, read_message, read_question
from negotiator.game.rules import STAY, Exits, Game
from negotiator.game.spoken import Voice, to_closing, to_message, to_pause, to_question, to_telling
from negotiator.game.state import (
    Agreed,
    DaysPassed,
    Event,
    Learned,
    Lifted,
    Move,
    Replied,
    Sent,
    State,
    Step,
    Told,
    Warmed,
)
from negotiator.game.step import WRITTEN_OFFER, arrive

DAYS_OF_PAUSE = 1
"""What it costs of the offer's life to have a limit carried upstairs."""


class _Done:
    """What a move has come to, before days and targets are looked at."""

    def __init__(self, voice: Voice, talk: Talk, outcome: str, events: list[Event]) -> None:
        self.voice = voice
        self.talk = talk
        self.outcome = outcome
        self.events = events
        self.target = STAY
        self.agreed: Package | None = None
        self.days = 0
        self.fact = 0
        """Bit of a fact that has been learned."""


def negotiate(game: Game, state: State, move: Move) -> Step:
    """What a move at the table leads to. The place has been found to be a table.

    Raises:
        NotPossible: the move names something that is not there, or makes no sense now.
    """
    bargain = bargain_of(game)
    exits = game.places[state.scene].exits
    assert exits is not None
    talk = bargain.talk(game, state)
    match move.kind:
        case "propose" | "offer-set":
            luck = luck_of(state, bargain.scenario.id) if game.dice else no_luck
            done = _send(bargain, state, talk, move, exits, luck)
        case "ask":
            done = _ask(bargain, state, talk, move)
        case "tell":
            done = _tell(bargain, state, talk, move)
        case "pause":
            done = _pause(bargain, state, talk, move)
        case "accept":
            done = _accept(bargain, state, talk, move, exits)
        case _:
            done = _walk(bargain, state, talk, move, exits)
    return _step(game, bargain, state, talk, done)


def luck_of(state: State, scenario: str) -> Luck:
    """Luck keyed by the seed, the scenario and what the draw is for."""
    return lambda below, purpose: draw(below, state.seed, scenario, "table", purpose)


def no_luck(below: int, _purpose: str) -> int:
    """Without dice: the middle, so that what is likelier than not happens, and nothing else does."""
    return below // 2


def _send(bargain: Bargain, state: State, talk: Talk, move: Move, exits: Exits, luck: Luck) -> _Done:
    message = read_message(bargain, move.kind, move.line)
    for package in message.packages:
        if package.structure not in talk.shapes:
            label = bargain.deal.structures[package.structure].label
            raise NotPossible(
                f"“{label}” cannot be spoken of yet.", "You have not learned what it would rest on."
            )
    if message.citing and not knows(bargain, state, message.citing):
        raise NotPossible("You do not know that.", "A reason can rest only on what is in your notebook.")
    answer: Answer = bargain.counterpart.answer(talk, message, luck)
    voice = Voice(bargain, state, answer.talk.trust)
    done = _Done(voice, answer.talk, answer.kind.value, [])
    counter = answer.package if answer.kind is Kind.COUNTERED else None
    done.events.append(Sent(message.packages, answer.kind.value, counter, answer.barred))
    done.events += map(Replied, to_message(voice, answer))
    if answer.kind is Kind.ACCEPTED:
        done.agreed, done.target = answer.package, exits.agreed
    elif answer.kind is Kind.IMPASSE:
        done.target = exits.impasse
    elif answer.kind is Kind.WITHDRAWN:
        done.target = exits.withdrawn
    return done


def _ask(bargain: Bargain, state: State, talk: Talk, move: Move) -> _Done:
    form, topic = read_question(bargain, move.line)
    guarded, problem = bargain.guard(topic)
    after, deed = conduct.ask(bargain.counterpart, talk, form, topic, guarded=guarded, problem=problem)
    voice = Voice(bargain, state, after.trust)
    done = _Done(voice, after, deed.level.value, [Told(topic, deed.level.value)])
    done.events.append(Replied(to_question(voice, talk, deed)))
    if topic in bargain.facts and deed.level is Level.FULL and not knows(bargain, state, topic):
        done.fact = 1 << list(bargain.scenario.facts).index(topic)
        done.events.append(Learned(topic, bargain.who))
    return done


def _tell(bargain: Bargain, state: State, talk: Talk, move: Move) -> _Done:
    matters, spared = read_issues(bargain, move.line)
    after, _ = conduct.tell(talk, frozenset(matters), frozenset(spared))
    voice = Voice(bargain, state, after.trust)
    return _Done(voice, after, "told", [Replied(text) for text in to_telling(voice, matters, spared)])


def _pause(bargain: Bargain, state: State, talk: Talk, move: Move) -> _Done:
    limit = bargain.deal.limits[read_limit(bargain, move.line)]
    if limit.id in talk.lifted:
        raise NotPossible("That has been lifted already.", "Send the package.")
    if limit.id in talk.refused:
        raise NotPossible(
            "It has been asked, and the answer was no.",
            "Bring a new reason first, then it may be asked again.",
        )
    after, deed = conduct.pause(bargain.counterpart, talk, limit, bargain.firm[limit.id])
    voice = Voice(bargain, state, after.trust)
    done = _Done(voice, after, "lifted" if deed.lifted else "refused", [Lifted(limit.id, deed.lifted)])
    done.events.append(Replied(to_pause(voice, limit, lifted=deed.lifted)))
    done.days = DAYS_OF_PAUSE
    return done


def _accept(bargain: Bargain, state: State, talk: Talk, move: Move, exits: Exits) -> _Done:
    what = move.line.strip()
    if what not in ("", "letter"):
        raise NotPossible(
            f"'{what[:40]}' cannot be accepted.", "accept takes the latest package, accept letter the letter."
        )
    letter = what == "letter" or not talk.received
    package = bargain.deal.letter if letter else talk.received[-1]
    after, deed = conduct.close(talk, package, letter=letter)
    voice = Voice(bargain, state, after.trust)
    done = _Done(voice, after, "agreed", [Replied(to_closing(voice, deed))])
    done.agreed, done.target = package, exits.agreed
    return done


def _walk(bargain: Bargain, state: State, talk: Talk, move: Move, exits: Exits) -> _Done:
    if move.line.strip():
        raise NotPossible("walk stands by itself.")
    after, deed = conduct.close(talk, None)
    voice = Voice(bargain, state, after.trust)
    done = _Done(voice, after, "walked", [Replied(to_closing(voice, deed))])
    done.target = exits.walk
    return done


def knows(bargain: Bargain, state: State, fact: str) -> bool:
    """Whether the player has learned a fact."""
    return bool(state.facts >> list(bargain.scenario.facts).index(fact) & 1)


def _step(game: Game, bargain: Bargain, state: State, before: Talk, done: _Done) -> Step:
    events = done.events
    if done.talk.trust != before.trust:
        events.append(Warmed(before.trust, done.talk.trust))
    days, target = state.days, done.target
    passed = done.days + _rounds(bargain, done.talk) - _rounds(bargain, before)
    if passed and state.reached >= WRITTEN_OFFER and days >= 0:
        days = max(days - passed, -1)
        events.append(DaysPassed(passed, days))
        if days < 0:
            target = game.expired
    agreed = state.agreed
    if done.agreed is not None and target == done.target:
        agreed = agreement(bargain.deal, done.agreed)
        events.append(Agreed(done.agreed))
    after = state._replace(
        facts=state.facts | done.fact,
        days=days,
        talk=done.talk,
        agreed=agreed,
        brought=game.trust(state) if game.trust else 0,
        spoken=done.voice.said,
    )
    scene, ending, visits, reached, field = arrive(game, after, target, events)
    after = after._replace(scene=scene, ending=ending, visits=visits, reached=reached, field=field)
    return Step(after, tuple(events), done.outcome)


def _rounds(bargain: Bargain, talk: Talk) -> int:
    """Days that the talk has taken so far."""
    return talk.clock // (2 * bargain.model.rounds_per_day)
