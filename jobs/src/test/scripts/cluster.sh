#!/usr/bin/env bash
# Runs a small shop on a cluster on this machine, Spark's own master with two workers from the jars that Maven
# resolved, and compares every table with those of a run without a cluster. Then once more, while one
# executor after the other is killed. Part of scripts/check --all; needs some 5 GB of memory.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../../.."
home=$PWD
scripts/dangol --version >/dev/null # builds the jar where it is missing or old

scratch=$(mktemp -d)
started=()
stop() {
  ((${#started[@]} == 0)) || kill "${started[@]}" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$scratch"
}
trap stop EXIT
fail() {
  echo "cluster: $*" >&2
  exit 1
}

# A Spark installation as a cluster wants it: nothing but the jars.
export SPARK_HOME=$scratch/spark SPARK_LOCAL_IP=127.0.0.1 SPARK_SCALA_VERSION=2.13
mkdir -p "$SPARK_HOME/jars" "$SPARK_HOME/conf"
: >"$SPARK_HOME/RELEASE"
tr ':' '\n' <target/spark.classpath | while read -r jar; do
  [[ $jar != *.jar ]] || ln -sf "$jar" "$SPARK_HOME/jars/"
done
java=(java "@$home/target/spark.modules" -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=256m
  "-Dlog4j2.configurationFile=$home/conf/log4j2.properties")

port=$((17000 + RANDOM % 1000))
"${java[@]}" -Xmx300m "-Ddangol.log=$scratch/master.log" -cp "$SPARK_HOME/jars/*" \
  org.apache.spark.deploy.master.Master --host 127.0.0.1 --port "$port" --webui-port 0 \
  >"$scratch/master.out" 2>&1 &
started+=($!)
for number in 1 2; do
  "${java[@]}" -Xmx300m "-Ddangol.log=$scratch/worker-$number.log" -cp "$SPARK_HOME/jars/*" \
    org.apache.spark.deploy.worker.Worker "spark://127.0.0.1:$port" --host 127.0.0.1 --webui-port 0 \
    --cores 1 --memory 1g --work-dir "$scratch/work-$number" >"$scratch/worker-$number.out" 2>&1 &
  started+=($!)
done

# Two hundred purchases of thirty customers over half a year.
for ((number = 0; number < 200; number++)); do
  printf 'c%d,2025-%02d-%02d,%d.50,o%d\n' $((number * 7 % 30)) $((1 + number % 6)) $((1 + number * 11 % 28)) \
    $((number * 37 % 90 + 5)) "$number"
done >"$scratch/purchases.csv"
cat >"$scratch/shop.conf" <<CONFIGURATION
dangol {
  time-zone = UTC, currency = EUR, segments.k = 2, report.directory = "$scratch/report"
  sources.purchases {
    format = csv, path = "$scratch/purchases.csv", options { header = false }
    columns { customer_id = _c0, purchased_at = _c1, net_amount = _c2, order_id = _c3 }
  }
}
CONFIGURATION

# submit WAREHOUSE COMMAND…: a command on the cluster, the driver in this process.
submit() {
  "${java[@]}" -Xmx1g "-Ddangol.log=$scratch/driver.log" -cp "$SPARK_HOME/jars/*" \
    org.apache.spark.deploy.SparkSubmit --master "spark://127.0.0.1:$port" --deploy-mode client \
    --conf spark.driver.host=127.0.0.1 --conf spark.driver.bindAddress=127.0.0.1 --conf spark.ui.enabled=false \
    --conf spark.executor.memory=900m --conf spark.executor.cores=1 --conf spark.sql.shuffle.partitions=4 \
    --class dev.dangol.Dangol target/dangol.jar "${@:2}" --config "$scratch/shop.conf" --warehouse "$1"
}

# rows WAREHOUSE: every row of every published table but the ledger, sorted.
rows() {
  local query
  query=$(scripts/dangol tables --format markdown | sed -n 's/^## \([a-z_]*\)$/\1/p' | grep -vx runs \
    | sed "s/.*/SELECT '&', * FROM &;/")
  [[ -n $query ]] || fail "no table is known."
  env -u SPARK_HOME scripts/dangol sql --format csv --config "$scratch/shop.conf" --warehouse "$1" "$query" | sort
}

env -u SPARK_HOME scripts/dangol run --config "$scratch/shop.conf" --warehouse "$scratch/alone" >/dev/null 2>&1 \
  || fail "the run without a cluster failed."
submit "$scratch/cluster" run >"$scratch/run.out" 2>&1 || { tail -5 "$scratch/run.out" >&2; fail "the run on the cluster failed."; }
(unset SPARK_HOME; rows "$scratch/alone" >"$scratch/alone.csv"; rows "$scratch/cluster" >"$scratch/cluster.csv")
(($(wc -l <"$scratch/alone.csv") > 500)) || fail "the tables have too few rows to compare."
cmp "$scratch/alone.csv" "$scratch/cluster.csv" || fail "the tables of the cluster differ."
echo "cluster: $(wc -l <"$scratch/alone.csv") rows and headers are those of a run without a cluster"

submit "$scratch/wounded" run >"$scratch/wounded.out" 2>&1 &
run=$!
killed=0
while kill -0 "$run" 2>/dev/null; do
  sleep 12
  for process in $(pgrep -P "${started[2]}" -f CoarseGrainedExecutorBackend || true); do
    kill -9 "$process" && killed=$((killed + 1))
  done
done
wait "$run" || { tail -5 "$scratch/wounded.out" >&2; fail "the run whose executors were killed failed."; }
((killed > 0)) || fail "the run was over before an executor was killed."
(unset SPARK_HOME; rows "$scratch/wounded" >"$scratch/wounded.csv")
cmp "$scratch/alone.csv" "$scratch/wounded.csv" || fail "the tables differ after executors were killed."
echo "cluster: they are so after $killed executors were killed on the way"
