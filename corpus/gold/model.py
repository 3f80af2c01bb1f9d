"""The one-file form of gold: documents and the facts that a careful reader finds in them."""

from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from corpus.schema import Band, JalaliText, Kind, Status, Value

Split = Literal["dev", "test"]


class GoldModel(BaseModel):
    """Base of all: values never change once made; what a gold file says beyond these fields is left aside."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class GoldDeadline(GoldModel):
    """A deadline: Jalali, and its last day in the Gregorian calendar (ISO) where the year is known."""

    jalali: JalaliText
    end: str | None


class GoldFact(GoldModel):
    """One fact. `subject` and `claimant` list every acceptable name; None in a field means that it is not judged.

    `start:end` count code points of the document's text, end exclusive; `also` are other places that state the same.
    `also_indicator` is another code that a careful reader may choose. A fact with `core` False is optional: finding it
    is neither rewarded nor punished.
    """

    doc: str
    kind: Kind
    subject: tuple[str, ...] = Field(min_length=1)
    indicator: str | None = None
    also_indicator: str | None = None
    value: Value | None = None
    band: Band | None = None
    status: Status | None = None
    deadline: GoldDeadline | None = None
    as_of: str | None = None
    law: str | None = None
    claimant: tuple[str, ...] | None = None
    quote: str = Field(min_length=1)
    start: int = Field(ge=0)
    end: int
    also: tuple[tuple[int, int], ...] = ()
    core: bool = True
    note: str | None = None

    @model_validator(mode="after")
    def _span_fits(self) -> Self:
        if self.end - self.start != len(self.quote):
            raise ValueError(f"quote of {len(self.quote)} characters for span {self.start}:{self.end}")
        return self


class GoldDocument(GoldModel):
    """A document of the gold. `published` is Jalali; `text` is absent where the texts are kept as files."""

    doc: str
    id: str | None = None
    publisher: str | None = None
    published: str | None = None
    origin: str | None = None
    title: str | None = None
    split: Split | None = None
    text: str | None = None


class Gold(GoldModel):
    """Documents and the facts in them."""

    documents: tuple[GoldDocument, ...]
    records: tuple[GoldFact, ...]

    def part(self, split: Split) -> "Gold":
        """The documents of one split, and their facts."""
        documents = tuple(one for one in self.documents if one.split == split)
        names = {one.doc for one in documents}
        return Gold(documents=documents, records=tuple(one for one in self.records if one.doc in names))


def read(path: Path, texts: Path | None = None) -> Gold:
    """The gold of a one-file JSON; `texts` is the folder of the documents' texts where the file has none inside.

    Raises OSError where a file cannot be read, pydantic.ValidationError where it is no gold.
    """
    gold = Gold.model_validate_json(path.read_text(encoding="utf-8"))
    if texts is None:
        return gold
    documents = tuple(
        one if one.text is not None else one.model_copy(update={"text": (texts / one.doc).read_text(encoding="utf-8")})
        for one in gold.documents
    )
    return gold.model_copy(update={"documents": documents})
