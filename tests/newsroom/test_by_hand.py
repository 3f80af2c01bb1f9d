"""`python -m corpus.newsroom`: prints addresses that a browser can open, and serves them."""

import http.client
import subprocess
import sys
from urllib.parse import urlsplit

import pytest


@pytest.fixture
def printed():
    process = subprocess.Popen([sys.executable, "-m", "corpus.newsroom"], stdout=subprocess.PIPE, text=True)
    yield [process.stdout.readline().strip() for _ in range(2)]
    process.terminate()
    process.communicate(timeout=10)


def test_its_addresses_answer(printed):
    for address, host in zip(printed, ("www.irib-news.ir.localhost", "www.tasnimnews.ir.localhost"), strict=True):
        url = urlsplit(address)
        assert url.hostname == host
        connection = http.client.HTTPConnection("127.0.0.1", url.port, timeout=5)
        connection.request("GET", url.path, headers={"Host": url.netloc})
        assert "archive_content" in connection.getresponse().read().decode()
