"""Compiles a scenario for play: every name is looked up and every condition read once, before the first move."""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import count
from typing import TYPE_CHECKING

from negotiator.game.rules import STAY, Branch, Effects, Exits, Game, Option, Place, Stop
from negotiator.game.texts import compile_texts
from negotiator.game.whens import Getter, Slots, When, compile_when
from negotiator.scenario import models as m
from negotiator.scenario.conditions import parse
from negotiator.scenario.meaning import FLAG, LETTER, STRUCTURE, Names, resolve

if TYPE_CHECKING:
    from negotiator.game.bargain import Bargain

ASKS = frozenset({"question", "counter"})

LEAST_TRUST, TRUST_SPAN, TRUST_START = 2, 4, 4
"""Trust at the table begins at 2 to 6, by what the story has brought with it, and at 4 where it brings nothing: warmth
(7 and more) is won at the table itself."""


class _Compiler:
    def __init__(self, scenario: m.Scenario) -> None:
        self.scenario = scenario
        self.names = Names.of(scenario)
        bits = count()
        self.choice_bits: dict[str, int] = {}
        self.branch_bits: dict[tuple[str, str, str], int] = {}
        for sid, scene in scenario.scenes.items():
            for cid, choice in scene.choices.items():
                self.choice_bits[f"{sid}.{cid}"] = next(bits)
                for bid in choice.outcomes:
                    self.branch_bits[sid, cid, bid] = next(bits)
        self.scene_at = {sid: at for at, sid in enumerate(scenario.scenes)}
        self.ending_at = {eid: at for at, eid in enumerate(scenario.endings)}
        self.fact_at = {fid: at for at, fid in enumerate(scenario.facts)}
        self.state_at = {name: at for at, name in enumerate(scenario.state)}
        deal = scenario.deal
        self.limit_at = {name: at for at, name in enumerate(deal.limits if deal else ())}
        self.slots = Slots(
            states=self.state_at,
            facts=self.fact_at,
            scenes=self.scene_at,
            choices=self.choice_bits,
            stages=tuple(m.STAGES.index(scene.stage) for scene in scenario.scenes.values()),
            terms={name: at for at, name in enumerate((LETTER, STRUCTURE, *(deal.issues if deal else ())))},
            trust=self.trust(),
        )

    def trust(self) -> Getter:
        """Trust before anything has been said at the table: from the author's number, placed on 2 to 6."""
        who = self.scenario.deal.counterpart if self.scenario.deal else None
        var = self.scenario.state.get(who.trust_from) if who and who.trust_from else None
        if not isinstance(var, m.Number) or who is None or who.trust_from is None:
            return lambda _s: TRUST_START
        slot, low, spread = self.state_at[who.trust_from], var.min, max(var.max - var.min, 1)
        return lambda s: LEAST_TRUST + (2 * TRUST_SPAN * (s.values[slot] - low) + spread) // (2 * spread)

    def when(self, text: str | None) -> When | None:
        if text is None:
            return None
        meaning, errors = resolve(parse(text), self.names)
        if errors:
            raise errors[0]
        return compile_when(meaning, self.slots)

    def pieces(self, pieces: Mapping[str, m.Piece]) -> tuple[tuple[When, str], ...]:
        return tuple((when, piece.text) for piece in pieces.values() if (when := self.when(piece.when)))

    def target(self, goto: str) -> int:
        if goto == m.HERE:
            return STAY
        at = self.scene_at.get(goto)
        return at if at is not None else -2 - self.ending_at[goto]

    def number(self, name: str, value: m.Value) -> int:
        words = self.names.states[name]
        if words == FLAG:
            return int(value)
        return words.index(str(value)) if words else int(value)

    def effects(self, model: m.Effects, bit: int, present: Iterable[str]) -> Effects:
        change = []
        for name, by in model.change.items():
            var = self.scenario.state[name]
            assert isinstance(var, m.Number)
            change.append((self.state_at[name], by, var.min, var.max))
        learn = []
        for fid in model.learn:
            teller = next((who for who in present if who in self.scenario.facts[fid].known_by), "")
            if teller or self.scenario.facts[fid].found:
                learn.append((1 << self.fact_at[fid], fid, teller))
        return Effects(
            bit=1 << bit,
            change=tuple(change),
            set=tuple((self.state_at[name], self.number(name, value)) for name, value in model.set.items()),
            learn=tuple(learn),
            lift=sum(1 << self.limit_at[name] for name in dict.fromkeys(model.lift)),
            reply=model.reply,
            replies=self.pieces(model.replies),
        )

    def option(self, sid: str, cid: str) -> Option:
        scene = self.scenario.scenes[sid]
        choice = scene.choices[cid]
        branches = tuple(
            Branch(
                id=bid,
                weight=branch.weight,
                when=self.when(branch.when),
                effects=self.effects(branch, self.branch_bits[sid, cid, bid], scene.with_),
                target=self.target(branch.goto),
            )
            for bid, branch in sorted(choice.outcomes.items(), key=_first_name)
        )
        return Option(
            id=cid,
            key=(choice.renamed_from or [cid])[0],
            model=choice,
            when=self.when(choice.when),
            locked=choice.locked is not None,
            once=choice.once if choice.once is not None else choice.goto == m.HERE,
            days=choice.days,
            courage=choice.scores.courage,
            finesse=choice.scores.finesse if choice.kind in ASKS else 0,
            fit=choice.scores.fit,
            asks=1 if choice.kind in ASKS else 0,
            effects=self.effects(choice, self.choice_bits[f"{sid}.{cid}"], scene.with_),
            target=STAY if choice.goto is None else self.target(choice.goto),
            branches=branches,
        )

    def place(self, sid: str, scene: m.Scene) -> Place:
        options = tuple(self.option(sid, cid) for cid in scene.choices)
        return Place(
            id=sid,
            key=(scene.renamed_from or [sid])[0],
            model=scene,
            stage=m.STAGES.index(scene.stage),
            field=scene.field or 0,
            options=options,
            by_id={option.id: option for option in options},
            exits=self.exits(scene.bargain) if scene.bargain else None,
            more=self.pieces(scene.more),
        )

    def exits(self, model: m.Exits) -> Exits:
        return Exits(
            self.target(model.agreed),
            self.target(model.impasse),
            self.target(model.withdrawn),
            self.target(model.walk or model.impasse),
        )

    def needs(self) -> tuple[When | None, ...]:
        shapes = self.scenario.deal.structures.values() if self.scenario.deal else ()
        return tuple(self.when(shape.needs) for shape in shapes) or (None,)

    def game(self) -> Game:
        scenario = self.scenario
        now: dict[str, str] = {}
        for targets in (scenario.scenes, scenario.endings):
            for tid, target in targets.items():
                now.update(dict.fromkeys(target.renamed_from, tid))
        now.update({tid: tid for tid in (*scenario.scenes, *scenario.endings)})
        return Game(
            scenario=scenario,
            slots=self.slots,
            start=self.scene_at[scenario.start],
            first_values=tuple(self.number(name, var.start) for name, var in scenario.state.items()),
            places=tuple(self.place(sid, scene) for sid, scene in scenario.scenes.items()),
            stops=tuple(
                Stop(eid, ending, self.pieces(ending.more)) for eid, ending in scenario.endings.items()
            ),
            fact_ids=tuple(scenario.facts),
            state_ids=tuple(scenario.state),
            days=scenario.offer.days if scenario.offer else -1,
            expired=self.target(scenario.offer.on_expired) if scenario.offer else STAY,
            scene_now=now,
            term_ids=tuple(scenario.deal.issues) if scenario.deal else (),
            limit_ids=tuple(self.limit_at),
            needs=self.needs(),
            fills=compile_texts(scenario, self.slots, self.when),
            flags=tuple(
                (1 << self.fact_at[flag.fact], self.when(flag.cured)) for flag in scenario.flags.values()
            ),
            trust=self.slots.trust,
            bargain=cache(lambda: _bargain(scenario)) if scenario.deal else None,
        )


def _bargain(scenario: m.Scenario) -> "Bargain":
    # Only who comes to a table pays for it: importing and laying out a deal takes 10 ms.
    from negotiator.game.bargain import Bargain

    return Bargain(scenario)


def _first_name(outcome: tuple[str, m.Branch]) -> str:
    """The id an outcome had first: by it luck goes over the outcomes, whatever they are called by now."""
    name, branch = outcome
    return (branch.renamed_from or [name])[0]


def compile_game(scenario: m.Scenario) -> Game:
    """Compile a scenario that has passed its checks."""
    return _Compiler(scenario).game()
