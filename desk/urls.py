"""Addresses of the desk."""

from django.urls import path

from desk.views.articles import article
from desk.views.health import healthy
from desk.views.records import bodies, listing, record
from desk.views.runs import listing as run_listing
from desk.views.runs import publisher, run

app_name = "desk"

urlpatterns = [
    path("", listing, name="records"),
    path("records/<str:name>", record, name="record"),
    path("article", article, name="article"),
    path("bodies", bodies, name="bodies"),
    path("runs", run_listing, name="runs"),
    path("runs/<str:name>", run, name="run"),
    path("publishers/<str:code>", publisher, name="publisher"),
    path("healthz", healthy, name="health"),
]
