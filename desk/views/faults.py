"""Pages for what went wrong. They read nothing from the database, which may be what failed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: a request that cannot be understood."""
    return render(request, "desk/fault.html", {"code": 400, "title": "درخواست نامفهوم است"}, status=400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: nothing lives at this address."""
    return render(request, "desk/fault.html", {"code": 404, "title": "چنین صفحه‌ای نیست"}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: a fault of ours."""
    return render(request, "desk/fault.html", {"code": 500, "title": "خطایی در دیدبان پیش آمد"}, status=500)
