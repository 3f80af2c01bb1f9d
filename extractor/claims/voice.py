"""A claimant and the words that introduce it."""

from dataclasses import dataclass

from corpus.folding import skeleton
from corpus.schema import Claimant
from extractor.annotations import Mention, PersonMention, Span
from extractor.document import Document

# A surname of fewer letters is no proof.
_SURNAME = 4


@dataclass(frozen=True, slots=True)
class Voice:
    """A claimant with the characters that name it and the words that introduce it.

    `identity` counts those who speak in the article: a person who is named in full only later keeps it.
    """

    claimant: Claimant
    span: Span
    body: Mention | None
    introduced: Span
    identity: int = -1


@dataclass(frozen=True, slots=True)
class Turn:
    """From `start` on `voice` speaks, None for the paper: to the paragraph's end where `lasting`, else the sentence's.

    `again` says that the words point back to the speaker before, `issued` that a body makes something public, of which
    the next paragraph may tell. `yields` marks a promise, which who tells of it claims. `closed` says that
    it is nobody's: not even the body's whose release the article is. `back` says that what
    stands before is said by the same.
    """

    start: int
    voice: Voice | None
    lasting: bool = True
    again: bool = False
    issued: bool = False
    yields: bool = False
    closed: bool = False
    back: bool = False


def of_person(person: PersonMention, document: Document) -> Claimant:
    """A person as a claimant."""
    return Claimant(
        name=person.name,
        role=person.role,
        organization=person.organization,
        mention=document.words(person),
        id=person.organization_id,
    )


def of_body(body: Mention, document: Document) -> Claimant:
    """A body as a claimant."""
    return Claimant(name=None, role=None, organization=body.name, mention=document.words(body), id=body.id)


def same_person(one: Claimant, other: Claimant) -> bool:
    """Whether two mentions are of one person: the same name, or the same office and not two names."""
    if one.name and other.name:
        return _same_name(*sorted((skeleton(one.name), skeleton(other.name)), key=len))
    if not (one.role and other.role) or _head(one) != _head(other):
        return False
    if one.organization and other.organization and one.organization != other.organization:
        return False
    fewer, more = sorted((_office(one), _office(other)), key=len)
    return fewer <= more


def _same_name(shorter: str, longer: str) -> bool:
    """«طالبی» is «سیاوش طالبی»."""
    return shorter == longer or (len(shorter) >= _SURNAME and longer.endswith(shorter))


def _head(one: Claimant) -> str:
    return skeleton((one.role or "").split()[0])


def _office(one: Claimant) -> frozenset[str]:
    return frozenset(map(skeleton, f"{one.role} {one.organization or ''}".split()))


def joined(new: Claimant, known: Claimant) -> Claimant:
    """`new` with what `known`, an earlier mention of the same person, says besides."""
    office = new if new.role and new.organization else known
    return Claimant(
        name=max(new.name or "", known.name or "", key=len) or None,
        role=office.role or new.role or known.role,
        organization=office.organization,
        mention=new.mention,
        id=office.id,
    )
