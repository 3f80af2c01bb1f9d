"""Bodies, groups and platforms of the registry, as their spellings in a text name them: in lists and by themselves."""

import re
from collections.abc import Iterator
from functools import cache

from corpus.folding import fold_characters
from corpus.registry import Body, Group, Platform
from extractor.annotations import Mention, Span
from extractor.entities.brackets import bracketed
from extractor.entities.branches import branch
from extractor.entities.index import Form, Plural
from extractor.entities.lexicon import lexicon
from extractor.entities.lists import followers, members
from extractor.entities.matches import Match, counts
from extractor.entities.misleading import is_meant, is_some
from extractor.entities.neighbours import word_before
from extractor.entities.scores import of_form
from extractor.entities.skeletons import Skeleton, key
from extractor.entities.taken import Taken

_WORD_AFTER = re.compile(r" ([^\W_]+)")


def listed(folded: str, every: list[Match]) -> tuple[list[Mention], list[Span]]:
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


def single(skeleton: Skeleton, every: list[Match], taken: Taken) -> Iterator[Mention]:
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


def _never(folded: str, match: Match) -> bool:
    """Whether a word beside the form makes it mean another thing («این دستگاه‌ها», «پنجره خود»)."""
    form = match.pattern
    if not isinstance(form, Form):
        return False
    if (form.later or form.context) and isinstance(form.entry, Body):
        # «سازمان جهاد کشاورزی» is not «جهاد کشاورزی», the ministry's short name.
        # «وزیر جهاد کشاورزی» is his role.
        before = key(word_before(folded, match.start))
        return (
            before in lexicon().heads or before in lexicon().ministers or not is_meant(folded, match.start, match.end)
        )
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
