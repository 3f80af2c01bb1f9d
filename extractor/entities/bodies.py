"""Bodies, groups of bodies and platforms in a text."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from corpus.folding import fold_characters
from corpus.registry import Body, Group, Platform, load
from extractor.annotations import Mention, Span
from extractor.entities.anaphora import taken_up
from extractor.entities.below import below, plain
from extractor.entities.brackets import bracketed
from extractor.entities.branches import branch
from extractor.entities.index import Form, Plural
from extractor.entities.lexicon import lexicon
from extractor.entities.lists import followers, members
from extractor.entities.matches import Match, counts, matches
from extractor.entities.misleading import is_some, misleads, ours
from extractor.entities.neighbours import word_before
from extractor.entities.scores import of_form
from extractor.entities.skeletons import Skeleton, key, skeleton_of
from extractor.entities.taken import Taken, apart
from extractor.entities.units import with_offices
from extractor.entities.unknown import unknown_bodies

_WORD_AFTER = re.compile(r" ([^\W_]+)")


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
    listed, opened = _lists(folded, every)
    known = apart([*listed, *_singles(skeleton, every, Taken([*listed, *opened]))])
    return apart([below(folded, one) for one in (*known, *unknown_bodies(folded, known))])


def _meant(folded: str, mentions: list[Mention]) -> list[Mention]:
    return list(ours(folded, [one for one in _joined(folded, apart(mentions)) if not misleads(folded, one)]))


def _lists(folded: str, every: list[Match]) -> tuple[list[Mention], list[Span]]:
    """The members of lists behind plural heads, and those heads."""
    found: list[Mention] = []
    opened: list[Span] = []
    for one in every:
        if isinstance(one.pattern, Plural) and (not found or one.start >= found[-1].end):
            if opened and one.start == opened[-1].start:
                continue
            some = members(folded, one.end, one.pattern.kind)
            found.extend(some)
            opened.extend([Span(one.start, one.end)] if some else [])
    return found, opened


def _singles(skeleton: Skeleton, every: list[Match], taken: Taken) -> Iterator[Mention]:
    """The names that stand by themselves, outside `taken`, each with those that go on a list behind it."""
    folded = skeleton.folded
    # A body is named in full by a form that counts by itself; one that needs a context is none of these.
    named = frozenset(
        one.pattern.entry.id
        for one in every
        if isinstance(one.pattern, Form) and not one.pattern.later and not one.pattern.context
    )
    end = 0
    for match in every:
        form = match.pattern
        if match.start < end or not isinstance(form, Form) or not counts(skeleton, match, named):
            continue
        if _never(folded, match):
            continue
        plain = Mention(match.start, match.end, form.entry.id, form.entry.name, form.type, score=of_form(form))
        found = bracketed(folded, branch(folded, plain))
        if taken.overlaps(found[0].start, found[-1].end):
            continue
        yield from found
        end = found[-1].end
        if form.kind and found[0].id:
            more = followers(folded, end + (folded[end : end + 1] == ")"), form.kind)
            yield from more
            end = more[-1].end if more else end


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


def _never(folded: str, match: Match) -> bool:
    """Whether a word beside the form makes it mean another thing («این دستگاه‌ها», «پنجره خود»)."""
    form = match.pattern
    if not isinstance(form, Form):
        return False
    if (form.later or form.context) and isinstance(form.entry, Body):
        # «سازمان جهاد کشاورزی» is not «جهاد کشاورزی», the ministry's short name.
        return key(word_before(folded, match.start)) in lexicon().heads
    if isinstance(form.entry, Group):
        never = word_before(folded, match.start) in _folded(form.entry.never_after)
        return never or is_some(folded, match.start)
    if isinstance(form.entry, Platform) and (form.later or form.context):
        after = _WORD_AFTER.match(folded, match.end)
        return after is not None and after.group(1) in _folded(form.entry.never_before)
    return False


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold_characters, words))
