"""What each line of a page is: title, heading, byline, caption, furniture or news."""

from typing import Literal, cast

from extractor.annotations import Span, annotation
from extractor.text.furniture import classified
from extractor.text.headings import LEAD, may_be_heading
from extractor.text.view import View

LineKind = Literal["title", "heading", "byline", "caption", "furniture", "news"]

_LONGEST_TITLE = 160
# A line over the title, the title, and one below it.
_MOST_TITLES = 2
# So many short lines in a row are a list, and only the first can be its title.
_LIST = 3


@annotation
class Line(Span):
    """A line of the folded text that is not blank, whole."""

    kind: LineKind


def lines(view: View) -> list[Line]:
    """The lines of `view.folded`, each that is not blank once and in order; furniture and bylines hold no sentences."""
    rows = list(classified(view.folded))
    news = [place for place, (_, _, kind) in enumerate(rows) if kind == "news"]
    titles = _titles(rows, news)
    named = dict.fromkeys(titles, "title")
    named |= dict.fromkeys(_headings(rows, news[len(titles) :]), "heading")
    return [
        Line(start, start + len(line), cast("LineKind", named.get(place, kind)))
        for place, (start, line, kind) in enumerate(rows)
    ]


def _titles(rows: list[tuple[int, str, str]], news: list[int]) -> list[int]:
    """Which of the lines `news` are the title: the first without a stop, and one right below it («وزیر نیرو:»)."""
    found: list[int] = []
    for place in news[:_MOST_TITLES]:
        line = rows[place][1].strip()
        sentence = len(line) > _LONGEST_TITLE or line.endswith((".", "…")) or ". " in line
        if sentence or line.startswith(LEAD) or (found and place != found[-1] + 1):
            break
        found.append(place)
    return found


def _headings(rows: list[tuple[int, str, str]], news: list[int]) -> list[int]:
    """Which of the lines `news` are headings: alone, or two together, or the first of a list, with news below."""
    found: list[int] = []
    run: list[int] = []
    for place in news:
        if may_be_heading(rows[place][1].strip()) and (not run or place == run[-1] + 1):
            run.append(place)
            continue
        found.extend(run if len(run) < _LIST else run[:1])
        run = []
    return found
