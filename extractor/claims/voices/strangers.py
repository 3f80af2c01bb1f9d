"""Speakers that no recogniser knows: «مجری طرح …», «یک مقام آگاه در وزارت نیرو», «سیاوش طالبی نخست … گفت»."""

import re
from collections.abc import Iterator

from corpus.schema import Claimant
from extractor.annotations import Mention, Span
from extractor.claims.voice import Voice
from extractor.claims.voices.identities import Identities
from extractor.claims.voices.scene import Scene
from extractor.claims.voices.words import its_head, keys
from extractor.entities.given_names import is_given, is_surname, may_be_surname
from extractor.entities.person_names import name_at, no_name
from extractor.entities.roles import is_head, restored
from extractor.entities.skeletons import key
from extractor.entities.verb_forms import is_verb_form

_WORD = re.compile(r" ?([^\W\d_]+)")
# A role of more words is a sentence's beginning.
_LONGEST = 9
_NAME = 5
# So many words are a name at most, where only their shape says so.
_SHAPED = 3


class Strangers:
    """Finds them at the opening of what they say."""

    def __init__(self, scene: Scene, identities: Identities) -> None:
        self._scene = scene
        self._identities = identities
        self._names: dict[str, Claimant] = {}

    def at(self, place: int, limit: int, introduced: Span, *, adds: bool = False) -> Voice | None:
        """Who is named at `place`, before `limit`: by name, or by a role of two words and more."""
        return (
            self._named(place, limit, introduced)
            or self._office(place, limit, introduced, adds=adds)
            or self._surname(place, limit, introduced)
        )

    def _surname(self, place: int, limit: int, introduced: Span) -> Voice | None:
        """«مدیرعامل شرکت … گفت … رستمی افزود»: the lead gives the office, what follows the surname alone."""
        last = self._identities.last
        words = [word for _, word in zip(range(2), self._words(place, limit), strict=False)]
        if last is None or last.identity < 0 or last.claimant.name or not words:
            return None
        spelt = key(words[0][1])
        alone = len(words) == 1 or key(words[1][1]) in keys("stops")
        if not alone or spelt in keys("stops") or no_name(spelt) or not is_surname(spelt):
            return None
        return self._known(Span(*words[0].span(1)), words[0].start(1), introduced)

    def its_head(self, region: Span, introduced: Span, *, at_once: bool = False) -> Voice | None:
        """«رئیس آن», of the body named last before; `at_once` where nothing may stand before it."""
        found = list(its_head().finditer(self._scene.text, region.start, region.end))
        if not found or (at_once and found[0].start() != region.start):
            return None
        bodies = [one for one in self._scene.bodies.within(Span(0, found[-1].start())) if one.type == "agency"][-1:]
        last = self._identities.last
        if found[-1].group().endswith((" او", " وی")):
            bodies = [last.body] if last and last.body else []
        return self._voice(
            Span(*found[-1].span()), restored(found[-1]["role"]), bodies[0] if bodies else None, introduced
        )

    def _words(self, place: int, limit: int) -> Iterator[re.Match[str]]:
        at = place
        while (word := _WORD.match(self._scene.text, at, limit)) and self._scene.text[at : word.start(1)] in ("", " "):
            yield word
            at = word.end()

    def _named(self, place: int, limit: int, introduced: Span) -> Voice | None:
        words = list(zip(range(_NAME + 1), self._words(place, limit), strict=False))
        end = next((word.start() for _, word in words if key(word[1]) in keys("stops")), None)
        end = end if end is not None else (words[-1][1].end() if words else place)
        if words and place < end:
            known = self._names.get(key(self._scene.text[place:end]))
            if known:
                return self._identities.person(known, Span(place, end), None, introduced)
        name = name_at(self._scene.text, place, end) if place < end else None
        if name is None or name.surname == name.start or name.end < end:
            return self._given(place, end, introduced)
        if not is_given(key(_first(self._scene.text[name.start : name.end]))):
            return None
        return self._known(Span(name.start, name.end), name.surname, introduced)

    def _given(self, place: int, end: int, introduced: Span) -> Voice | None:
        """A given name and one to three words that no recogniser takes for a surname: «بهنام راد»."""
        text = self._scene.text[place:end].strip()
        words = [key(word) for word in text.split(" ")]
        if not 1 < len(words) < _NAME or not is_given(words[0]) or any(map(is_head, words)):
            return None
        if any(is_verb_form(word, at_end=True) for word in words):
            return None
        start = self._scene.text.index(text, place)
        return self._known(Span(start, start + len(text)), start + len(_first(text)) + 1, introduced)

    def _known(self, span: Span, surname: int, introduced: Span) -> Voice:
        claimant = self._claimant(span, name=restored(self._scene.text[span.start : span.end]))
        self._names[key(self._scene.text[surname : span.end])] = claimant
        self._names[key(self._scene.text[span.start : span.end])] = claimant
        return self._identities.person(claimant, span, None, introduced)

    def shaped(self, place: int, limit: int, introduced: Span) -> Voice | None:
        """Two or three words that can be a name, before a verb of saying that has no other speaker."""
        words = list(zip(range(_SHAPED + 1), self._words(place, limit), strict=False))
        spelt = [key(word[1]) for _, word in words]
        end = next((at for at, one in enumerate(spelt) if one in keys("stops")), len(spelt))
        named = spelt[:end]
        if not 1 < len(named) <= _SHAPED or any(map(no_name, named)) or not may_be_surname(named[-1]):
            return None
        span = Span(words[0][1].start(1), words[end - 1][1].end())
        claimant = self._claimant(span, name=restored(self._scene.text[span.start : span.end]))
        self._names[named[-1]] = self._names["".join(named)] = claimant
        return self._identities.person(claimant, span, None, introduced)

    def _office(self, place: int, limit: int, introduced: Span, *, adds: bool) -> Voice | None:
        begin, end, count, body = place, place, 0, None
        for word in self._words(place, limit):
            spelt = key(word[1])
            if count == 0 and spelt in ("یک", "دیگر"):
                begin = word.end() + 1
                continue
            if count == 0 and spelt not in keys("heads"):
                return None
            body = self._body(word.start(1))
            if body or (spelt in keys("stops") and spelt != "و") or count == _LONGEST:
                inside = word.end() + 1 if spelt == key("در") else -1
                body = body or self._body(inside)
                break
            count += 1
            end = word.end() if spelt != "و" else end
        if count == 1 and body is None:
            return self._identities.of_head(key(self._scene.text[begin:end]), Span(begin, end), introduced)
        if not count:
            return None
        span = Span(begin, body.end if body and body.start <= end + 1 else end)
        return self._voice(span, restored(self._scene.text[begin:end]), body, introduced, adds=adds)

    def _body(self, place: int) -> Mention | None:
        found = [one for one in self._scene.bodies.within(Span(place, place + 120)) if one.start == place]
        return found[0] if found and found[0].type == "agency" else None

    def _voice(self, span: Span, role: str, body: Mention | None, introduced: Span, *, adds: bool = False) -> Voice:
        claimant = self._claimant(span, role=role, body=body)
        return self._identities.person(claimant, span, body, introduced, adds=adds)

    def _claimant(
        self, span: Span, *, name: str | None = None, role: str | None = None, body: Mention | None = None
    ) -> Claimant:
        return Claimant(
            name=name,
            role=role,
            organization=body.name if body else None,
            mention=self._scene.document.words(span),
            id=body.id if body else None,
        )


def _first(name: str) -> str:
    return name.split(" ", maxsplit=1)[0]
