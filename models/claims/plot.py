"""A reliability diagram as SVG: the share of records that are right against their confidence."""

from collections.abc import Mapping, Sequence

SIDE, LEFT, TOP, RIGHT, BOTTOM = 320, 56, 20, 170, 48
COLOURS = ("#8a8f98", "#2563b8", "#b8442c")
# The area of a dot tells how many records it stands for.
LEAST, MOST = 2.5, 9.0
HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
    'font-family="sans-serif" font-size="12" role="img" aria-label="Reliability of the confidence of records">'
)

type Bins = Sequence[Mapping[str, float]]


def svg(parts: Mapping[str, Bins]) -> str:
    """The diagram of `parts`, each a name with the bins of `models.claims.fitting.reliability`."""
    width, height = LEFT + SIDE + RIGHT, TOP + SIDE + BOTTOM
    most = max((one["records"] for bins in parts.values() for one in bins), default=1)
    lines = [HEAD.format(width=width, height=height), f'<rect width="{width}" height="{height}" fill="#ffffff"/>']
    lines += _axes()
    for number, (name, bins) in enumerate(parts.items()):
        lines += _part(name, bins, COLOURS[number % len(COLOURS)], number, most)
    return "\n".join([*lines, "</svg>", ""])


def _x(share: float) -> float:
    return round(LEFT + share * SIDE, 1)


def _y(share: float) -> float:
    return round(TOP + (1 - share) * SIDE, 1)


def _axes() -> list[str]:
    lines = []
    for tenth in range(0, 11, 2):
        share = tenth / 10
        lines.append(f'<path d="M{_x(share)} {_y(0)}V{_y(1)}M{_x(0)} {_y(share)}H{_x(1)}" stroke="#e3e5e8"/>')
        lines.append(f'<text x="{_x(share)}" y="{_y(0) + 18}" text-anchor="middle">{share:.1f}</text>')
        lines.append(f'<text x="{_x(0) - 8}" y="{_y(share) + 4}" text-anchor="end">{share:.1f}</text>')
    lines.append(f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#8a8f98" stroke-dasharray="4 4"/>')
    lines.append(f'<text x="{_x(0.5)}" y="{_y(0) + 38}" text-anchor="middle">confidence</text>')
    middle = _y(0.5)
    return [*lines, f'<text transform="translate(14 {middle}) rotate(-90)" text-anchor="middle">share right</text>']


def _part(name: str, bins: Bins, colour: str, number: int, most: float) -> list[str]:
    path = "L".join(f"{_x(one['confidence'])} {_y(one['right'])}" for one in bins)
    lines = [f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="1.5"/>'] if path else []
    for one in bins:
        size = round(LEAST + (MOST - LEAST) * (one["records"] / most) ** 0.5, 1)
        told = f"{name}: {one['records']:g} records at {one['confidence']:.2f}, {one['right']:.2f} right"
        dot = f'<circle cx="{_x(one["confidence"])}" cy="{_y(one["right"])}" r="{size}" fill="{colour}"'
        lines.append(f'{dot} fill-opacity="0.75"><title>{told}</title></circle>')
    at = TOP + 14 + 20 * number
    records = sum(one["records"] for one in bins)
    lines.append(f'<circle cx="{LEFT + SIDE + 20}" cy="{at - 4}" r="5" fill="{colour}"/>')
    return [*lines, f'<text x="{LEFT + SIDE + 30}" y="{at}">{name} ({records:g})</text>']
