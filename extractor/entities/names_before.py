"""Names that stand before a role: «رضا احمدی، معاون …», «م. رضاییان (کارشناس …)»."""

import re

from extractor.entities.given_names import given_count, is_given, is_surname, may_be_surname
from extractor.entities.lexicon import lexicon, person_lexicon
from extractor.entities.person_names import MAX_WORDS, WORD_BEFORE, Name, no_name, opens
from extractor.entities.skeletons import key

_MAX_SHAPED = 3
_INITIAL_BEFORE = re.compile(r"(?<![^\W_])[^\W\d_]\. ?\Z")


def name_before(folded: str, at: int) -> Name | None:
    """The name that ends where the role at `at` begins; a comma, dash or bracket may stand between them."""
    end = at
    while end and folded[end - 1] in " ،,-(":
        end -= 1
    words: list[tuple[int, str]] = []
    start = end
    title = ""
    initials = False
    while len(words) < MAX_WORDS:
        word = WORD_BEFORE.search(folded, max(0, start - 25), start)
        if word is None:
            initial = _INITIAL_BEFORE.search(folded, max(0, start - 4), start)
            if initial is None or not words:
                break
            initials, start = True, initial.start()
            words.insert(0, (start, "."))
            continue
        spelt = key(word[1])
        if spelt in person_lexicon().titles and not _in_surname(folded, word, spelt):
            title = spelt
            break
        if no_name(spelt) and not (words and is_given(spelt + words[0][1])):
            break
        words.insert(0, (word.start(), spelt))
        start = word.start()
    if initials:
        return _with_initials(words, end)
    opening = bool(title) or opens(folded, start)
    return _best(words, end, title=title, opening=opening, parted=folded[end:at].strip() != "")


def _with_initials(words: list[tuple[int, str]], end: int) -> Name:
    """«م. رضاییان», «رامین P. جلالی»."""
    first = next(at for at, (_, spelt) in enumerate(words) if spelt == "." or is_given(spelt))
    words = words[first:]
    last = max(at for at, (_, spelt) in enumerate(words) if spelt == ".")
    surname = words[min(last + 1, len(words) - 1)][0]
    return Name(words[0][0], end, surname, sure=True)


def _in_surname(folded: str, word: re.Match[str], spelt: str) -> bool:
    """Whether the title begins a surname: «ملیکا حاج محمدی»."""
    if spelt not in person_lexicon().surname_titles:
        return False
    before = WORD_BEFORE.search(folded, max(0, word.start() - 25), word.start())
    return before is not None and is_given(key(before[1]))


def _best(words: list[tuple[int, str]], end: int, *, title: str, opening: bool, parted: bool) -> Name | None:
    for index in range(len(words)):
        count = given_count([spelt for _, spelt in words[index:]])
        if count and len(words) - index > count:
            return Name(words[index][0], end, words[index + count][0], sure=True, title=title)
    if not words:
        return None
    if title:
        return Name(words[0][0], end, words[0][0], sure=True, title=title)
    spelt = "".join(spelt for _, spelt in words)
    if opening and len(words) <= 2 and not is_given(spelt) and is_surname(spelt):
        return Name(words[0][0], end, words[0][0], sure=False)
    if opening and _shaped([spelt for _, spelt in words], parted=parted):
        return Name(words[0][0], end, words[1][0], sure=False)
    return None


def _shaped(words: list[str], *, parted: bool) -> bool:
    """Whether `words`, none a known given name, are a full name by their shape: a word and a surname."""
    if not 2 <= len(words) <= _MAX_SHAPED or words[0] in person_lexicon().not_given or len(words[0]) < 3:
        return False
    if any(word in lexicon().generic | person_lexicon().not_surnames for word in words):
        return False
    last = words[-1]
    return is_surname(last) or (last in person_lexicon().surname_endings) or (parted and may_be_surname(last))
