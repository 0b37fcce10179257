#!/usr/bin/env bash
# Builds the jar twice and compares the bytes. Part of scripts/check --all.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../../.."
build() {
  rm -rf target/classes target/dangol.jar target/dangol-*.jar
  mvn -B -q -Dmaven.test.skip=true package >/dev/null
  sha256sum <target/dangol.jar
}
first=$(build)
second=$(build)
[[ $first == "$second" ]] || { echo "same_jar: two builds differ: $first $second" >&2; exit 1; }
echo "same_jar: two builds of the jar are the same ${first%% *}"
