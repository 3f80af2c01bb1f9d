"""Watch with `watch_drive.py GATEWAY PUBLISHER…`: by a clock on which a minute takes a second."""

import sys
import time
from datetime import UTC, datetime, timedelta

from dideban import config
from dideban.cli.watching import Watch
from dideban.schedule import plan

BEGUN, REAL = datetime.now(UTC), time.monotonic()


def fast() -> datetime:
    return BEGUN + 60 * timedelta(seconds=time.monotonic() - REAL)


if __name__ == "__main__":
    schedules = plan(sys.argv[2:], every=timedelta(minutes=1))
    Watch(schedules, config.make_home(config.load()), gateway=sys.argv[1], clock=fast, back=None).run()
