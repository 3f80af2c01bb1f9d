"""A bar chart as SVG: pure arithmetic, no script, no inline style."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 720, 160
_GAP = 0.25  # of a bar's place
_THINNEST = 2.0


@dataclass(frozen=True)
class Bar:
    """One bar, in the chart's units, with what is said of it; `name` tells its style."""

    x: str
    y: str
    width: str
    height: str
    label: str
    name: str


@dataclass(frozen=True)
class Point:
    """A value with its words; `name` is its style's."""

    value: float
    label: str
    name: str = ""


def bars(points: Sequence[Point]) -> tuple[Bar, ...]:
    """Bars of equal width, the first at the right edge as Persian is read; the tallest fills the height.

    A value above nought is seen however small it is.
    """
    if not points:
        return ()
    top = max(point.value for point in points) or 1
    place = WIDTH / len(points)
    made = []
    for number, point in enumerate(points):
        height = max(point.value / top * HEIGHT, _THINNEST) if point.value > 0 else 0
        x = WIDTH - (number + 1) * place + place * _GAP / 2
        x_said, y, width, tall = (f"{size:.1f}" for size in (x, HEIGHT - height, place * (1 - _GAP), height))
        made.append(Bar(x_said, y, width, tall, point.label, point.name))
    return tuple(made)
