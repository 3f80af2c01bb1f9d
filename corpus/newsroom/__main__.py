"""`python -m corpus.newsroom [PORT]`: the sample newsroom, for reading in a browser."""

import sys
import threading

from corpus.newsroom.server import serve


def main() -> None:
    """Serves until Ctrl-C."""
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    with serve(port) as newsroom:
        _, _, taken = newsroom.address.partition(":")
        for site in newsroom.sites.values():
            sys.stdout.write(f"http://{site.host}.localhost:{taken}/fa\n")
        sys.stdout.flush()
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main()
