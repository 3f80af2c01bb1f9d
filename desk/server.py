"""The desk as a running server."""

import logging
from collections.abc import Callable
from contextlib import closing

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from waitress.server import create_server

from desk import spelling, words

THREADS = 8
_ANYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - recognised here, not chosen


class DeskError(OSError):
    """The desk cannot listen where it was told to; its text is one line."""


def serve(host: str, port: int, *, on_ready: Callable[[str], None]) -> None:
    """Serve the desk on `host`:`port` (0 takes a free port) until Ctrl-C; returns then.

    DJANGO_SETTINGS_MODULE must be set and the database migrated. `on_ready` is called once with the desk's address
    when it answers. Besides the configured host names the desk answers to `host` itself.

    Raises DeskError where the port is taken or the host is none of this machine's.
    """
    logging.getLogger("waitress").setLevel(logging.ERROR)  # it would warn of every short queue
    application = get_wsgi_application()
    words.prepare()
    spelling.prepare()
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, _in_address(host)]
    try:
        server = create_server(application, host=host, port=port, threads=THREADS, ident=None)
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or fault
        raise DeskError(f"cannot listen on {host} port {port}: {reason}") from fault
    with closing(server):
        on_ready(f"http://{_in_address(_ANYWHERE.get(host, host))}:{_port(server) or port}/")
        server.run()


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _port(server: object) -> int:
    """The port in use; a host with several addresses listens on several, of which the first is told."""
    listening = getattr(server, "effective_listen", None)
    return int(listening[0][1] if listening else getattr(server, "effective_port", 0))
