"""`python -m corpus.newsroom [PORT] [--generate N]`: the sample newsroom, or made-up articles to measure with."""

import argparse
import sys
import threading

from corpus.newsroom.load import generated
from corpus.newsroom.outlets import outlets
from corpus.newsroom.server import serve


def main() -> None:
    """Serves until Ctrl-C."""
    asked = _asked()
    publishers = asked.publishers or ["irib", "tasnim"]
    sites = generated(asked.generate, publishers) if asked.generate else None
    with serve(asked.port, sites=sites) as newsroom:
        _, _, taken = newsroom.address.partition(":")
        for site in newsroom.sites.values():
            sys.stdout.write(f"http://{site.host}.localhost:{taken}{site.edition.outlet.home}\n")
        sys.stdout.flush()
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m corpus.newsroom", description="Serve the sample newsroom.")
    parser.add_argument("port", nargs="?", type=int, default=0, help="port on 127.0.0.1 (default: a free one)")
    parser.add_argument("--generate", type=int, metavar="N", help="serve N made-up articles in place of the sample")
    parser.add_argument(
        "--publishers", nargs="+", choices=list(outlets()), metavar="CODE", help="whose they are (irib tasnim)"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
