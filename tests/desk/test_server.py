import socket
from http.client import HTTPConnection
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from desk.server import DeskError, serve


def test_a_desk_answers_and_brings_its_own_assets(desk):
    for path, kind in (
        ("", "text/html; charset=utf-8"),
        ("healthz", "text/plain"),
        ("static/desk/base.css", 'text/css; charset="utf-8"'),
        ("static/desk/desk.js", 'text/javascript; charset="utf-8"'),
        ("static/django_htmx/htmx-2.min.js", 'text/javascript; charset="utf-8"'),
        ("static/fonts/NotoSansArabic%5Bwdth,wght%5D.ttf", "font/ttf"),
    ):
        with urlopen(desk + path) as answer:  # noqa: S310 - loopback
            assert (answer.status, answer.headers["Content-Type"]) == (200, kind)
            assert answer.read()


def test_it_answers_to_the_names_it_was_given(desk):
    for host, status in (("localhost", 200), ("desk.example.ir", 400)):
        connection = HTTPConnection(urlsplit(desk).netloc, timeout=10)
        connection.request("GET", "/healthz", headers={"Host": host})
        assert connection.getresponse().status == status
        connection.close()


@pytest.mark.parametrize("host", ["127.0.0.1", "no.such.host.invalid"])
def test_where_it_cannot_listen_it_says_so_in_one_line(host):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(DeskError, match=f"cannot listen on {host} port {port}: ") as caught:
            serve(host, port, on_ready=pytest.fail)
    assert isinstance(caught.value, OSError)
    assert "\n" not in str(caught.value)
