"""Those who speak in an article: one identity each, however they are called."""

import re
from dataclasses import dataclass, replace

from corpus.registry import load
from corpus.schema import Claimant
from extractor.annotations import Mention, PersonMention, Span
from extractor.claims.voice import Voice, joined, of_body, of_person, same_person
from extractor.document import Document
from extractor.entities.skeletons import key

# Another one speaks: words before a speaker, and behind.
_ANOTHER = re.compile(
    r"(?<!\w)(?:پس|بعد|پیش|قبل) از|(?<!\w)(?:در مقابل|اما|ولی|سپس|نوبت|دیگر|یکی|یک|همچنین|در پاسخ|در واکنش) "
)
_ALSO = re.compile(r"،? (?:نیز|هم|که|دیگر|اما) ")
# A town's member and a member of a commission may be one; ministers and heads of bodies are none of them.
_HOUSE = re.compile(
    r"^(?:(?:نایب ?)?ر[یئ]یس|عضو|سخنگو[ی]?|دبیر)\b.*(?:کمیسیون|فراکسیون|مجلس|هی[اأئ]ت ?ر[یئ]یسه)|^نماینده "
)


@dataclass(slots=True)
class _Identity:
    claimant: Claimant
    body: Mention | None


class Identities:
    """Makes voices, and remembers who spoke last and which body issued what is told."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._known: list[_Identity] = []
        self._completed: dict[Voice, Voice] = {}
        self.last: Voice | None = None
        self.issuer: Voice | None = None

    def of(self, who: PersonMention | Mention, introduced: Span, *, adds: bool = False) -> Voice:
        """The voice of a person or body; `adds` where the verb goes on with a speech («افزود»)."""
        if isinstance(who, Mention):
            return Voice(of_body(who, self._document), Span(who.start, who.end), _plain(who), introduced)
        claimant = of_person(who, self._document)
        body = _body(who, claimant)
        return self.person(claimant, Span(who.start, who.end), body, introduced, adds=adds)

    def person(
        self, claimant: Claimant, span: Span, body: Mention | None, introduced: Span, *, adds: bool = False
    ) -> Voice:
        """The voice of a person described by `claimant`, joined with what is known of the same person."""
        place = self._place(claimant, span, introduced, adds=adds)
        if place is None:
            self._known.append(_Identity(claimant, body))
            place = len(self._known) - 1
        known = self._known[place]
        claimant = joined(claimant, known.claimant)
        known.claimant, known.body = claimant, body or known.body
        return Voice(claimant, span, known.body, introduced, place)

    def _place(self, claimant: Claimant, span: Span, introduced: Span, *, adds: bool) -> int | None:
        for place in reversed(range(len(self._known))):
            if same_person(self._known[place].claimant, claimant):
                return place
        last = self.last
        if last is None or last.identity < 0:
            return None
        known = self._known[last.identity].claimant
        # The lead says «وزیر … گفت», then comes the name.
        if claimant.name and not claimant.role and not known.name:
            return last.identity
        # «نماینده وزیر در استان افزود»: another of the titles of who spoke before.
        if not claimant.role or claimant.name or not known.name or self._changes(span, introduced):
            return None
        if (adds or known.role is None) and not (claimant.id and known.id):
            return last.identity
        return last.identity if _in_house(claimant) and _in_house(known) else None

    def _changes(self, span: Span, introduced: Span) -> bool:
        """Whether the words around a speaker say that it is another one: «پس از او نماینده خمین نیز گفت»."""
        text = self._document.text
        before, behind = text[introduced.start : span.start], text[span.end : introduced.end]
        return _ANOTHER.search(before) is not None or _ALSO.match(behind) is not None

    def of_head(self, head: str, span: Span, introduced: Span) -> Voice | None:
        """«وزیر گفت»: the last one who has an office that begins so."""
        for known in reversed(self._known):
            if key((known.claimant.role or "").split(" ")[0]) == head:
                return self.person(known.claimant, span, known.body, introduced)
        return None

    def again(self, introduced: Span) -> Voice | None:
        """The last speaker once more."""
        return self.last and replace(self.last, introduced=introduced)

    def complete(self, voice: Voice) -> Voice:
        """`voice` with the name, or the whole name, that the article gives later on."""
        name = self._known[voice.identity].claimant.name if voice.identity >= 0 else None
        if name is None or name == voice.claimant.name:
            return voice
        if voice not in self._completed:
            self._completed[voice] = replace(voice, claimant=voice.claimant.model_copy(update={"name": name}))
        return self._completed[voice]


def _in_house(one: Claimant) -> bool:
    """A member of parliament has several titles: his town's, his commission's."""
    return _HOUSE.search(f"{one.role} {one.organization or ''}") is not None


def _plain(body: Mention) -> Mention:
    return Mention(body.start, body.end, body.id, body.name, body.type)


def _body(who: PersonMention, claimant: Claimant) -> Mention | None:
    if not claimant.organization:
        return None
    return Mention(who.start, who.end, claimant.id, claimant.organization, "agency")


def spoken_for(body: Mention) -> Mention:
    """The body that «ما» means: for an inner office of the registry the body around it."""
    around = load().get(load().speaks_for(body.id)) if body.id else None
    return Mention(body.start, body.end, around.id, around.name, "agency") if around else body
