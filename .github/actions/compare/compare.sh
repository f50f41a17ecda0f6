#!/usr/bin/env bash
# Compares MODELS with BASE and appends the result to the job's summary.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
convatlas=${CONVATLAS:-$here/../../../convatlas}
most=900000 # bytes: a summary takes no more than a mebibyte

if [ ! -d "$BASE" ]; then
  echo "There is nothing to compare with: no folder $BASE."
  exit 0
fi
options=()
while IFS= read -r condition; do
  [ -z "$condition" ] || options+=(--fail-if "$condition")
done <<<"${FAIL_IF:-}"

code=0
"$convatlas" compare ${options[@]+"${options[@]}"} -- "$BASE" "$MODELS" \
  >"${RUNNER_TEMP:-/tmp}/comparison.md" || code=$?
head -c "$most" "${RUNNER_TEMP:-/tmp}/comparison.md" >>"$GITHUB_STEP_SUMMARY"
exit "$code"
