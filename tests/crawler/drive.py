"""Crawl with `drive.py HOME GATEWAY`: keeps articles in HOME/articles.sqlite, prints the report's counts as JSON."""

import json
import sqlite3
import sys
from pathlib import Path

from corpus.schema import Article
from crawler import crawl


def main() -> None:
    home, gateway = Path(sys.argv[1]), sys.argv[2]
    home.mkdir(exist_ok=True)

    def save(article: Article) -> bool:
        with sqlite3.connect(home / "articles.sqlite", isolation_level=None) as store:
            store.execute("CREATE TABLE IF NOT EXISTS articles (url TEXT PRIMARY KEY, article TEXT)")
            added = store.execute(
                "INSERT INTO articles VALUES (?, ?) ON CONFLICT DO NOTHING",
                (article.document, article.model_dump_json()),
            ).rowcount
        sys.stderr.write(f"{article.document}\n")
        return added == 1

    sys.stderr.write("begins\n")
    report = crawl(["irib", "tasnim"], home=home, save=save, gateway=gateway, delay=0)
    sys.stdout.write(json.dumps({"new": report.new, "ended": report.ended}))


if __name__ == "__main__":
    main()
