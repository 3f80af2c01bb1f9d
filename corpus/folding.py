"""Folding of characters that Persian writers use for one another, for comparison only; stored text is never folded.

`fold_characters` keeps the length of a text, so offsets stay right. What cannot be one to one (ZWNJ, diacritics, HTML
entities) is the business of `extractor.text.view`.
"""

import sys
import unicodedata

_LETTERS = {
    **dict.fromkeys("يىېۍێﮮےۓئ", "ی"),
    **dict.fromkeys("كڪګڬ", "ک"),
    **dict.fromkeys("ةۀہۂۃھە", "ه"),
    **dict.fromkeys("أإٱ", "ا"),
    "ؤ": "و",
}
_SIGNS = {
    "٪": "%",
    "﹪": "%",
    "％": "%",
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys("“”„‟〝〞", '"'),
    **dict.fromkeys("‘’‚‛", "'"),
    **dict.fromkeys(
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "
    ),
}


def _table() -> dict[str, str]:
    table = {**_LETTERS, **_SIGNS}
    for code in range(0x80, sys.maxunicode + 1):
        if unicodedata.category(chr(code)) == "Nd":
            table[chr(code)] = str(unicodedata.digit(chr(code)))
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code):
            table[chr(code)] = _LETTERS.get(plain, plain)
    return table


FOLD = _table()


def fold_characters(text: str) -> str:
    """`text` with letters, digits and signs folded one to one: same length, digits in ASCII, ي as ی, ئ as ی."""
    return exchange(text, FOLD)


def exchange(text: str, table: dict[str, str]) -> str:
    """`text` with the characters of `table` exchanged; none of them may be what another is exchanged for.

    A text holds few of the table's characters, so this takes a third of the time of `str.translate`.
    """
    for char in table.keys() & set(text):
        text = text.replace(char, table[char])
    return text


def skeleton(text: str) -> str:
    """The letters and digits of `text` alone, folded: what is left when spaces, ZWNJ, marks and signs do not count.

    Two spellings of one name («دستگاه‌ها», «دستگاه ها», «دستگاهها») have one skeleton. «آ» counts as «ا» here.
    """
    return "".join(char for char in fold_characters(text).replace("آ", "ا") if char.isalnum()).casefold()
