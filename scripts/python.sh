#!/bin/sh
# Prints the path of a Python that Dideban can run on (3.12 or 3.13), or says in one line what is missing.
# Order: DIDEBAN_PYTHON, what is on PATH, pyenv's versions, at last one that uv fetches.
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

[ -n "${DIDEBAN_PYTHON:-}" ] && try "$DIDEBAN_PYTHON"
for name in python3.13 python3.12 python3; do
    command -v "$name" >/dev/null 2>&1 && try "$name"
done
for root in "${PYENV_ROOT:-$HOME/.pyenv}" "$HOME/.local/share/uv/python"; do
    for candidate in "$root"/versions/3.13.*/bin/python "$root"/versions/3.12.*/bin/python \
        "$root"/cpython-3.13.*/bin/python3 "$root"/cpython-3.12.*/bin/python3; do
        [ -x "$candidate" ] && try "$candidate"
    done
done

# uv lives in a folder of its own, so that it touches neither the user's Python nor the project's environment.
if python3 -m venv .uv >/dev/null 2>&1 && .uv/bin/python -m pip install -q uv >/dev/null 2>&1; then
    UV_PYTHON_INSTALL_DIR="$PWD/.uv/python"
    export UV_PYTHON_INSTALL_DIR
    if .uv/bin/uv python install --no-bin 3.13 >&2; then
        found=$(.uv/bin/uv python find --managed-python 3.13 2>/dev/null) && try "$found"
    fi
fi
echo "Dideban needs Python 3.12 or 3.13: none was found (PATH, pyenv) and uv could not fetch one." \
    "Install one, or name it: DIDEBAN_PYTHON=/path/to/python make run" >&2
exit 1
