#!/bin/sh
# The browser tests drive the system's Chromium; install it where there is none.
set -eu
[ -n "${ONRECORD_CHROMIUM:-}" ] && exit 0
for name in chromium chromium-browser; do
    command -v "$name" >/dev/null && exit 0
done
echo "Installing Chromium for the browser tests …"
exec sh "$(dirname "$0")/apt_install.sh" chromium
