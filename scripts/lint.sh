#!/bin/sh
# Runs every check of the code, also behind one that fails; shows what a failed one said and names all that failed.
set -u
cd "$(dirname "$0")/.."
failed=""

check() {
    name=$1
    shift
    if said=$("$@" 2>&1); then
        echo "ok      $name"
    else
        printf 'FAILED  %s: %s\n%s\n' "$name" "$*" "$said"
        failed="$failed $name"
    fi
}

check style .venv/bin/ruff check .
check format .venv/bin/ruff format --check .
check types .venv/bin/mypy
check imports .venv/bin/lint-imports
check registry .venv/bin/python -m corpus.registry
check schema .venv/bin/python -m corpus.schema --check corpus/record.schema.json
[ -z "$failed" ] && exit 0
echo "failed:$failed" >&2
exit 1
