"""Opening the store: Django set up and the database brought up to date."""

import os

from dideban.cli.faults import Fault


def open_store() -> None:
    """Make `corpus.store` usable in this process. Raises Fault where the database cannot be reached or used."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dideban.settings")
    import django
    from django.db import DatabaseError

    django.setup()
    from corpus import store

    try:
        store.migrate()
    except DatabaseError as fault:
        raise Fault(f"the database cannot be used: {str(fault).splitlines()[0]} (see dideban doctor)") from fault
