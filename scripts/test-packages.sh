#!/bin/sh
# Installs the Debian packages that only tests use: a browser and a PostgreSQL server. Where it cannot (no apt, not
# root, no network) it says so and ends well: the tests that need them then skip with the reason.
set -u

missing=""
[ -x /usr/bin/chromium ] || missing="$missing chromium fonts-noto-core"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
[ -z "$missing" ] && exit 0

if ! command -v apt-get >/dev/null 2>&1 || [ "$(id -u)" != 0 ]; then
    echo "Not installed, so some tests will skip:$missing" >&2
    exit 0
fi
echo "Installing for the tests:$missing ..." >&2
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # a list of packages
if ! { timeout 300 apt-get update -qq && timeout 900 apt-get install -qq -y --no-install-recommends $missing; } >/dev/null 2>&1; then
    echo "apt-get could not install$missing: some tests will skip" >&2
fi
exit 0
