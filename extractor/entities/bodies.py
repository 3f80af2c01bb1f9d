"""Bodies, groups of bodies and platforms in a text."""

from dataclasses import replace
from typing import NamedTuple

from corpus.registry import load
from extractor.annotations import Mention
from extractor.entities.anaphora import taken_up
from extractor.entities.below import below, plain
from extractor.entities.matches import matches
from extractor.entities.misleading import misleads, ours
from extractor.entities.skeletons import skeleton_of
from extractor.entities.spelt import listed, single
from extractor.entities.taken import Taken, apart
from extractor.entities.units import with_offices
from extractor.entities.unknown import unknown_bodies


def find_bodies(folded: str) -> list[Mention]:
    """Mentions in `folded` (`View.folded`), sorted, none overlapping another.

    Registry bodies, groups and platforms come under their id and official name; bodies that the registry does not have,
    offices, branches and the bodies below a body («زیرمجموعه‌های وزارت نفت») come with id None under the text's own
    words; «این سازمان» comes with `anaphora` under the body that it takes up.
    """
    named = _meant(folded, with_offices(folded, _found(folded)))
    return _all(folded, named)


class Found(NamedTuple):
    """`all` is what `find_bodies` gives; `speaking` what claims are about.

    There «روابط عمومی سازمان بورس» and «معاونت درمان وزارت بهداشت» are the bodies whose words theirs are, those below a
    body are a group, and no anaphora stands: the claims have their own reading of «این سازمان».
    """

    all: list[Mention]
    speaking: list[Mention]


def read_bodies(folded: str) -> Found:
    """The mentions of `find_bodies`, and those that claims are read with."""
    found = _found(folded)
    offices = with_offices(folded, found)
    named = _meant(folded, offices)
    speaking = named if offices == found else _meant(folded, with_offices(folded, found, speaking=True))
    return Found(_all(folded, named), speaking)


def _all(folded: str, named: list[Mention]) -> list[Mention]:
    return apart([*map(plain, named), *taken_up(folded, named)])


def _found(folded: str) -> list[Mention]:
    """Bodies of the registry and others, as their own words name them."""
    skeleton = skeleton_of(folded)
    every = sorted(matches(skeleton), key=lambda one: (one.start, -one.end))
    in_lists, opened = listed(folded, every)
    known = apart([*in_lists, *single(skeleton, every, Taken([*in_lists, *opened]))])
    return apart([below(folded, one) for one in (*known, *unknown_bodies(folded, known))])


def _meant(folded: str, mentions: list[Mention]) -> list[Mention]:
    return list(ours(folded, [one for one in _joined(folded, apart(mentions)) if not misleads(folded, one)]))


def _joined(folded: str, mentions: list[Mention]) -> list[Mention]:
    """`mentions`, each body that stands right before one above it joined to it: «مرکز آمار وزارت نیرو»."""
    kept: list[Mention] = []
    for one in mentions:
        last = kept[-1] if kept else None
        touching = last and folded[last.end : one.start] == " " and not one.short
        if last and touching and last.id and one.id in load().ancestors(last.id):
            kept[-1] = replace(last, end=one.end)
            continue
        kept.append(one)
    return kept
