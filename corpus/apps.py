"""The corpus as a Django application."""

from django.apps import AppConfig


class CorpusConfig(AppConfig):
    """Tables of articles and records."""

    name = "corpus"
    default_auto_field = "django.db.models.BigAutoField"
