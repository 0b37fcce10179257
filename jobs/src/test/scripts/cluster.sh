#!/usr/bin/env bash
# Runs a small shop on a cluster on this machine, Spark's own master with two workers from the jars that Maven
# resolved, and compares every table, and the rows that the ledger counts, with those of a run without a cluster.
#
#   jobs/src/test/scripts/cluster.sh [PART…]     client wounded driver hdfs; else client and wounded
#
#   client    the driver in a process of its own
#   wounded   the same, and in the middle of each job an executor is killed
#   driver    the driver on a worker (cluster mode)
#   hdfs      client and wounded with the warehouse, the report and the exports on HDFS
#
# Part of scripts/check --all; needs some 5 GB of memory.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../../.."
home=$PWD
parts=("${@:-client}")
(($# > 0)) || parts+=(wounded)
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
workers=()
for number in 1 2; do
  "${java[@]}" -Xmx300m "-Ddangol.log=$scratch/worker-$number.log" -cp "$SPARK_HOME/jars/*" \
    org.apache.spark.deploy.worker.Worker "spark://127.0.0.1:$port" --host 127.0.0.1 --webui-port 0 \
    --cores 2 --memory 2g --work-dir "$scratch/work-$number" >"$scratch/worker-$number.out" 2>&1 &
  started+=($!)
  workers+=($!)
done

# Two hundred purchases of thirty customers over half a year, and some ratings.
for ((number = 0; number < 200; number++)); do
  printf 'c%d,2025-%02d-%02d,%d.50,o%d\n' $((number * 7 % 30)) $((1 + number % 6)) $((1 + number * 11 % 28)) \
    $((number * 37 % 90 + 5)) "$number"
done >"$scratch/purchases.csv"
for ((number = 0; number < 40; number++)); do
  printf 'c%d,2025-%02d-%02d,%d\n' $((number * 7 % 30)) $((1 + number % 6)) $((2 + number * 11 % 27)) $((1 + number % 5))
done >"$scratch/reviews.csv"

# configuration FOLDER: the shop, with its report and its exports there.
configuration() {
  cat <<CONFIGURATION
dangol {
  time-zone = UTC, currency = EUR, segments.k = 2, report.directory = "$1/report"
  sources.purchases {
    format = csv, path = "file://$scratch/purchases.csv", options { header = false }
    columns { customer_id = _c0, purchased_at = _c1, net_amount = _c2, order_id = _c3 }
  }
  sources.reviews {
    format = csv, path = "file://$scratch/reviews.csv", options { header = false }
    columns { customer_id = _c0, reviewed_at = _c1, rating = _c2 }
  }
  export {
    directory = "$1/exports"
    targets.sheet { format = csv, where = "orders_lifetime > 0", consent = none, basis = "inside", min-size = 1 }
  }
}
CONFIGURATION
}

# submit MODE FOLDER COMMAND…: a command on the cluster, on the warehouse in a folder.
submit() {
  "${java[@]}" -Xmx1g "-Ddangol.log=$scratch/driver.log" -cp "$SPARK_HOME/jars/*" \
    org.apache.spark.deploy.SparkSubmit --master "spark://127.0.0.1:$port" --deploy-mode "$1" \
    --conf spark.driver.host=127.0.0.1 --conf spark.driver.bindAddress=127.0.0.1 --conf spark.ui.enabled=false \
    --conf spark.executor.memory=800m --conf spark.executor.cores=1 --conf spark.cores.max=2 \
    --conf spark.sql.shuffle.partitions=4 --conf spark.standalone.submit.waitAppCompletion=true \
    --driver-memory 1g --class dev.dangol.Dangol "$home/target/dangol.jar" "${@:3}" \
    --config "$scratch/shop.conf" --warehouse "$2/warehouse"
}

# rows FOLDER: every row of every published table, sorted; of the ledger how many rows each job read and wrote.
rows() (
  unset SPARK_HOME
  query=$(scripts/dangol tables --format markdown | sed -n 's/^## \([a-z_]*\)$/\1/p' | grep -vx -e runs -e exports \
    | sed "s/.*/SELECT '&', * FROM &;/")
  [[ -n $query ]] || fail "no table is known."
  query+="SELECT 'runs', job, status, rows_in, rows_out FROM runs;"
  query+="SELECT 'exports', target, cohort, kind, rows, sha256, held_back FROM exports"
  scripts/dangol sql --format csv --config "$scratch/shop.conf" --warehouse "$1/warehouse" "$query" | sort
)

# same FOLDER WHAT: its rows are those of the run without a cluster.
same() {
  rows "$1" >"$scratch/found.csv"
  cmp "$scratch/alone.csv" "$scratch/found.csv" || {
    diff "$scratch/alone.csv" "$scratch/found.csv" | head -10 >&2
    fail "$2: the tables differ."
  }
  echo "cluster: $2: $(wc -l <"$scratch/alone.csv") rows and headers are those of a run without a cluster"
}

# whole MODE FOLDER WHAT: an undisturbed run.
whole() {
  submit "$1" "$2" run >"$scratch/run.out" 2>&1 \
    || { tail -5 "$scratch/run.out" >&2; fail "$3: the run failed."; }
  same "$2" "$3"
}

# wounded FOLDER WHAT: a run in which an executor is killed in each job, as soon as it has begun to work at it.
wounded() {
  local said=$scratch/wounded.out killed=0 jobs=-1 now run process
  : >"$scratch/driver.log"
  submit client "$1" run >"$said" 2>&1 &
  run=$!
  while kill -0 "$run" 2>/dev/null; do
    now=$(grep -cE '^[a-z]+ +[0-9]{4}-[0-9]{2}-[0-9]{2} ' "$said" || true)
    process=$(pgrep -P "${workers[$((killed % 2))]}" -f CoarseGrainedExecutorBackend | head -1 || true)
    if ((now > jobs)) && [[ -n $process ]]; then
      sleep 1.5
      kill -9 "$process" 2>/dev/null && killed=$((killed + 1)) && jobs=$now
    fi
    sleep 0.2
  done
  wait "$run" || { tail -5 "$said" >&2; fail "$2: the run whose executors were killed failed."; }
  ((killed > 4)) || fail "$2: the run was over before executors were killed."
  echo "cluster: $2: $killed executors killed, $(grep -c 'Lost task' "$scratch/driver.log" || true) tasks lost with them"
  same "$1" "$2"
}

# hdfs: starts an HDFS of one data node and says its address.
hdfs() {
  local said=$scratch/hdfs.out
  [[ -s target/hdfs.classpath ]] || mvn -q -B -f jobs/src/test/servers/hdfs.xml dependency:build-classpath \
    "-Dmdep.outputFile=$home/target/hdfs.classpath"
  tail -f /dev/null | java -Xmx400m -XX:TieredStopAtLevel=1 -cp "$(<target/hdfs.classpath)" \
    jobs/src/test/servers/HdfsServer.java "$scratch/hdfs" >"$said" 2>"$scratch/hdfs.err" &
  started+=($!)
  for ((second = 0; second < 120; second++)); do
    grep -q '^ready ' "$said" && break
    sleep 1
  done
  address=$(sed -n 's/^ready //p' "$said")
  [[ -n $address ]] || fail "HDFS did not start."
}

configuration "$scratch/alone" >"$scratch/shop.conf"
env -u SPARK_HOME scripts/dangol run --config "$scratch/shop.conf" --warehouse "$scratch/alone/warehouse" \
  >"$scratch/alone.out" 2>&1 || { tail -5 "$scratch/alone.out" >&2; fail "the run without a cluster failed."; }
rows "$scratch/alone" >"$scratch/alone.csv"
(($(wc -l <"$scratch/alone.csv") > 500)) || fail "the tables have too few rows to compare."

for part in "${parts[@]}"; do
  folder=$scratch/$part
  [[ $part != hdfs ]] || { hdfs && folder=$address/shop; }
  configuration "$folder" >"$scratch/shop.conf"
  case $part in
    client) whole client "$folder" "client mode" ;;
    wounded) wounded "$folder" "executors killed" ;;
    driver) whole cluster "$folder" "cluster mode" ;;
    hdfs)
      whole client "$folder" "on HDFS"
      wounded "$folder-wounded" "on HDFS, executors killed"
      ;;
    *) fail "there is no part $part: client, wounded, driver or hdfs." ;;
  esac
done
