"""The desk as a Django application."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Pages for editors; it has no tables of its own."""

    name = "desk"
    verbose_name = "دیدبان"
