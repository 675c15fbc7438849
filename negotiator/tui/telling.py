"""A turn put into words: what was said, what came back, and quietly what changed."""

from dataclasses import dataclass

from negotiator.game.play import Turn
from negotiator.game.rules import Game
from negotiator.game.saying import saying_of
from negotiator.game.state import (
    Agreed,
    Changed,
    DaysPassed,
    Entered,
    Event,
    Learned,
    Lifted,
    Narrowed,
    OfferMade,
    Replied,
    Warmed,
)
from negotiator.scenario.models import Number


@dataclass(frozen=True, slots=True)
class Said:
    """Words spoken, or a deed."""

    text: str
    spoken: bool

    def __str__(self) -> str:
        return f"“{self.text}”" if self.spoken else self.text


@dataclass(frozen=True, slots=True)
class Training:
    """What training mode shows at once."""

    courage: int
    finesse: int
    fit: int
    asked: bool
    """Finesse is the manner of asking: nothing else has any."""
    counted: bool
    """The first time this choice was taken."""
    coach: str


@dataclass(frozen=True, slots=True)
class Told:
    """One turn, ready to be drawn."""

    said: Said
    replies: tuple[str, ...]
    notes: tuple[str, ...]
    """What changed, one quiet line each."""
    training: Training | None
    """None for moves at the table, which carry no marks."""
    moved: bool
    """Another scene began, or the same one anew."""
    offer: bool
    """The written offer came with this turn."""
    message: bool = False
    """Packages were sent."""


def tell(game: Game, turn: Turn) -> Told:
    """The words for a turn."""
    saying = saying_of(game, turn.before.scene, turn.move)
    return Told(
        said=Said(saying.text, saying.spoken),
        replies=tuple(event.text for event in turn.events if isinstance(event, Replied)),
        notes=tuple(note for event in turn.events if (note := _note(game, event))),
        training=_training(game, turn),
        moved=any(isinstance(event, Entered) for event in turn.events),
        offer=any(isinstance(event, OfferMade) for event in turn.events),
        message=turn.move.kind in ("propose", "offer-set"),
    )


def _training(game: Game, turn: Turn) -> Training | None:
    if turn.move.kind != "choose":
        return None
    option = game.places[turn.before.scene].by_id[turn.move.choice]
    return Training(
        courage=option.courage,
        finesse=option.finesse,
        fit=option.fit,
        asked=bool(option.asks),
        counted=not turn.before.taken & option.effects.bit,
        coach=option.model.coach,
    )


def _note(game: Game, event: Event) -> str:
    match event:
        case Learned(fact, by):
            says = game.scenario.facts[fact].says
            teller = game.scenario.people[by].name if by else game.scenario.facts[fact].found
            return f"Noted: {says} ({teller})" if teller else f"Noted: {says}"
        case Changed(state, before, after):
            model = game.scenario.state[state]
            if not isinstance(model, Number):
                return ""
            return model.up if after > before else model.down
        case Lifted(limit, lifted):
            reason = game.scenario.deal.limits[limit].reason if game.scenario.deal else ""
            return f"{'Lifted' if lifted else 'Not lifted'}: {reason or limit}"
        case Warmed(before, after):
            name = counterpart_name(game)
            return f"{name} {'warms to you' if after > before else 'has cooled'}."
        case Agreed():
            return "You have a deal. It is not signed yet."
        case DaysPassed(days, left):
            return f"{_days(days)} {'passes' if days == 1 else 'pass'}: {stands(left)}."
        case Narrowed(before, after) if before > after:
            return (
                "They speak with you alone now. Nothing is in writing."
                if after == 1
                else f"The field narrows: {after} of you are left."
            )
        case _:
            return ""


def counterpart_name(game: Game) -> str:
    """Who sits across the table, by the first name."""
    deal = game.scenario.deal
    who = game.scenario.people.get(deal.counterpart.who) if deal and deal.counterpart else None
    return who.name.split(maxsplit=1)[0] if who else "The other side"


def _days(days: int) -> str:
    return "A day" if days == 1 else f"{days} days"


def stands(left: int) -> str:
    """How long the offer still stands, in words."""
    if left < 0:
        return "the offer has expired"
    if left == 0:
        return "this is the last day"
    return "one day left" if left == 1 else f"{left} days left"
