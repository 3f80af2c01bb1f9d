"""Records: the list with its filters, and one record in its article."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe
from django_htmx.middleware import HtmxDetails

from corpus import store
from corpus.schema import Record
from desk import filters, highlight, words

PAGE = 50


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """The records asked for, newest news first; only the results where htmx asks. 400 where a filter is at fault."""
    asked = filters.read(request.GET)
    page, number, last = _page(asked)
    htmx = HtmxDetails(request)
    partial = bool(htmx) and not htmx.history_restore_request
    context = {
        "asked": asked,
        "page": page,
        "number": number,
        "last": last,
        "previous": asked.address(number - 1) if number > 1 else "",
        "next": asked.address(number + 1) if number < last else "",
        **({} if partial else _choices()),
    }
    template = "desk/_results.html" if partial else "desk/records.html"
    # A browser logs each failed request of a script as an error; the page itself says what is wrong.
    response = render(request, template, context, status=400 if asked.faults and not partial else 200)
    patch_vary_headers(response, ["HX-Request"])
    return response


@require_safe
def bodies(request: HttpRequest) -> HttpResponse:
    """Names of bodies that have the typed letters in them, as options of a list."""
    asked = filters.read(request.GET)
    return render(request, "desk/_bodies.html", {"bodies": store.bodies(asked.selection.body or "")})


@require_safe
def record(request: HttpRequest, name: str) -> HttpResponse:
    """One record: its article's text with the evidence marked, and its fields. 404 where there is none."""
    found = store.record(name)
    if found is None:
        raise Http404(name)
    one, article = found
    others = store.of_article(one.document)
    context = {
        "record": one,
        "article": article,
        "text": highlight.paragraphs(article.text, highlight.markings_of(one)),
        "legend": highlight.fields_marked(one),
        "others": others,
        **_neighbours(one, others),
    }
    return render(request, "desk/record.html", context)


def _page(asked: filters.Filters) -> tuple[store.Page, int, int]:
    """The page asked for, its number and the last page's; beyond the last page, the last."""
    number = asked.page
    page = store.page(asked.selection, offset=(number - 1) * PAGE, limit=PAGE)
    last = max(1, -(-page.total // PAGE))
    if number > last:
        number, page = last, store.page(asked.selection, offset=(last - 1) * PAGE, limit=PAGE)
    return page, number, last


def _choices() -> dict[str, object]:
    return {
        "indicators": [(code, words.indicator_label(code), times) for code, times in store.indicators().items()],
        "publishers": [(code, words.publisher_label(code), times) for code, times in store.publishers().items()],
        "kinds": words.words()["kinds"],
        "statuses": words.words()["statuses"],
    }


def _neighbours(one: Record, others: tuple[Record, ...]) -> dict[str, str | None]:
    names = [other.id for other in others]
    place = names.index(one.id)
    return {
        "previous": names[place - 1] if place else None,
        "next": names[place + 1] if place + 1 < len(names) else None,
    }
