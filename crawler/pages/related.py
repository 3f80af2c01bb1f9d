"""Links to other articles inside a body: «بیشتر بخوانید:» and the list after it. They are the site's, not the news'."""

import re
from collections.abc import Iterator

from lxml import etree

from corpus.folding import fold_characters
from crawler.pages.blocks import squeeze

_WORD = re.compile("بخوان|ببین|بیشتر|مرتبط")
_CALL = re.compile(
    r"[\W_]*(?:(?:همچنین|حتما|اینجا|را)[ \u200c]?)*(?:بیشتر ?)?(?:بخوانید|ببینید)?[\W_]*"
    r"|[\W_]*(?:اخبار|خبرهای|خبر|مطالب|مطلب) مرتبط[\W_]*"
)
_LONGEST_CALL = 40


def further_reading(body: etree._Element) -> Iterator[etree._Element]:
    """The calls to read more and the lines of nothing but links that follow each, as elements of the body.

    A call after which a sentence follows is left alone, and so is every link inside a sentence.
    """
    if not _WORD.search(_text(body)):
        return
    for element in body.iterdescendants("p", "div", "h2", "h3", "h4", "strong", "span"):
        if _is_call(element.text or "") and len(element) and not _unlinked(element, element.text or ""):
            yield element
        elif _is_call(_text(element)) and not (element.tail or "").strip() and (links := list(_links_after(element))):
            yield element
            yield from links


def _is_call(text: str) -> bool:
    folded = fold_characters(squeeze(text)) if len(text) <= 2 * _LONGEST_CALL else ""
    return bool(_WORD.search(folded)) and len(folded) <= _LONGEST_CALL and _CALL.fullmatch(folded) is not None


def _links_after(element: etree._Element) -> Iterator[etree._Element]:
    """Following siblings that hold text in links only, until one that does not; empty ones are passed over."""
    for sibling in element.itersiblings("*"):
        if _unlinked(sibling) or (sibling.tail or "").strip():
            return
        if _text(sibling).strip():
            yield sibling


def _unlinked(element: etree._Element, but: str = "") -> bool:
    """Whether the element has words outside of links, other than `but`."""
    links = [element] if element.tag == "a" else element.iter("a")
    return _letters(_text(element)) > _letters(but) + sum(_letters(_text(link)) for link in links)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _text(element: etree._Element) -> str:
    return "".join(str(part) for part in element.itertext())
