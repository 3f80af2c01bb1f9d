#!/bin/sh
# Makes .venv with the locked dependencies and the project itself. Does nothing where it is already up to date.
set -eu
cd "$(dirname "$0")/.."

# The folder counts too: programs of an environment know where it lies.
stamp=.venv/.dideban-setup
wanted=$({ cat requirements.lock pyproject.toml scripts/setup.sh; pwd; } | cksum)
if [ -x .venv/bin/dideban ] && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && .venv/bin/python -c '' 2>/dev/null; then
    exit 0
fi

python=$(sh scripts/python.sh)
echo "Setting up .venv with $("$python" --version) (a minute or two, once) ..." >&2
rm -f "$stamp"
"$python" -m venv --clear .venv
.venv/bin/python -m pip install -qq --disable-pip-version-check --no-input --require-hashes -r requirements.lock
.venv/bin/python -m pip install -qq --disable-pip-version-check --no-input --no-deps --no-build-isolation -e .
printf '%s\n' "$wanted" > "$stamp"
