#!/usr/bin/env bash
# Runs a small shop on a cluster on this machine, Spark's own master with two workers from the jars that Maven
# resolved, and compares every table, and the rows that the ledger counts, with those of a run without a cluster.
#
#   jobs/src/test/scripts/cluster.sh [PART…]     client wounded driver hdfs s3 buckets; else client and wounded
#
#   client    the driver in a process of its own
#   wounded   the same, and in the middle of each job an executor is killed
#   driver    the driver on a worker (cluster mode)
#   hdfs      client and wounded with the warehouse, the report and the exports on HDFS
#   s3        the same on an object store
#   buckets   a shop whose clean tables have several files, with 1, 2 and 16 buckets a worker; a worker is
#             killed in each job of the second
#
# Part of scripts/check --all; needs some 5 GB of memory.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../../.."
home=$PWD
parts=("${@:-client}")
(($# > 0)) || parts+=(wounded)

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
for part in "${parts[@]}"; do
  [[ " client wounded driver hdfs s3 buckets " == *" $part "* ]] || fail "$part is no part; the first lines say which there are."
done

scripts/dangol --version >/dev/null # builds the jar where it is missing or old
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
# worker NUMBER: starts a worker, 0 or 1.
worker() {
  "${java[@]}" -Xmx300m "-Ddangol.log=$scratch/worker-$1.log" -cp "$SPARK_HOME/jars/*" \
    org.apache.spark.deploy.worker.Worker "spark://127.0.0.1:$port" --host 127.0.0.1 --webui-port 0 \
    --cores 2 --memory 2g --work-dir "$scratch/work-$1" >"$scratch/worker-$1.out" 2>&1 &
  started+=($!)
  workers[$1]=$!
}
worker 0
worker 1

. jobs/src/test/scripts/cluster_shops.sh
small

driver_path="$SPARK_HOME/jars/*"
# submit MODE FOLDER COMMAND…: a command on the cluster, on the warehouse in a folder. Of a driver on a worker
# spark-submit does not tell whether it failed: what it says is copied.
submit() {
  "${java[@]}" -Xmx1g "-Ddangol.log=$scratch/driver.log" -cp "$driver_path" \
    org.apache.spark.deploy.SparkSubmit --master "spark://127.0.0.1:$port" --deploy-mode "$1" \
    --conf spark.driver.host=127.0.0.1 --conf spark.driver.bindAddress=127.0.0.1 --conf spark.ui.enabled=false \
    --conf "spark.driver.extraJavaOptions=$(paste -s -d ' ' target/spark.modules)" \
    --conf spark.executor.memory=800m --conf spark.executor.cores=1 --conf spark.cores.max=2 \
    --conf spark.sql.shuffle.partitions=4 --conf spark.standalone.submit.waitAppCompletion=true \
    --driver-memory 1g --class dev.dangol.Dangol "$home/target/dangol.jar" "${@:3}" \
    --config "$scratch/shop.conf" --warehouse "$2/warehouse"
  [[ $1 == client ]] || cat "$scratch"/work-*/driver-*/std{out,err}
}

# rows FOLDER: every row of every published table, sorted; of the ledger how many rows each job read and wrote. What is
# in the object store is read from the folder that it keeps its files in.
rows() (
  unset SPARK_HOME
  query=$(scripts/dangol tables --format markdown | sed -n 's/^## \([a-z_]*\)$/\1/p' | grep -vx -e runs -e exports \
    | sed "s/.*/SELECT '&', * FROM &;/")
  [[ -n $query ]] || fail "no table is known."
  query+="SELECT 'runs', job, status, rows_in, rows_out FROM runs;"
  query+="SELECT 'exports', target, cohort, kind, rows, sha256, held_back FROM exports"
  scripts/dangol sql --format csv --config "$scratch/shop.conf" --warehouse "${1/#s3a:\/\//$scratch/s3proxy/}/warehouse" \
    "$query" | LC_ALL=C sort
)

# same FOLDER WHAT: its rows are those of the run without a cluster.
same() {
  rows "$1" >"$scratch/found.csv" || fail "$2: its tables cannot be read."
  cmp "$alone.csv" "$scratch/found.csv" || {
    diff "$alone.csv" "$scratch/found.csv" | head -10 >&2
    fail "$2: the tables differ."
  }
  echo "cluster: $2: $(wc -l <"$alone.csv") rows and headers are those of a run without a cluster"
}

# whole MODE FOLDER WHAT: an undisturbed run.
whole() {
  submit "$1" "$2" run >"$scratch/run.out" 2>&1 && grep -q '^The page to open: ' "$scratch/run.out" \
    || { tail -5 "$scratch/run.out" >&2; fail "$3: the run failed."; }
  same "$2" "$3"
}

# wounded FOLDER WHAT [VICTIM]: a run in which an executor, or a whole worker, is killed in each job, as soon as an
# executor has begun to work at it. A worker is started again.
wounded() {
  local said=$scratch/wounded.out victim=${3:-executor} killed=0 jobs=-1 now run number process
  : >"$scratch/driver.log"
  submit client "$1" run >"$said" 2>&1 &
  run=$!
  while kill -0 "$run" 2>/dev/null; do
    now=$(grep -cE '^[a-z]+ +[0-9]{4}-[0-9]{2}-[0-9]{2} ' "$said" || true)
    number=$((killed % 2))
    process=$(pgrep -P "${workers[$number]}" -f CoarseGrainedExecutorBackend | head -1 || true)
    if ((now > jobs)) && [[ -n $process ]]; then
      sleep 1.5
      [[ $victim == executor ]] || process=${workers[$number]}
      kill -9 "$process" 2>/dev/null && killed=$((killed + 1)) && jobs=$now
      [[ $victim == executor ]] || worker "$number"
    fi
    sleep 0.2
  done
  wait "$run" || { tail -5 "$said" >&2; fail "$2: the run failed."; }
  ((killed > 4)) || fail "$2: the run was over before any was killed in most jobs."
  echo "cluster: $2: $killed killed ($victim), $(grep -c 'Lost task' "$scratch/driver.log" || true) tasks lost with them"
  same "$1" "$2"
}

# server LIBRARIES PROGRAM: starts a server of the tests in a folder of that name, and says its address.
server() {
  local said=$scratch/$1.out
  : >"$said"
  [[ -s target/$1.classpath ]] || mvn -q -B -f "jobs/src/test/servers/$1.xml" dependency:build-classpath \
    "-Dmdep.outputFile=$home/target/$1.classpath"
  tail -f /dev/null | java -Xmx400m -XX:TieredStopAtLevel=1 -cp "$(<"target/$1.classpath")" \
    "jobs/src/test/servers/$2.java" "$scratch/$1" >"$said" 2>"$scratch/$1.err" &
  started+=($!)
  for ((second = 0; second < 120; second++)); do
    grep -q '^ready ' "$said" && break
    sleep 1
  done
  address=$(sed -n 's/^ready //p' "$said")
  [[ -n $address ]] || { tail -3 "$scratch/$1.err" >&2; fail "$2 did not start."; }
}

# s3: starts an object store with a bucket, and tells Spark of it as docs/stores.md says.
s3() {
  mkdir -p "$scratch/s3proxy/shop"
  server s3proxy S3Server
  [[ -d target/s3a ]] || sed -n '/^mvn .*target\/s3a/,/[^\\]$/p' docs/stores.md | bash
  ln -sf "$home"/target/s3a/*.jar "$SPARK_HOME/jars/"
  cat >"$SPARK_HOME/conf/spark-defaults.conf" <<SETTINGS
spark.hadoop.fs.s3a.endpoint $address
spark.hadoop.fs.s3a.endpoint.region us-east-1
spark.hadoop.fs.s3a.path.style.access true
spark.hadoop.fs.s3a.aws.credentials.provider org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider
spark.hadoop.fs.s3a.access.key x
spark.hadoop.fs.s3a.secret.key x
SETTINGS
  driver_path+=":$home/target/dangol.jar" # for Delta Kernel's log store
}

# alone SHOP: a run without a cluster, and its rows.
alone() {
  alone=$scratch/alone-$1
  configuration "$alone" "$1" >"$scratch/shop.conf"
  [[ -s $alone.csv ]] && return
  env -u SPARK_HOME scripts/dangol run --config "$scratch/shop.conf" --warehouse "$alone/warehouse" \
    >"$alone.out" 2>&1 || { tail -5 "$alone.out" >&2; fail "the run without a cluster failed."; }
  rows "$alone" >"$alone.csv"
  (($(wc -l <"$alone.csv") > 500)) || fail "the tables have too few rows to compare."
}

# parted FOLDER BUCKETS: purchases and events lie in as many buckets, and say so.
parted() {
  local table found
  for table in clean_purchases clean_engagement; do
    found=$(find "$1/warehouse/$table" -name "part-*-of$2_*.parquet" | sed "s/.*-of$2_\([0-9]*\).*/\1/" | sort -u | wc -l)
    ((found == $2)) || fail "$table has $found buckets of $2."
    grep -rqsF "\"dangol.buckets\":\"$2\"" "$1/warehouse/$table/_delta_log" || fail "$table does not tell of $2 buckets."
  done
}

# buckets FOLDER: the large shop with 1, 2 and 16 buckets for each of the two workers.
buckets() {
  large
  alone large
  for count in 2 4 32; do
    configuration "$1-$count" large "$count" >"$scratch/shop.conf"
    if ((count == 4)); then
      wounded "$1-$count" "$count buckets, workers killed" worker
    else
      whole client "$1-$count" "$count buckets"
    fi
    parted "$1-$count" "$count"
  done
}

for part in "${parts[@]}"; do
  [[ $part == buckets ]] || alone small
  folder=$scratch/$part
  case $part in
    hdfs) server hdfs HdfsServer && folder=$address/shop ;;
    s3) s3 && folder=s3a://shop/s3 ;;
  esac
  configuration "$folder" >"$scratch/shop.conf"
  case $part in
    client) whole client "$folder" "client mode" ;;
    wounded) wounded "$folder" "executors killed" ;;
    driver) whole cluster "$folder" "cluster mode" ;;
    hdfs | s3)
      whole client "$folder" "on $part"
      configuration "$folder-wounded" >"$scratch/shop.conf"
      wounded "$folder-wounded" "on $part, executors killed"
      ;;
    buckets) buckets "$folder" ;;
  esac
done
