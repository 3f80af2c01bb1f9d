"""For whoever watches over the desk itself."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from corpus import store


@require_safe
def healthy(request: HttpRequest) -> HttpResponse:
    """200 while the desk answers and reaches its database."""
    store.cursor()
    return HttpResponse("ok\n", content_type="text/plain")
