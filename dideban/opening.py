"""Opening the store: Django set up and the database brought up to date."""

import os

from dideban.cli.faults import Fault


def open_store() -> None:
    """Make `corpus.store` usable in this process: only after this may it be imported.

    Raises Fault where the database cannot be reached or used.
    """
    set_up()
    from django.db import DatabaseError  # noqa: PLC0415 - Django is loaded by the commands that need it alone

    from corpus import store  # noqa: PLC0415 - its tables need Django set up

    try:
        store.migrate()
    except DatabaseError as fault:
        raise Fault(f"the database cannot be used: {str(fault).splitlines()[0]} (see dideban doctor)") from fault


def set_up() -> None:
    """Set Django up, and nothing more."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dideban.settings")
    import django  # noqa: PLC0415 - Django is loaded by the commands that need it alone

    django.setup()
