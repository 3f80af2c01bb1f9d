"""`python -m corpus.newsroom`: prints addresses that a browser can open, and serves them."""

import http.client
import subprocess
import sys
from urllib.parse import urlsplit

import pytest

from corpus.newsroom.outlets import outlets


@pytest.fixture
def printed():
    process = subprocess.Popen([sys.executable, "-m", "corpus.newsroom"], stdout=subprocess.PIPE, text=True)
    yield [process.stdout.readline().strip() for _ in outlets()]
    process.terminate()
    process.communicate(timeout=10)


def test_its_addresses_answer(printed):
    for address, outlet in zip(printed, outlets().values(), strict=True):
        url = urlsplit(address)
        assert url.hostname == f"{outlet.host}.localhost"
        connection = http.client.HTTPConnection("127.0.0.1", url.port, timeout=5)
        connection.request("GET", url.path, headers={"Host": url.netloc})
        assert outlet.name in connection.getresponse().read().decode()
