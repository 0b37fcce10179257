#!/usr/bin/env bash
# Measures small runs, each a whole process into a new warehouse: the demo, and a shop of ten purchases.
#
#   scripts/bench --small --runs 5 --write docs/benchmarks.md --date 2026-01-31
#
#   --runs N       runs of each, of which medians are told; default 5
#   --dangol FILE  what is measured, such as that of another clone; default scripts/dangol of this one
#   --data DIR     where warehouses and logs go; default target/bench
#   --write FILE   puts the table in FILE between its two marks, rather than on standard output
#   --date D       the day to write above it
#
# Spark jobs, executions of SQL and the bytes of the tables' logs are counted in one more run, whose time does
# not count, since it writes Spark's log of events.
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd -P)
runs=5 dangol=$home/scripts/dangol data=$home/target/bench write="" day=""
while (($#)); do
  (($# > 1)) || { echo "bench: $1 needs a value." >&2; exit 2; }
  case $1 in
    --runs) runs=$2 ;;
    --dangol) dangol=$(cd "$(dirname "$2")" && pwd -P)/$(basename "$2") ;;
    --data) data=$2 ;;
    --write) write=$2 ;;
    --date) day=$2 ;;
    *) echo "bench: $1 is no option of --small." >&2 && exit 2 ;;
  esac
  shift 2
done
mkdir -p "$data"
data=$(cd "$data" && pwd -P)
export DANGOL_LOG=$data/dangol.log

shop=$data/ten-purchases
mkdir -p "$shop"
{
  echo "who,at,paid,order"
  for i in 1 2 3 4 5 6 7 8 9 10; do echo "c$((i % 4)),2025-0$((1 + i / 4))-1$((i % 9)),1$i,o$i"; done
} >"$shop/purchases.csv"
cat >"$shop/shop.conf" <<CONF
dangol {
  time-zone = "Asia/Seoul", currency = KRW
  warehouse.path = "$shop/warehouse", report.directory = "$shop/report"
  sources.purchases {
    format = csv, path = "$shop/purchases.csv", options { header = true }
    columns { customer_id = who, purchased_at = at, net_amount = paid, order_id = order }
  }
}
CONF

# once WHAT: one run into a new warehouse.
once() {
  local warehouse=$data/small-warehouse
  rm -rf "$warehouse"
  case $1 in
    demo) "$dangol" demo --warehouse "$warehouse" ;;
    "ten purchases") "$dangol" run --config "$shop/shop.conf" --warehouse "$warehouse" ;;
  esac >"$data/small.log" 2>&1 || { tail -5 "$data/small.log" >&2; exit 1; }
}

median() {
  sort -n | awk '{ v[NR] = $1 } END { printf "%.1f (%.1f to %.1f)", NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2, v[1], v[NR] }'
}

# counted EVENT: how often Spark told of it in the run that was counted.
counted() {
  find "$data/events" -type f -name 'events*' -exec cat {} + | grep -c "^{\"Event\":\"[^\"]*$1\"" || true
}

measured=$data/small.md
{
  echo "${day:+$day. }$(nproc) cores, of the commit $(git -C "$(dirname "$dangol")" log -1 --format=%h)."
  echo
  echo "| what | wall s | CPU s | Spark jobs | executions of SQL | bytes of logs | runs |"
  echo "|---|---:|---:|---:|---:|---:|---:|"
} >"$measured"
TIMEFORMAT='%R %U %S'
for what in demo "ten purchases"; do
  once "$what"  # builds, and writes what is written once
  : >"$data/small.tsv"
  for ((i = 0; i < runs; i++)); do
    { time once "$what"; } 2>&1 | awk '{ print $1 "\t" $2 + $3 }' >>"$data/small.tsv"
  done
  rm -rf "$data/events"
  mkdir -p "$data/events"
  DANGOL_JAVA_OPTIONS="${DANGOL_JAVA_OPTIONS:-} -Dspark.eventLog.enabled=true -Dspark.eventLog.dir=$data/events -Dspark.eventLog.compress=false" \
    once "$what"
  logs=$(find "$data/small-warehouse" -path '*/_delta_log/*' -type f -exec cat {} + | wc -c)
  echo "| $what | $(cut -f 1 "$data/small.tsv" | median) | $(cut -f 2 "$data/small.tsv" | median)" \
    "| $(counted SparkListenerJobStart) | $(counted SparkListenerSQLExecutionStart) | $logs | $runs |" >>"$measured"
done

if [[ -z $write ]]; then
  cat "$measured"
else
  awk -v told="$measured" '
    /<!-- measured small -->/ { print; print ""; while ((getline line <told) > 0) print line; print ""; skip = 1 }
    /<!-- end of measured small -->/ { skip = 0 }
    !skip { print }' "$write" >"$data/written.md"
  cat "$data/written.md" >"$write"
fi
