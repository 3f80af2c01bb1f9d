"""Bodies, groups of bodies and platforms in a text."""

import re
from dataclasses import replace
from functools import cache

from corpus.folding import fold_characters
from corpus.registry import Body, Group, Platform, load
from extractor.annotations import Mention
from extractor.entities.branches import branch
from extractor.entities.index import Form, Plural
from extractor.entities.lexicon import lexicon
from extractor.entities.lists import followers, members
from extractor.entities.matches import Match, counts, matches
from extractor.entities.skeletons import key, skeleton_of
from extractor.entities.taken import Taken, apart
from extractor.entities.unknown import unknown_bodies

_WORD_BEFORE = re.compile(r"([^\W_]+) \Z")
_WORD_AFTER = re.compile(r" ([^\W_]+)")


def find_bodies(folded: str) -> list[Mention]:
    """Mentions in `folded` (`View.folded`), sorted, none overlapping another.

    Registry bodies, groups and platforms come under their id and official name; bodies that the registry does not have,
    provincial branches and the bodies below a body («زیرمجموعه‌های وزارت نفت») come with id None under the
    text's own words.
    """
    skeleton = skeleton_of(folded)
    every = sorted(matches(skeleton), key=lambda one: (one.start, -one.end))
    # A body is named in full by a form that counts by itself; one that needs a context is none of these.
    named = frozenset(
        one.pattern.entry.id
        for one in every
        if isinstance(one.pattern, Form) and not one.pattern.later and not one.pattern.context
    )
    lists = [
        mention
        for one in every
        if isinstance(one.pattern, Plural)
        for mention in members(folded, one.end, one.pattern.kind)
    ]
    listed = Taken(lists)
    taken = lists
    end = 0
    for match in every:
        form = match.pattern
        if match.start < end or not isinstance(form, Form) or not counts(skeleton, match, named):
            continue
        if _never(folded, match):
            continue
        mention = branch(folded, Mention(match.start, match.end, form.entry.id, form.entry.name, form.type))
        if listed.overlaps(mention.start, mention.end):
            continue
        taken.append(mention)
        end = mention.end
        if form.kind and mention.id:
            more = followers(folded, match.end, form.kind)
            taken.extend(more)
            end = more[-1].end if more else end
    taken = apart(taken)
    return _joined(folded, apart([*taken, *unknown_bodies(folded, taken)]))


def _joined(folded: str, mentions: list[Mention]) -> list[Mention]:
    """`mentions`, each part that stands before its own whole joined to it: «مرکز فناوری وزارت نیرو».

    A body that the registry knows is joined only to one above it, since two names may meet by chance («به گفته سازمان
    فناوری اطلاعات وزارت نفت …»).
    """
    kept: list[Mention] = []
    for one in mentions:
        last = kept[-1] if kept else None
        if last and folded[last.end : one.start] == " " and last.type == one.type == "agency" and not one.short:
            if last.id is None and one.id:
                kept[-1] = replace(last, end=one.end, name=folded[last.start : one.end])
                continue
            if last.id and one.id in load().ancestors(last.id):
                kept[-1] = replace(last, end=one.end)
                continue
        kept.append(one)
    return kept


def _never(folded: str, match: Match) -> bool:
    """Whether a word beside the form makes it mean another thing («این دستگاه‌ها», «پنجره خود»)."""
    form = match.pattern
    if not isinstance(form, Form):
        return False
    if form.later and isinstance(form.entry, Body):
        # «سازمان جهاد کشاورزی» is not «جهاد کشاورزی», the ministry's short name.
        before = _WORD_BEFORE.search(folded, max(0, match.start - 15), match.start)
        return before is not None and key(before.group(1)) in lexicon().heads
    if isinstance(form.entry, Group):
        before = _WORD_BEFORE.search(folded, max(0, match.start - 15), match.start)
        return before is not None and before.group(1) in _folded(form.entry.never_after)
    if isinstance(form.entry, Platform) and (form.later or form.context):
        after = _WORD_AFTER.match(folded, match.end)
        return after is not None and after.group(1) in _folded(form.entry.never_before)
    return False


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold_characters, words))
