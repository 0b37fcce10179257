#!/usr/bin/env bash
# Shops that cluster.sh runs, made below $scratch, and their configurations.

# small: two hundred purchases of thirty customers over half a year, and some ratings.
small() {
  mkdir "$scratch/small"
  for ((number = 0; number < 200; number++)); do
    printf 'c%d,2025-%02d-%02d,%d.50,o%d\n' $((number * 7 % 30)) $((1 + number % 6)) $((1 + number * 11 % 28)) \
      $((number * 37 % 90 + 5)) "$number"
  done >"$scratch/small/purchases.csv"
  for ((number = 0; number < 40; number++)); do
    printf 'c%d,2025-%02d-%02d,%d\n' $((number * 7 % 30)) $((1 + number % 6)) $((2 + number * 11 % 27)) $((1 + number % 5))
  done >"$scratch/small/reviews.csv"
}

# large: a shop of a thousand customers, whose clean tables of purchases and of events are more than 8 MB by ids that
# cannot be packed: below that a table is one file. Every seventh event is a stranger's.
large() {
  mkdir "$scratch/large"
  cp "$scratch/small/reviews.csv" "$scratch/large/"
  awk -v purchases="$scratch/large/purchases.csv" -v events="$scratch/large/events.csv" '
    function id(made, piece, place, number) {
      made = ""
      for (piece = 0; piece < 60; piece++) {
        number = int(rand() * 1073741824)
        for (place = 0; place < 5; place++) {
          made = made substr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", number % 64 + 1, 1)
          number = int(number / 64)
        }
      }
      return made
    }
    BEGIN {
      srand(25)
      for (row = 0; row < 40000; row++) {
        day = sprintf("2025-%02d-%02d", 1 + row % 6, 1 + row * 11 % 28)
        printf "c%d,%s,%d.50,%s\n", row * 7 % 1000, day, row * 37 % 90 + 5, id() >purchases
        known = row % 7 ? "c" row * 3 % 1000 : ""
        printf "%s,v%d,%s,%s,%s\n", known, row % 400, day, row % 3 ? "view" : "search", id() >events
      }
    }'
}

# configuration FOLDER [SHOP [BUCKETS]]: a shop, small or large, with its report and its exports there.
configuration() {
  local shop=${2:-small}
  cat <<CONFIGURATION
dangol {
  time-zone = UTC, currency = EUR, segments.k = 2, report.directory = "$1/report"
  ingest.buckets = ${3:-null}
  sources.purchases {
    format = csv, path = "file://$scratch/$shop/purchases.csv", options { header = false }
    columns { customer_id = _c0, purchased_at = _c1, net_amount = _c2, order_id = _c3 }
  }
  sources.reviews {
    format = csv, path = "file://$scratch/$shop/reviews.csv", options { header = false }
    columns { customer_id = _c0, reviewed_at = _c1, rating = _c2 }
  }
CONFIGURATION
  [[ $shop == small ]] || cat <<CONFIGURATION
  sources.engagement {
    format = csv, path = "file://$scratch/$shop/events.csv", options { header = false }
    columns { customer_id = _c0, visitor_id = _c1, occurred_at = _c2, event = _c3, event_id = _c4 }
  }
CONFIGURATION
  cat <<CONFIGURATION
  export {
    directory = "$1/exports"
    targets.sheet { format = csv, where = "orders_lifetime > 0", consent = none, basis = "inside", min-size = 1 }
  }
}
CONFIGURATION
}
