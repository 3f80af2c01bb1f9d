"""Who says what a verb of saying tells: the speaker stands before it."""

import re
from dataclasses import dataclass

from extractor.annotations import Mention, PersonMention, Span
from extractor.claims.clauses import finite_verbs
from extractor.claims.voice import Voice
from extractor.claims.voices.identities import Identities
from extractor.claims.voices.scene import Scene
from extractor.claims.voices.strangers import Strangers
from extractor.claims.voices.words import its_head, lead, press

# A speaker this near the opening of what is said is its first word.
_NEAR = 3
# «وی» stands within so many characters of the opening.
_EARLY = 60
# A platform speaks for itself right before the verb: «درگاه ملی مجوزها اعلام کرد».
_ITSELF = 15
# «…»، وزیر گفت: the quotation stands before its speaker.
_CLOSED = re.compile(r"»[؛،.]? ?\Z")
# «در پی انتشار این خبر، وزارت نیرو …»: what stands before the speaker is no longer than this.
_ADVERBIAL = 120
_AFTER_COMMA = re.compile(r"، (?:روابط عمومی )?\Z")
# «درباره سفر استانی رئیس‌جمهور گفت»; «درباره این سفر رئیس‌جمهور گفت» has a speaker.
_SPOKEN_OF = re.compile(r" (?!این |همین |آن )(?:\w+ ){1,2}")
# Where a sentence turns to somebody else.
_TURNS = re.compile(r"؛|/ |،? (?:اما|ولی|لیکن|در حالی که|حال آنکه|در مقابل) ")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of saying, and whether it goes on with a speech, may be a deed, is the sentence's first."""

    span: Span
    adds: bool = False
    deed: bool = False
    first: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """A speaker, the place from which it speaks, and whether it is only pointed back to."""

    voice: Voice
    begin: int
    again: bool = False


class Speakers:
    """Finds the speaker before a verb of saying."""

    def __init__(self, scene: Scene, identities: Identities) -> None:
        self._scene = scene
        self._identities = identities
        self.strangers = Strangers(scene, identities)

    def opening(self, region: Span) -> int:
        """Where the first word of `region` stands that could be a speaker."""
        found = lead().match(self._scene.masked, region.start, region.end)
        return found.end() if found else region.start

    def before(self, verb: Verb, region: Span, *, said: Span) -> Found | None:
        """The speaker in `region`, which ends where `verb` begins; `said` is what the words introduce it with."""
        opening = self.opening(region)
        person = next((one for one in self._scene.people.within(region) if self.is_subject(one, region)), None)
        pronoun = self._pronoun(region, opening, person)
        if pronoun is not None:
            again = self._identities.again(said)
            return Found(again, self.begin(region, pronoun), again=True) if again else None
        if person:
            return Found(self._identities.of(person, said, adds=verb.adds), self.begin(region, person.start))
        head = self.strangers.its_head(region, said)
        if head:
            return Found(head, head.span.start)
        body = None if verb.deed else self._body(region, opening, said, first=verb.first)
        if body:
            return Found(body, self.begin(region, body.span.start))
        stranger = self.strangers.at(opening, region.end, said, adds=verb.adds) or self._behind_body(region, said)
        return Found(stranger, self.begin(region, stranger.span.start)) if stranger else None

    def is_subject(self, one: PersonMention, region: Span) -> bool:
        """Whether the person is not addressed, quoted or met: «در حضور وزیر», «به گفته وزیر»."""
        beside = self._scene.ends_at("beside", one.start) or self._scene.ends_at("source", one.start)
        if beside is not None and beside.start >= region.start:
            return False
        about = self._scene.frames("about", Span(region.start, one.start))[-1:]
        return not any(_SPOKEN_OF.fullmatch(self._scene.text, cue.end, one.start) for cue in about)

    def _pronoun(self, region: Span, opening: int, person: PersonMention | None) -> int | None:
        early = Span(region.start, min(region.end, max(region.start + _EARLY, opening + 1)))
        for one in self._scene.frames("pronoun", Span(early.start, region.end)):
            if one.start > early.end or (person and person.start < one.start):
                return None
            if any(match.end() == one.end for match in its_head().finditer(self._scene.text, region.start, one.end)):
                return None  # «معاون او»
            if self._scene.ends_at("beside", one.start) is None and self._scene.ends_at("source", one.start) is None:
                return one.start
        return None

    def begin(self, region: Span, subject: int) -> int:
        """Where the speech begins: with the region, unless something is told before the subject is named."""
        if subject - region.start <= _NEAR or self._scene.ends_at("this_said", subject):
            return region.start
        if _CLOSED.search(self._scene.text[max(region.start, subject - 3) : subject]):
            return region.start
        told = self._scene.figures(region.start, subject)
        before = Span(region.start, subject)
        return subject if told or finite_verbs(self._scene.masked, before) else region.start

    def _body(self, region: Span, opening: int, said: Span, *, first: bool) -> Voice | None:
        text = self._scene.text
        turned = list(_TURNS.finditer(self._scene.masked, region.start, region.end))
        if turned and not first:
            region = Span(turned[-1].end(), region.end)
            opening = self.opening(region)
        for one in self._scene.speakers(region):
            opens = press().fullmatch(text, opening, one.start) or (
                one.start - region.start <= _ADVERBIAL and _AFTER_COMMA.search(text[region.start : one.start])
            )
            if isinstance(one, Mention) and opens:
                itself = one.type == "agency" or region.end - one.end <= _ITSELF
                # In what somebody says, a body is spoken of, unless the next verb is its own.
                own = first or not finite_verbs(self._scene.masked, Span(one.end, region.end))
                return self._identities.of(one, said) if itself and own else None
            if not first or isinstance(one, PersonMention):
                break
        return self.body_again(opening, region.end, said)

    def body_again(self, opening: int, end: int, said: Span) -> Voice | None:
        """«این سازمان», «کمیسیون»: the body that was named, or spoke, last before."""
        found = press().match(self._scene.text, opening)
        pointer = self._scene.at("body_again", found.end() if found else opening, end)
        if pointer is None:
            return None
        issuer = self._identities.issuer
        head = self._scene.text[pointer.start : pointer.end].split(" ")[-1].removesuffix("خانه")
        if issuer and issuer.claimant.organization and issuer.claimant.organization.startswith(head):
            return Voice(issuer.claimant, issuer.span, issuer.body, said)
        earlier = [one for one in self._scene.bodies.within(Span(0, pointer.start)) if one.type == "agency"]
        meant = next((one for one in reversed(earlier) if one.name.startswith(head)), None)
        return self._identities.of(meant, said) if meant else None

    def _behind_body(self, region: Span, said: Span) -> Voice | None:
        """«به گزارش روابط عمومی اداره … رضا احمدی افزود»: no comma parts the two."""
        for one in self._scene.bodies.within(region):
            if one.end < region.end and self._scene.text[one.end] == " ":
                found = self.strangers.at(one.end + 1, region.end, said)
                if found and found.claimant.name:
                    return found
        return None
