#!/usr/bin/env bash
# Prints the ten classes of tests that took longest in the last run, with their seconds.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../../.."

echo "The ten slowest classes of tests, in seconds:"
sed -nE 's/.*<testsuite .* name="([^"]*)" time="([^"]*)".*/\2 \1/p' target/surefire-reports/TEST-*.xml \
  | sort -rn | awk 'NR <= 10 { printf "  %7.1f  %s\n", $1, $2 }'
