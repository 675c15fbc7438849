"""The least and the greatest joint value of any package."""

from negotiator.bargaining.deal import Deal, Point, rows


def extremes(deal: Deal) -> Point:
    """Least and greatest sum of both parties' points over every shape, limits lifted; (0, 0) without a package."""
    sums: list[Point] = []
    for at, shape in enumerate(deal.structures):
        found = rows(deal, at, deal.every_limit)
        if found is None:
            continue
        base = shape.you + shape.them
        sums.append(
            (
                base + sum(min(a + b for a, b in row.points) for row in found),
                base + sum(max(a + b for a, b in row.points) for row in found),
            )
        )
    return (min(low for low, _ in sums), max(high for _, high in sums)) if sums else (0, 0)
