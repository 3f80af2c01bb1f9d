"""Words made up of two: those of the lexicon («راه‌اندازی»), and new ones of known parts («یکپارچه‌سازی»)."""

from extractor.text.spelling.lexicon import NOT_JOINING, data, lexicon
from extractor.text.spelling.readings import Known, Reading, joined_to, tags

ORDINARY = ("ی", "یی", "ان", "ات", "ین", "انی", "یان")
_ENDINGS = (*ORDINARY, "م", "ت", "ش", "شان", "مان", "تان", "ای", "ست")


def of_lexicon(word: str) -> Reading | None:
    """`word` as the lexicon writes it."""
    cuts = lexicon().spaced.get(word)
    return Reading(cuts, word) if cuts else None


def form_of_lexicon(word: str, _known: Known) -> Reading | None:
    """A word that the lexicon writes with half-spaces, with an ending that is joined: «سرمایه‌گذاران»."""
    for ending in _ENDINGS:
        base = word.removesuffix(ending)
        if base != word and not base.endswith("ه") and (found := of_lexicon(base)):
            return found
    return of_lexicon(without_gan(word) or "")


def without_gan(word: str) -> str | None:
    """«همسایگان», «همسایگی» -> «همسایه»."""
    for ending in ("گان", "گی"):
        if word.endswith(ending):
            return word.removesuffix(ending) + "ه"
    return None


def number(word: str, _known: Known) -> Reading | None:
    """«سهماهه», «یکسوم»."""
    for length in range(2, 6):
        if word[:length] in data()["numbers"] and word[length:] in data()["after_numbers"]:
            return joined_to(Reading((), word), word[:length])
    return None


def adverb(word: str, _known: Known) -> Reading | None:
    """«بهعنوان», «بهزودی»; «بهمن» and «بهروز» are names."""
    return Reading((2,), word) if word.startswith("به") and word[2:] in data()["after_be"] else None


def with_element(word: str, known: Known) -> Reading | None:
    """«استفادهکنندگان», «یکپارچهسازی»."""
    for length in range(2, min(8, len(word) - 2)):
        base, element = word[:-length], word[-length:]
        if element not in data()["elements"] and not (base.endswith("ه") and element in data()["elements_after_he"]):
            continue
        if found := _part(base, known):
            return joined_to(Reading(found.cuts, word), base)
    return None


def with_prefix(word: str, known: Known) -> Reading | None:
    """«بیندستگاهی», «بیتوجهی»."""
    for length in range(2, min(6, len(word) - 3)):
        rest = word[length:]
        if word[:length] in data()["prefixes"] and _is_plain(rest) and (found := _part(rest, known)):
            first = () if word[length - 1] in NOT_JOINING else (length,)
            return Reading((*first, *(length + cut for cut in found.cuts)), word)
    return None


def _is_plain(word: str) -> bool:
    """Not «یخ» and «ان» for «پسیخان», a village."""
    plain = lexicon().plain
    return word in plain or (word.endswith("ی") and word[:-1] in plain) or word in lexicon().spaced


def _part(word: str, known: Known) -> Reading | None:
    found = known(word)
    return found if found and (found.cuts or tags(word, "N") & {"N", "AJ"}) else None
