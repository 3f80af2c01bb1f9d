#!/bin/sh
# Makes .venv/peers for `make bench`: an environment that sees all that .venv holds and has the peers beside it, so that
# .venv itself stays as it is. Where they cannot be installed it says so and ends well: the tables then tell.
set -eu
cd "$(dirname "$0")/.."

peers=.venv/peers
stamp=$peers/.dideban-peers
wanted=$({ cat benchmarks/requirements.lock scripts/bench.sh; pwd; } | cksum)
[ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && exit 0

echo "Installing the peers ..." >&2
packages='import sysconfig; print(sysconfig.get_path("purelib"))'
.venv/bin/python -m venv --clear --without-pip "$peers"
printf "import site; site.addsitedir('%s')\n" "$(.venv/bin/python -c "$packages")" \
    > "$("$peers/bin/python" -c "$packages")/dideban.pth"
# --no-deps: the lock names all but pytextspan, which parstdex needs for tagging only and which has no wheels for our Pythons.
if .venv/bin/python -m pip --python "$peers/bin/python" install -qq --disable-pip-version-check --no-input --no-deps \
    --require-hashes -r benchmarks/requirements.lock; then
    printf '%s\n' "$wanted" > "$stamp"
else
    echo "The peers could not be installed; the tables show which are missing." >&2
fi
