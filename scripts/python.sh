#!/bin/sh
# Prints the path of a Python that Dideban can run on (3.12 or 3.13), or says in one line what is missing.
# Order: DIDEBAN_PYTHON, what is on PATH, versions of pyenv and uv, at last one that uv fetches.
set -u

fits() {
    "$1" -c 'import sys, venv, ensurepip; sys.exit(not (3, 12) <= sys.version_info[:2] < (3, 14))' >/dev/null 2>&1
}

# A pyenv shim runs only where its version is selected, so each candidate is tried and then asked for its real path.
try() {
    fits "$1" || return 1
    "$1" -c 'import sys; print(sys.executable)'
    exit 0
}

fail() {
    echo "Dideban needs Python 3.12 or 3.13 with venv: $1 Install one, or name it: DIDEBAN_PYTHON=/path/to/python" >&2
    exit 1
}

if [ -n "${DIDEBAN_PYTHON:-}" ]; then
    try "$DIDEBAN_PYTHON"
    fail "$DIDEBAN_PYTHON is none."
fi
for name in python3.13 python3.12 python3; do
    command -v "$name" >/dev/null 2>&1 && try "$name"
done
home=${HOME:-/nonexistent}
for root in "${PYENV_ROOT:-$home/.pyenv}" "$home/.local/share/uv/python"; do
    for candidate in "$root"/versions/3.13.*/bin/python "$root"/versions/3.12.*/bin/python \
        "$root"/cpython-3.13.*/bin/python3 "$root"/cpython-3.12.*/bin/python3; do
        [ -x "$candidate" ] && try "$candidate"
    done
done

# A uv of our own lives in a folder of its own, so that it touches neither the user's Python nor the project's.
uv=$(command -v uv 2>/dev/null) || uv=
if [ -z "$uv" ] && command -v python3 >/dev/null 2>&1; then
    python3 -m venv .uv >/dev/null 2>&1 && .uv/bin/python -m pip install -q uv >/dev/null 2>&1 && uv=.uv/bin/uv
fi
if [ -n "$uv" ]; then
    echo "Fetching Python 3.13 with uv ..." >&2
    UV_PYTHON_INSTALL_DIR="$PWD/.uv/python"
    export UV_PYTHON_INSTALL_DIR
    if "$uv" python install --quiet --no-bin 3.13 >/dev/null 2>&1; then
        found=$("$uv" python find --managed-python 3.13 2>/dev/null) && try "$found"
    fi
fi
fail "none was found (PATH, pyenv) and uv could not fetch one."
