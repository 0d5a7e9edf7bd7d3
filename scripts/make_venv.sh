#!/bin/sh
# Make a virtual environment. Debian keeps the module for it in a package of its own.
# usage: make_venv.sh PYTHON FOLDER
set -eu
python=$1 folder=$2
[ -n "$python" ] || { echo "On Record needs Python 3.11 or newer (apt-get install python3 python3-venv)." >&2; exit 1; }
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "On Record needs Python 3.11 or newer; $python is $("$python" -V 2>&1 || true)." >&2
    exit 1
}
[ -x "$folder/bin/python" ] && "$folder/bin/python" -m pip --version >/dev/null 2>&1 && exit 0
if ! "$python" -m venv "$folder" >/dev/null 2>&1; then
    sh "$(dirname "$0")/apt_install.sh" python3-venv
    rm -rf "$folder"
    "$python" -m venv "$folder"
fi
