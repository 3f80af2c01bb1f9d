"""A claimant and the words that introduce it."""

from dataclasses import dataclass

from corpus.schema import Claimant
from extractor.annotations import Mention, PersonMention, Span
from extractor.document import Document


@dataclass(frozen=True, slots=True)
class Voice:
    """A claimant with the characters that name it and the end of the words that introduce it."""

    claimant: Claimant
    span: Span
    body: Mention | None
    introduced: Span


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
    """Whether two mentions are of one person: the same name, or the same office of the same body and not two names."""
    if one.name and other.name:
        return one.name == other.name
    if not (one.role and other.role) or one.organization != other.organization:
        return False
    return one.role.split()[0] == other.role.split()[0]


def joined(new: Claimant, known: Claimant) -> Claimant:
    """`new` with what `known`, an earlier mention of the same person, says besides."""
    office = new if new.role and new.organization else known
    return Claimant(
        name=new.name or known.name,
        role=office.role or known.role,
        organization=office.organization,
        mention=new.mention,
        id=office.id,
    )
