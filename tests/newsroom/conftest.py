from pathlib import Path

import pytest

from corpus.newsroom.articles import load

FOLDER = Path(__file__).with_name("articles")


@pytest.fixture(scope="session")
def articles():
    return load(FOLDER)


@pytest.fixture(scope="session")
def by_id(articles):
    return {article.id: article for article in articles}
