"""Addresses of the web side: all of them are the desk's."""

from django.urls import include, path

urlpatterns = [path("", include("desk.urls"))]

handler400 = "desk.views.faults.bad_request"
handler404 = "desk.views.faults.not_found"
handler500 = "desk.views.faults.server_error"
