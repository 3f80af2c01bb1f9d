import http.client
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest

from corpus.newsroom.articles import load
from corpus.newsroom.server import serve


class Reply(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self):
        return self.body.decode()


@pytest.fixture(scope="session")
def articles():
    return load(Path(__file__).with_name("articles"))


@pytest.fixture(scope="session")
def by_id(articles):
    return {article.id: article for article in articles}


@pytest.fixture(scope="session")
def newsroom(articles):
    with serve(articles=articles) as newsroom:
        yield newsroom


@pytest.fixture
def get(newsroom):
    """Asks the newsroom for an address, as a reader whose transport leads to loopback."""
    connection = http.client.HTTPConnection(newsroom.address, timeout=5)

    def ask(url, method="GET", **headers):
        parts = urlsplit(url)
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        connection.request(method, path, headers={"Host": parts.netloc, **names})
        reply = connection.getresponse()
        return Reply(reply.status, dict(reply.getheaders()), reply.read())

    yield ask
    connection.close()
