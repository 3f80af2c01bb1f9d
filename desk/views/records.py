"""Records: the list with its filters, and one record in its article."""

from collections.abc import Callable

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
        "here": asked.address(number),
        "previous": number > 1 and f"?{asked.address(number - 1)}",
        "next": number < last and f"?{asked.address(number + 1)}",
        **({} if partial else _choices(asked)),
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
    """One record: its article's text with the evidence marked, and its fields. 404 where there is none.

    The filters in its address are those of the list that the editor came from and goes back to.
    """
    found = store.record(name)
    if found is None:
        raise Http404(name)
    one, article = found
    others = store.of_article(one.document)
    context = {
        "here": filters.read(request.GET).address(),
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


def _choices(asked: filters.Filters) -> dict[str, object]:
    selection = asked.selection
    return {
        "indicators": _counted(store.indicators(), selection.indicator, words.indicator_label),
        "publishers": _counted(store.publishers(), selection.publisher, words.publisher_label),
        "kinds": words.words()["kinds"],
        "statuses": words.words()["statuses"],
    }


def _counted(times: dict[str, int], chosen: str | None, label: Callable[[str], str]) -> list[tuple[str, str, int]]:
    """Codes with labels and numbers of records; the chosen one is among them even where it has none."""
    offered = {**times, chosen: times.get(chosen, 0)} if chosen else times
    return [(code, label(code), number) for code, number in offered.items()]


def _neighbours(one: Record, others: tuple[Record, ...]) -> dict[str, str | None]:
    names = [other.id for other in others]
    place = names.index(one.id)
    return {
        "previous": names[place - 1] if place else None,
        "next": names[place + 1] if place + 1 < len(names) else None,
    }
