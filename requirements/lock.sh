#!/bin/sh
# Compile the hashed requirement files anew (needs uv; `make lock`). No file records a download address.
set -eu
cd "$(dirname "$0")/.."
for name in uv run dev; do
    uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
        "requirements/$name.in" -o "requirements/$name.txt" "$@"
done
