"""Keys under which a text is found by texts like it: MinHash (Broder 1997), cut into bands.

Two texts that share the part `j` of their shingles have a given band alike with the chance `j ** ROWS`, and at least
one of the bands with `1 - (1 - j ** ROWS) ** BANDS`: 0.93 at a half, 0.99 at 0.6, under one in 10,000 at 0.01.
"""

import struct
from collections.abc import Collection
from zlib import crc32

from rensa import RMinHash  # type: ignore[import-untyped]

BANDS = 20
ROWS = 3
# A fixed choice of hash functions: stored keys must stay comparable with keys of later years.
_SEED = 42
# A caption or a flash of a few words says too little of itself to be compared.
FEWEST = 60


def bands(pieces: Collection[str]) -> tuple[int, ...]:
    """The keys of a text with these shingles, 20 signed 32-bit numbers; none for a text of under 60 shingles."""
    if len(pieces) < FEWEST:
        return ()
    sketch = RMinHash(num_perm=BANDS * ROWS, seed=_SEED)
    sketch.update(list(pieces))
    values = sketch.digest()
    return tuple(sorted({_key(band, values[band * ROWS : (band + 1) * ROWS]) for band in range(BANDS)}))


def _key(band: int, values: list[int]) -> int:
    return crc32(struct.pack(f"<B{ROWS}Q", band, *values)) - 2**31
