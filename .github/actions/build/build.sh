#!/usr/bin/env bash
# Builds the site of MODELS into OUTPUT; what is wrong is told beside the lines, too.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
convatlas=${CONVATLAS:-$here/../../../convatlas}

options=()
[ "${STRICT:-true}" != true ] || options+=(--strict)
[ "${TEMPLATES:-true}" = true ] || options+=(--no-templates)

# A message of one line, in which percent signs and breaks are escaped, so that no text of a model
# can begin a command of the runner's.
"$convatlas" check -q --format json -- "$MODELS" >"${RUNNER_TEMP:-/tmp}/diagnostics.json" || true
python3 - "${RUNNER_TEMP:-/tmp}/diagnostics.json" <<'PYTHON'
import json
import sys


def data(text):
    return str(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def value(text):
    return data(text).replace(":", "%3A").replace(",", "%2C")


with open(sys.argv[1], encoding="utf-8") as file:
    text = file.read()
for one in json.loads(text)["diagnostics"] if text else []:
    place = f"file={value(one['path'])},line={one['line'] or 1},col={one['column'] or 1}"
    print(f"::{one['severity']} {place}::{data(one['message'])}")
PYTHON

"$convatlas" build ${options[@]+"${options[@]}"} -o "$OUTPUT" -- "$MODELS"
