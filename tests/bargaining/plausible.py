"""Deals as authors write them, drawn from a seed: mostly opposed, unlike in what they weigh, some room to meet."""

from negotiator.bargaining.deal import Deal, Issue, Option, Structure
from negotiator.game.draw import draw


def plausible(seed: int) -> Deal:
    """Six to nine issues of three to five options, two shapes."""

    def luck(below: int, *place: int | str) -> int:
        return draw(below, seed, "plausible", *place)

    def issue(at: int) -> Issue:
        last = 2 + luck(3, at, "last")
        you, them = (
            (1 + luck(10, at, side, "a")) * (1 + luck(10, at, side, "b")) for side in ("you", "them")
        )
        kind = luck(10, at, "kind")
        best = 0 if kind < 7 else last if kind == 7 else 1 + luck(last - 1, at, "best")
        far = max(best, last - best)
        options = tuple(
            Option(f"o{n}", "", 2 * you * n // last, 2 * them * (far - abs(n - best)) // far)
            for n in range(last + 1)
        )
        return Issue(f"i{at}", "", options)

    issues = tuple(issue(at) for at in range(6 + luck(4, "issues")))
    bare = Deal((Structure("as-offered", ""), Structure("other", "", 0, luck(100, "other"))), issues)
    you, them = bare.points(bare.letter)
    return Deal(bare.structures, issues, reservation=(you + 10, them * 6 // 10))
