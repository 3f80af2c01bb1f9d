"""One article with everything that was found in it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from corpus import store
from corpus.schema import Record
from desk import filters, highlight
from desk.numerals import persian_digits


@require_safe
def article(request: HttpRequest) -> HttpResponse:
    """The article of `?document=`, the evidence of its records numbered. 404 where it is not stored."""
    found = store.article(request.GET.get("document", ""))
    if found is None:
        raise Http404("article")
    records = store.of_article(found.document)
    markings = [
        marking
        for number, record in enumerate(records, 1)
        if _is_of(record, found.text)
        for marking in _markings(number, record)
    ]
    context = {
        "here": filters.read(request.GET).address(),
        "article": found,
        "records": records,
        "text": highlight.paragraphs(found.text, markings),
        "original": store.original_of(found.document),
        "copies": store.copies_of(found.document),
    }
    return render(request, "desk/article.html", context)


def _markings(number: int, record: Record) -> list[highlight.Marking]:
    return [
        highlight.Marking(passage.start, passage.end, "evidence", persian_digits(number), "" if again else f"f{number}")
        for again, passage in enumerate(record.evidence)
    ]


def _is_of(record: Record, text: str) -> bool:
    """Whether the record was found in this very text, not in one that the publisher has changed since."""
    return all(text[passage.start : passage.end] == passage.quote for passage in record.evidence)
