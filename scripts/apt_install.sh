#!/bin/sh
# Install packages of a Debian system, if we may; say what to do if we may not.
# usage: apt_install.sh PACKAGE...
set -eu
if [ "$(id -u)" = 0 ]; then
    as_root=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    echo "Missing: $*. Please run: sudo apt-get install $*" >&2
    exit 1
fi
command -v apt-get >/dev/null || { echo "Missing: $*. Please install it with your system's package manager." >&2; exit 1; }
$as_root apt-get update -qq
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends "$@" >/dev/null
