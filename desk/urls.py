"""Addresses of the desk."""

from django.urls import path

from desk.views.articles import article
from desk.views.health import healthy
from desk.views.records import bodies, listing, record

app_name = "desk"

urlpatterns = [
    path("", listing, name="records"),
    path("records/<str:name>", record, name="record"),
    path("article", article, name="article"),
    path("bodies", bodies, name="bodies"),
    path("healthz", healthy, name="health"),
]
