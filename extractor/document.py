"""An article on its way through the pipeline: its text, its view and what the recognisers found in it."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from corpus.schema import Article, Record
from extractor.annotations import (
    DateMention,
    LawMention,
    Mention,
    PersonMention,
    Quantity,
    Sentence,
    Span,
)
from extractor.text.view import View

if TYPE_CHECKING:
    from extractor.claims.draft import Draft

# Stands in for the characters of a name, so that words inside it are not taken for words of the sentence.
MASK = "\N{BLACK SQUARE}"


@dataclass(slots=True)
class Document:
    """All that is known of one article while it is read; record ids are made from `name`.

    Offsets are those of `view.folded`. A long article is read in parts: `view` is then of one part.
    """

    article: Article
    name: str
    view: View
    published: date | None
    year: int | None
    sentences: list[Sentence] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    # What claims are read with, and all that is named: offices as such, and what only points back («این سازمان»).
    bodies: list[Mention] = field(default_factory=list)
    named: list[Mention] = field(default_factory=list)
    laws: list[LawMention] = field(default_factory=list)
    people: list[PersonMention] = field(default_factory=list)
    # What only points back («این قانون», «وی»); the claims have their own reading of such words.
    pointing: list[LawMention | PersonMention] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    # What each record was made from, by its id: extractor.claims.trail tells why it says what it says.
    drafts: dict[str, "Draft"] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The folded text."""
        return self.view.folded

    def masked(self) -> str:
        """The folded text with names of bodies, platforms, laws and people blotted out, of the same length."""
        characters = list(self.text)
        for span in (*self.bodies, *self.laws, *self.people):
            if isinstance(span, Mention) and span.type == "group":
                continue
            characters[span.start : span.end] = MASK * (span.end - span.start)
        return "".join(characters)

    def words(self, span: Span) -> str:
        """The words of `span` as the article writes them."""
        start, end = self.view.to_raw(span.start, span.end)
        return self.view.raw[start:end]
