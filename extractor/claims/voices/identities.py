"""Those who speak in an article: one identity each, however they are called."""

from dataclasses import dataclass, replace

from corpus.registry import load
from corpus.schema import Claimant
from extractor.annotations import Mention, PersonMention, Span
from extractor.claims.voice import Voice, joined, of_body, of_person, same_person
from extractor.document import Document
from extractor.entities.skeletons import key


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
        place = self._place(claimant, adds=adds)
        if place is None:
            self._known.append(_Identity(claimant, body))
            place = len(self._known) - 1
        known = self._known[place]
        claimant = joined(claimant, known.claimant)
        known.claimant, known.body = claimant, body or known.body
        return Voice(claimant, span, known.body, introduced, place)

    def _place(self, claimant: Claimant, *, adds: bool) -> int | None:
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
        titled = adds and claimant.role and not claimant.name and known.name
        return last.identity if titled and not (claimant.id and known.id) else None

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
