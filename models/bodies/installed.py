"""Which model is installed, for `dideban doctor`."""

import json
from hashlib import sha256

from models.bodies.tagger import LABELS, MODEL, load

_FIGURES = MODEL.with_name("figures.json")


def installed() -> str:
    """The model's file, size, beginning of its SHA-256 and figures. Raises ModelError where the file is damaged."""
    load(MODEL)
    content = MODEL.read_bytes()
    told = json.loads(_FIGURES.read_text(encoding="utf-8"))["test, as written"]
    figures = ", ".join(f"{label} F1 {told[label]['f1']:.3f}" for label in LABELS)
    return f"{MODEL.name}, {len(content) / 1e6:.1f} MB, SHA-256 {sha256(content).hexdigest()[:12]}, {figures}"
