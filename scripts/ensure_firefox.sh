#!/bin/sh
# The browser tests drive the system's Firefox too; install it where there is none.
set -eu
[ -n "${ONRECORD_FIREFOX:-}" ] && exit 0
command -v firefox-esr >/dev/null && exit 0
echo "Installing Firefox for the browser tests …"
exec sh "$(dirname "$0")/apt_install.sh" firefox-esr
