"""Which reader and which weights of confidence are installed, for `dideban doctor`."""

import json
from hashlib import sha256

from models.claims.confidence import LEAST, WEIGHTS
from models.claims.reader import FIGURES, Reader


def installed() -> str:
    """The reader's file, size and beginning of its SHA-256, and what the weights were measured at.

    Raises OSError where the reader is missing or damaged; that weights are missing it only tells.
    """
    labels = len(Reader(FIGURES).labels)
    content = FIGURES.read_bytes()
    reader = f"{FIGURES.name}, {len(content) / 1e6:.1f} MB, SHA-256 {sha256(content).hexdigest()[:12]}, {labels} labels"
    return f"{reader}; {_calibration()}"


def _calibration() -> str:
    if not WEIGHTS.exists():
        return (
            f"no {WEIGHTS.name}: the confidence of records is not calibrated but the product of the rules' own "
            "sureness, and no record is left out for it; make confidence makes it"
        )
    told = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    test = told["figures"]["test half"]
    return (
        f"{WEIGHTS.name} version {told['version']}, calibration error {test['calibration_error']:.3f}, "
        f"{test['sure_right']:.3f} right from 0.9 on, records from {LEAST:g} on are given"
    )
