"""Pages for what went wrong. They read nothing from the database, which may be what failed."""

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def _fault(request: HttpRequest, status: int, title: str, advice: str) -> HttpResponse:
    return render(request, "desk/fault.html", {"title": title, "advice": advice}, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: a request that cannot be understood."""
    if isinstance(exception, DisallowedHost):
        advice = "میز دیدبان به این نام میزبان پاسخ نمی‌دهد؛ آن را به allowed_hosts در تنظیمات بیفزایید."
    else:
        advice = "نشانی را بررسی کنید."
    return _fault(request, 400, "این درخواست پذیرفته نشد", advice)


def not_allowed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a request that does not come from the desk's own pages."""
    return _fault(request, 403, "این درخواست پذیرفته نشد", "صفحه را از نو باز کنید و دوباره بکوشید.")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: nothing lives at this address."""
    advice = "شاید نشانی نادرست است، یا ماشین این یافته را در خوانش تازه خبر پس گرفته است."
    return _fault(request, 404, "چنین صفحه‌ای نیست", advice)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: a fault of ours."""
    return _fault(request, 500, "خطایی در دیدبان پیش آمد", "دوباره بکوشید؛ شرح خطا در گزارش کارساز آمده است.")
