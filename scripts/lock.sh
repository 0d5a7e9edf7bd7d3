#!/bin/sh
# Choose exact versions for every set-up, from the ranges in pyproject.toml.
# usage: lock.sh BIN
set -eu
bin=$1
"$bin/python" -m pip install --quiet pip-tools
compile() {
    "$bin/pip-compile" --quiet --upgrade --strip-extras --no-emit-index-url --no-emit-trusted-host \
        --no-emit-find-links --no-header --no-annotate "$@" pyproject.toml
}
compile -o requirements/serve.txt
compile --extra dev -c requirements/serve.txt -o requirements/dev.txt
