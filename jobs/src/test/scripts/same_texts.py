"""Compares what a notebook shows with what is kept of it: same_texts.py KEPT SHOWN.

Words must be the same; numbers may differ by a hundredth of themselves or by 0.02, since sums of reals depend on how many
processors add them up. Exit code 1, with the first line that differs.
"""

import re
import sys
from pathlib import Path

NUMBER = re.compile(r"[-+]?[0-9][0-9,]*(\.[0-9]+)?(e[-+]?[0-9]+)?")


def same(kept, shown):
    if kept == shown:
        return True
    numbers = [word for word in (kept, shown) if NUMBER.fullmatch(word)]
    if len(numbers) < 2:
        return False
    one, other = (float(word.replace(",", "")) for word in numbers)
    return abs(one - other) <= max(0.02, abs(one) / 100)


kept, shown = (Path(file).read_text(encoding="utf-8").splitlines() for file in sys.argv[1:3])
for number in range(max(len(kept), len(shown))):
    pair = [lines[number] if number < len(lines) else "" for lines in (kept, shown)]
    words = [line.split() for line in pair]
    if len(words[0]) != len(words[1]) or not all(map(same, *words)):
        print(f"line {number + 1} was kept as:\n{pair[0]}\nand is shown as:\n{pair[1]}", file=sys.stderr)
        sys.exit(1)
