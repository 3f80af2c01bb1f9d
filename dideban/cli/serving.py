"""Ports for the desk, and the proof that it answers."""

import socket
from contextlib import closing
from queue import Queue
from threading import Thread
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

from desk.server import serve
from dideban.cli.faults import Fault

_TRIES = 100
_PATIENCE = 30  # seconds


def free_port(host: str, wanted: int) -> int:
    """`wanted`, or where it is taken the next free port above it. Raises Fault where a hundred are taken."""
    for port in range(wanted, min(wanted + _TRIES, 65536)):
        if wanted == 0 or _is_free(host, port):
            return port
    raise Fault(f"no free port from {wanted} on; name another with --port")


def answering(host: str) -> str:
    """Serve the desk on a free port of `host` in the background and read its list once; its address.

    The server ends with the process. Raises Fault where it does not start or answers anything but 200.
    """
    told: Queue[str | OSError] = Queue()
    Thread(target=_serve, args=(host, told), daemon=True).start()
    address = told.get(timeout=_PATIENCE)
    if isinstance(address, OSError):
        raise Fault(str(address)) from address
    try:
        # No proxy: the desk is on this machine, whatever the environment says of others.
        with build_opener(ProxyHandler({})).open(address, timeout=_PATIENCE) as answer:
            answer.read()
            status = answer.status
    except URLError as fault:
        raise Fault(f"the desk at {address} does not answer: {fault}") from fault
    if status != 200:
        raise Fault(f"the desk at {address} answers {status}")
    return address


def _serve(host: str, told: "Queue[str | OSError]") -> None:
    try:
        serve(host, 0, on_ready=told.put)
    except OSError as fault:
        told.put(fault)


def _is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with closing(socket.socket(family)) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError:
            return False
    return True
