"""Bodies, groups of bodies and platforms in a text."""

import re

from corpus.registry import Group
from extractor.annotations import Mention
from extractor.entities.branches import branch
from extractor.entities.index import Form, Plural
from extractor.entities.lists import followers, members
from extractor.entities.matches import Match, counts, matches
from extractor.entities.skeletons import Skeleton
from extractor.entities.taken import Taken, apart
from extractor.entities.unknown import unknown_bodies

_WORD_BEFORE = re.compile(r"([^\W_]+) $")


def find_bodies(folded: str) -> list[Mention]:
    """Mentions in `folded` (`View.folded`), sorted, none overlapping another.

    Registry bodies, groups and platforms come under their id and official name; bodies that the registry does not have,
    provincial branches and the bodies below a body («زیرمجموعه‌های وزارت نفت») come with id None under the
    text's own words.
    """
    skeleton = Skeleton(folded)
    every = sorted(matches(skeleton), key=lambda one: (one.start, -one.end))
    named = frozenset(one.pattern.entry.id for one in every if isinstance(one.pattern, Form) and not one.pattern.later)
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
        if listed.overlaps(match.start, match.end) or _never(folded, match):
            continue
        mention = branch(folded, Mention(match.start, match.end, form.entry.id, form.entry.name, form.type))
        taken.append(mention)
        end = mention.end
        if form.kind and mention.id:
            more = followers(folded, match.end, form.kind)
            taken.extend(more)
            end = more[-1].end if more else end
    taken = apart(taken)
    return apart([*taken, *unknown_bodies(folded, taken)])


def _never(folded: str, match: Match) -> bool:
    """Whether the word before a group's form makes it mean another thing («این دستگاه‌ها»)."""
    entry = match.pattern.entry if isinstance(match.pattern, Form) else None
    before = _WORD_BEFORE.search(folded, max(0, match.start - 15), match.start)
    return isinstance(entry, Group) and before is not None and before.group(1) in entry.never_after
