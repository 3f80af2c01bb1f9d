"""Which trained files read beside the rules."""

from dataclasses import dataclass
from pathlib import Path

from models.claims import FIGURES, LEAST, WEIGHTS


@dataclass(frozen=True, slots=True)
class Trained:
    """The reader of figures and the weights of confidence; None, or a file that is missing, leaves it to the rules.

    A record whose calibrated confidence is below `least` is not given.
    """

    reader: Path | None = FIGURES
    confidence: Path | None = WEIGHTS
    least: float = LEAST

    @property
    def model(self) -> Path | None:
        """The reader's file, None where figures are read by the rules alone."""
        return self.reader if self.reader and self.reader.exists() else None

    @property
    def calibration(self) -> Path | None:
        """The weights' file, None where there is none; they hold only for records read with the reader."""
        return self.confidence if self.model and self.confidence and self.confidence.exists() else None


SHIPPED = Trained()
# The programmes' signs and the rules, with nothing that was trained.
RULES_ALONE = Trained(reader=None, confidence=None)
