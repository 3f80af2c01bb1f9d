"""Crawls and their health: the list, one run, one publisher over time."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from desk import charts, runs
from desk.calendar import moment_words
from desk.numerals import number_words

PAGE = 50
_SHOWN = 60  # runs of one publisher


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """All runs, newest first; beyond the last page, the last."""
    names = runs.names()
    last = max(1, -(-len(names) // PAGE))
    asked = request.GET.get("page", "1")
    number = min(max(int(asked), 1), last) if asked.isascii() and asked.isdecimal() and len(asked) < 7 else 1
    shown = names[(number - 1) * PAGE : number * PAGE]
    context = {
        "runs": [run for name in shown if (run := runs.find(name))],
        "total": len(names),
        "number": number,
        "last": last,
        "previous": number - 1,
        "next": number + 1 if number < last else 0,
    }
    return render(request, "desk/runs.html", context)


@require_safe
def run(request: HttpRequest, name: str) -> HttpResponse:
    """One run's publishers, the unwell first. 404 where there is no such run."""
    found = runs.find(name)
    if found is None:
        raise Http404(name)
    shares = sorted(found.shares, key=lambda share: (not share.failed, share.code))
    return render(request, "desk/run.html", {"run": found, "shares": shares})


@require_safe
def publisher(request: HttpRequest, code: str) -> HttpResponse:
    """One publisher over its last runs. 404 where no run knows it."""
    found = runs.of_publisher(code, _SHOWN)
    if not found:
        raise Http404(code)
    points = [
        charts.Point(share.new, _said(one, share), "bad" if share.failed else "") for one, share in reversed(found)
    ]
    context = {
        "code": code,
        "rows": found,
        "newest": found[0],
        "oldest": found[-1][0],
        "most": max(share.new for _, share in found),
        "bars": charts.bars(points),
        "width": charts.WIDTH,
        "height": charts.HEIGHT,
    }
    return render(request, "desk/publisher.html", context)


def _said(one: runs.Run, share: runs.Share) -> str:
    return f"{moment_words(one.started)}: {number_words(share.new)} خبر تازه"
