"""Which names of bodies that the trained model finds count: those with a head word and a whole name behind it."""

import re
from functools import cache

from corpus.registry import load
from extractor.annotations import Mention
from extractor.entities.bodies_lexicon import closing_places, unknown_words
from extractor.entities.learned_words import all_heads, learned_words, one_word_heads
from extractor.entities.lexicon import lexicon
from extractor.entities.misleading import misleads
from extractor.entities.neighbours import word_before
from extractor.entities.placing import closing_end, tail_end
from extractor.entities.scores import LEARNED
from extractor.entities.skeletons import key
from extractor.entities.verb_forms import is_verb_form

_WORD = re.compile(r"[^\W_]+")
_NEXT = re.compile(r" ([^\W\d_]+)")
_PLAIN = re.compile(r"[^\W\d_]+(?: [^\W_]+)+")
_HEAD_WORDS = 3
_JOINTS = frozenset({"و", "های", "ها", "ای"})


def body(folded: str, start: int, end: int, confidence: float) -> Mention | None:
    """The body that the model names at `start:end`, with the place that closes its name; None where it is none."""
    words = _words(folded, start, end)
    count = _head_count(words)
    if not count or not _PLAIN.fullmatch(folded, start, end) or _is_other(folded, start) or not _holds(words, count):
        return None
    if not (_is_whole(words[count:], "".join(words[:count])) or _is_closed(folded, start, end, count)):
        return None
    end = tail_end(folded, closing_end(folded, end) or end)
    name = folded[start:end]
    found = Mention(start, end, None, name, "agency", score=round(LEARNED * confidence, 4))
    return None if _is_refused(key(name)) or misleads(folded, found) else found


def may_begin(folded: str, start: int, end: int, head: str) -> bool:
    """Whether a name may begin with the head word at `start:end`: quick, and true of more than names."""
    first = _NEXT.match(folded, end)
    return first is not None and _follows(key(first[1]), head) and not _is_other(folded, start)


def _follows(word: str, head: str) -> bool:
    """Whether a name may go on with `word` behind its head."""
    idioms = unknown_words().idioms
    return not (word in idioms["*"] or word in idioms.get(head, ()) or word in lexicon().no_name or _ends(word))


def _words(folded: str, start: int, end: int) -> list[str]:
    return [key(match.group()) for match in _WORD.finditer(folded, start, end)]


def _head_count(words: list[str]) -> int:
    """Of how many words the head is that a name begins with; 0 where it has none or is nothing else."""
    counts = range(min(_HEAD_WORDS, len(words) - 1), 0, -1)
    return next((count for count in counts if "".join(words[:count]) in all_heads()), 0)


def _is_other(folded: str, start: int) -> bool:
    """Whether the words before make it any body of its kind («نخستین بانک …»), or part of another name."""
    quoted = folded[start - 1 : start] in ("«", '"')
    before = word_before(folded, start - quoted)
    spelt = key(before)
    return (
        before[-1:].isdigit()
        or spelt in unknown_words().determiners
        or spelt in learned_words().before
        or (spelt in all_heads() and not quoted)
    )


def _holds(words: list[str], count: int) -> bool:
    """Whether every word behind the head may stand in a name."""
    head, rest = "".join(words[:count]), words[count:]
    if not _follows(rest[0], head) or not _follows("".join(rest[:2]), head) or rest[-1] in _JOINTS - {"ها"}:
        return False
    return not any(_ends(word) for word in rest)


def _ends(word: str) -> bool:
    """Whether a name has ended before `word`."""
    joined = unknown_words().joined_by
    if word in learned_words().never or (word[:1].isdigit()):
        return True
    return (word in lexicon().stops and word not in joined) or is_verb_form(word, at_end=False)


def _is_whole(rest: list[str], head: str) -> bool:
    """Whether the words behind `head` are a name and not only a kind: «بانک دولتی», «کمیته نظارتی»."""
    words = [word for word in rest if word not in _JOINTS]
    own = [word for word in words if word not in lexicon().generic]
    if not own:
        return False
    known = learned_words()
    if head in unknown_words().offices:
        return len(words) >= known.office_words and len(own) > 1
    if head in known.loose:
        return len(words) >= known.loose_words and len(own) > 1
    return len(words) > 1 or head in one_word_heads()


def _is_closed(folded: str, start: int, end: int, count: int) -> bool:
    """Whether a place is the name's last word: «گمرک مهران», «فرمانداری ویژه سبزوار», but not «مرکز سمنان»."""
    words = _words(folded, start, closing_end(folded, end) or end)
    last = next((size for size in (3, 2, 1) if "".join(words[-size:]) in closing_places()), 0)
    between = len(words) - count - last
    head = "".join(words[:count])
    known = unknown_words()
    return last > 0 and (between > 0 or (between == 0 and head in known.with_place | known.local))


def _is_refused(spelt: str) -> bool:
    """Whether registry and rules, which know the name, found no body here: a team, an idiom, a body of the world."""
    return spelt in _registered() or spelt.startswith(_not_names())


@cache
def _registered() -> frozenset[str]:
    return frozenset(key(name) for body in load().bodies for name in (body.name, *(one.text for one in body.aliases)))


@cache
def _not_names() -> tuple[str, ...]:
    return (*unknown_words().not_names, *lexicon().not_bodies)
