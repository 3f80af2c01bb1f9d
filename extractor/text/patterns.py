"""Readable Persian patterns over folded text.

A pattern is an ordinary regular expression, with these differences:

- it is folded as texts are: write «ي» or «ی», «۵» or «5», as you like;
- a half-space (ZWNJ) or `~` means «a space or nothing», so «دستگاه~ها» fits «دستگاه‌ها», «دستگاه ها» and «دستگاهها»;
- a plain space means one space (folded text has no runs of them);
- `{name}` puts in a building block: one of `BLOCKS` below or a keyword argument; `{2,3}` stays a quantifier;
- the whole match is bounded by `{start}` and `{end}`: it neither begins nor ends inside a word. Digits next to Persian
  letters do not make one word («۲۵درصد»); pass `whole=False` to leave the bounds out.

    pattern("(?:پایان|آخر) {month}", month="آبان|آذر").search(view.folded)

`~` cannot be used inside a character class.
"""

import re
from collections.abc import Iterable

from corpus.folding import fold_characters

# Written out: far faster than the general class of letters.
LETTER = r"[A-Za-z\u00c0-\u024f\u0621-\u063f\u0641-\u064a\u066e-\u06d3\u06ee-\u06ff\u0750-\u077f]"
BLOCKS = {
    "letter": LETTER,
    # Next to a digit a word or number may end and begin: «۲۵درصد», «سال ۱۴۰۲اجرا».
    "start": f"(?<!{LETTER}(?=\\D))(?<![A-Za-z])",
    "end": f"(?:(?!{LETTER})|(?<=\\d)(?![A-Za-z]))",
    # Endings of nouns: «ها», «های», «هایی», «هایشان»; «ی» of «خدمتی که»; «شان» of «خدماتشان».
    "plural": "~ها(?:~?یی?)?",
    "ending": "(?:~ها(?:~?یی?)?)?(?:~?(?:ی|ای|یی))?(?:~?(?:شان|مان|تان|اش|ش))?",
    # «می» of verbs, and «ه» + «اند/است» of the perfect: «شده‌اند», «شدهاند», «شده اند».
    "mi": "ن?می~",
    "perfect": "ه(?:~(?:اند|ایم|اید|ام|است))?",
}
_NAME = re.compile(r"\{([A-Za-z_]\w*)\}")


def pattern(source: str, *, whole: bool = True, flags: int = 0, **names: str) -> re.Pattern[str]:
    """Compile `source` as the module says.

    Raises:
        KeyError: a `{name}` that is neither a building block nor given.
        re.error: the expression is wrong.

    """
    return re.compile(expression(source, whole=whole, **names), flags)


def expression(source: str, *, whole: bool = True, **names: str) -> str:
    """`source` as a plain regular expression over folded text, for use inside another one."""
    blocks = {**BLOCKS, **names}
    text = f"{{start}}(?:{source}){{end}}" if whole else source
    for _ in range(5):
        if not _NAME.search(text):
            break
        text = _NAME.sub(
            lambda name: f"(?:{blocks[name.group(1)]})" if name.group(1) in names else blocks[name.group(1)], text
        )
    return fold_characters(text.replace("\u200c", "~").replace("~?", "~").replace("~", " ?"))


def any_of(words: Iterable[str]) -> str:
    """One of `words` (each a pattern source), the longest first so that none hides another."""
    return "(?:" + "|".join(sorted(set(words), key=lambda word: (-len(word), word))) + ")"
