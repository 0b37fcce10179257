# Compares two CSV files with a header each, the expected one first. Rows are found by their first two
# columns; net_sales may differ by half a cent and shares by a billionth, everything else not at all, and
# what is empty in one must be empty in the other.
# Says each difference and ends with 1 where there is any.

FNR == 1 {
  split($0, names, ",")
  if (NR == 1) header = $0
  else if ($0 != header) complain("columns " $0 " instead of " header)
  next
}

NR == FNR {
  expected[$1 "," $2] = $0
  next
}

!(($1 "," $2) in expected) {
  complain("nobody expected " $0)
  next
}

{
  key = $1 "," $2
  split(expected[key], cells, ",")
  for (i = 3; i <= NF; i++) {
    allowed = names[i] == "net_sales" ? 0.005 : names[i] ~ /share$/ ? 1e-9 : 0
    difference = $i - cells[i]
    if (($i == "") != (cells[i] == "") || difference > allowed || -difference > allowed) {
      complain(names[i] " of " key " is " $i ", counted " cells[i])
    }
  }
  delete expected[key]
}

END {
  for (key in expected) complain("missing " expected[key])
  if (NR == 0 || header == "") complain("nothing to compare with")
  exit faults > 0
}

function complain(what) {
  print what
  faults++
}
