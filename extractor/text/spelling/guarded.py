"""What no tidying of a text may touch: figures, dates, times, addresses, Latin words, hashtags."""

import re
from collections.abc import Iterator

_DIGIT = "\\d"
GUARDED = re.compile(
    "(?:"
    # Addresses run to the next blank or sign of a sentence; Persian letters may be in their path.
    r"(?:https?|ftp)://[^\s«»<>()\"،؛]+"
    r"|(?:www\.|[A-Za-z0-9._%+-]+@)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+[^\s«»<>()\"،؛.]*"
    # Hashtags and accounts.
    r"|[#@][\w\u200c]+"
    # References of HTML.
    r"|&\#?\w+;"
    # Latin words, figures, dates, times, domains, codes and versions, with the signs inside them.
    rf"|[٪%+\-−]?[A-Za-z\u00c0-\u024f{_DIGIT}](?:[A-Za-z\u00c0-\u024f{_DIGIT}_]|[.,/:٫٬،'’@+&\-–−](?=[A-Za-z{_DIGIT}]))*[٪%]?"
    ")"
)


def guarded(text: str) -> list[str]:
    """The guarded spans of `text`, in order."""
    return [match[0] for match in GUARDED.finditer(text)]


def parts(text: str) -> Iterator[tuple[str, bool]]:
    """`text` in pieces, each with whether it is guarded."""
    end = 0
    for match in GUARDED.finditer(text):
        yield text[end : match.start()], False
        yield match[0], True
        end = match.end()
    yield text[end:], False
