"""A table in the pattern of the Job Interview exercise: eight issues of five options, two of them compatible, two
distributive, four to be traded; points as usual in it, in tens.
"""

from negotiator.bargaining.deal import Deal, Issue, Option, Structure

FIVE = range(5)


def _issue(name: str, you: int, them: int) -> Issue:
    """An opposed issue; the letter has the counterpart's best."""
    return Issue(name, name, tuple(Option(f"o{n}", "", you * (4 - n) // 4, them * n // 4) for n in FIVE), 4)


def _compatible(name: str, worth: int) -> Issue:
    """An issue on which both want the same, and the letter has the worst for both."""
    return Issue(
        name, name, tuple(Option(f"o{n}", "", worth * (4 - n) // 4, worth * (4 - n) // 4) for n in FIVE), 4
    )


def exercise() -> Deal:
    """The table. Who makes no deal has about a quarter of the best."""
    issues = (
        _issue("bonus", 40, 16),
        _compatible("task", 12),
        _issue("vacation", 16, 40),
        _issue("start", 24, 24),
        _issue("moving", 32, 8),
        _issue("insurance", 8, 32),
        _issue("salary", 60, 60),
        _compatible("place", 12),
    )
    return Deal((Structure("offered", ""),), issues, reservation=(50, 70))
