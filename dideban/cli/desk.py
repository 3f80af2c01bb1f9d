"""`dideban desk`: the editors' web desk."""

import errno

import click

from dideban import config
from dideban.cli.command import Command
from dideban.cli.faults import Fault
from dideban.opening import open_store


@click.command("desk", cls=Command, examples=("dideban desk", "dideban desk --port 9000"))
@click.option("--host", help="Address to listen on (default: 127.0.0.1, this machine only).")
@click.option("--port", type=click.IntRange(0, 65535), help="Port (default: 8000; 0 takes a free one).")
def command(host: str | None, port: int | None) -> None:
    """Serve the editors' web desk until Ctrl-C."""
    settings = config.load()
    open_store()
    serve(host or settings.desk_host, settings.desk_port if port is None else port)


def serve(host: str, port: int) -> None:
    """Serve the desk until Ctrl-C; the store must be open. Raises Fault where the port cannot be had."""
    from desk.server import serve as serve_desk  # noqa: PLC0415 - it loads Django

    try:
        serve_desk(host, port, on_ready=lambda address: click.echo(f"The desk: {address}  (Ctrl-C stops it)", err=True))
    except OSError as fault:
        said = str(fault).rstrip(".")
        taken = isinstance(fault.__cause__, OSError) and fault.__cause__.errno == errno.EADDRINUSE
        raise Fault(f"{said}; --port 0 takes a free one" if taken else said) from fault
    except KeyboardInterrupt:
        click.echo("", err=True)
