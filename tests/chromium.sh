#!/bin/sh
# The browser tests use the Chromium they find. Where there is none, install Debian's if we may; else they are skipped
# with a loud notice (with CI=true that is a failure).
set -u
for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installing Debian's chromium for the browser tests"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        chromium fonts-dejavu-core fonts-liberation; } >/tmp/newsloom-chromium.log 2>&1 && exit 0
    tail -n 3 /tmp/newsloom-chromium.log
fi
echo "NOTICE: no Chromium found and none installed: the browser tests will be SKIPPED." >&2
[ "${CI:-}" = true ] && exit 1
exit 0
