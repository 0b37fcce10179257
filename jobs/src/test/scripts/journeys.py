#!/usr/bin/env python3
"""What journey_transitions must hold of two worked examples, counted from the raw files.

    jobs/src/test/scripts/journeys.py EXAMPLE FOLDER [OUTPUT]

EXAMPLE is complete-journey or olist-journey; FOLDER holds its raw files, as conf/EXAMPLE.conf names them.
The table is written as CSV to OUTPUT, else to jobs/src/test/resources/dev/dangol/examples/EXAMPLE, which is
what a run on the same files is compared with.

Written from the definitions of docs/journey.md, person by person and with the standard library alone, so
that it shares nothing with Dangol but these:

- A touch up to 24 hours after the latest decision before it belongs to that decided journey.
- The other touches between two decisions fall into runs, parted by a silence of more than 60 days. The last
  run ends with the decision unless the silence before that is longer too; every other run went to sleep.
- A stage is entered by its first touch while no later one was; the decision enters the last stage.
- Of the journeys that entered a stage, those passed that entered a later one or were decided; the others
  dropped where they went to sleep, and else wait. The last transition counts journeys with a touch of its
  stage. Value lost is those dropped times the mean value of the decided ones that entered the stage.
"""

import csv
import gzip
import sys
from collections import defaultdict
from datetime import datetime, timedelta, timezone
from decimal import Decimal, ROUND_HALF_UP
from pathlib import Path
from zoneinfo import ZoneInfo

SLEEP = timedelta(days=60)
REST = timedelta(hours=24)
RESOURCES = Path(__file__).resolve().parent.parent / "resources/dev/dangol/examples"
HEADER = ["goal", "from_stage", "to_stage", "entered", "passed", "waiting", "dropped", "value_lost"]


def rows(folder, name):
    with gzip.open(Path(folder) / (name + ".csv.gz"), "rt", encoding="utf-8", newline="") as text:
        yield from csv.DictReader(text)


def clock(zone):
    """A function from a local day or time to a moment."""
    local = ZoneInfo(zone)
    return lambda text: datetime.fromisoformat(text).replace(tzinfo=local).astimezone(timezone.utc)


def complete_journey(folder, at):
    """The touches (time, stage) and the decisions (time, id, value) of each household."""
    touches, decisions = defaultdict(list), defaultdict(list)
    starts = {row["campaign_id"]: row["start_date"] for row in rows(folder, "campaign_descriptions")}
    for row in rows(folder, "campaigns"):
        touches[row["household_id"]].append((at(starts[row["campaign_id"]]), 0))
    for row in rows(folder, "coupon_redemptions"):
        touches[row["household_id"]].append((at(row["redemption_date"]), 1))
    baskets = defaultdict(list)
    for row in rows(folder, "transactions_sample"):
        baskets[row["household_id"], row["basket_id"]].append(row)
    for (household, basket), lines in baskets.items():
        begun = min(at(line["transaction_timestamp"]) for line in lines)
        decisions[household].append((begun, basket, sum(Decimal(line["sales_value"]) for line in lines)))
    return touches, decisions


def olist_journey(folder, at):
    touches, decisions = defaultdict(list), defaultdict(list)
    people = {row["customer_id"]: row["customer_unique_id"] for row in rows(folder, "customers")}
    persons = {}
    for row in rows(folder, "orders"):
        person = persons[row["order_id"]] = people[row["customer_id"]]
        if row["order_status"] != "canceled":
            touches[person].append((at(row["order_purchase_timestamp"]), 0))
            if row["order_delivered_customer_date"]:
                touches[person].append((at(row["order_delivered_customer_date"]), 1))
    for row in rows(folder, "order_reviews"):
        decision = at(row["review_answer_timestamp"]), row["review_id"] + row["order_id"], Decimal(1)
        decisions[persons[row["order_id"]]].append(decision)
    return touches, decisions


EXAMPLES = {
    "complete-journey": (complete_journey, "America/New_York", "2018-01-01", "purchase", ["mailed", "redeemed"]),
    "olist-journey": (olist_journey, "America/Sao_Paulo", "2018-10-15", "review", ["ordered", "delivered"]),
}


def runs(touches):
    found = []
    for touch in touches:
        if not found or touch[0] - found[-1][-1][0] > SLEEP:
            found.append([])
        found[-1].append(touch)
    return found


def journeys(touches, decisions, end):
    """Each journey with touches: these, the value of its decision or None, and whether it is asleep."""
    decisions = sorted(one for one in decisions if one[0] < end)
    own = []
    for touch in sorted(one for one in touches if one[0] < end):
        before = [one[0] for one in decisions if one[0] < touch[0]]
        if not before or touch[0] - before[-1] > REST:
            own.append(touch)
    since = None
    for moment, _, value in decisions:
        between = runs(touch for touch in own if touch[0] <= moment and (since is None or touch[0] > since))
        awake = bool(between) and moment - between[-1][-1][0] <= SLEEP
        for run in between[:-1] if awake else between:
            yield run, None, True
        if awake:
            yield between[-1], value, False
        since = moment
    left = runs(touch for touch in own if since is None or touch[0] > since)
    for place, run in enumerate(left):
        yield run, None, place < len(left) - 1 or end - run[-1][0] > SLEEP


def transitions(goal, stages, found):
    for stage, name in enumerate(stages):
        last = stage == len(stages) - 1
        entered = passed = dropped = decided = 0
        value = Decimal()
        for run, worth, asleep in found:
            first = min((place for place, touch in enumerate(run) if touch[1] == stage), default=None)
            later = min((place for place, touch in enumerate(run) if touch[1] > stage), default=None)
            if first is None or (later is not None and later < first):
                continue
            entered += 1
            if worth is not None:
                decided += 1
                value += worth
            if later is not None or worth is not None:
                passed += 1
            elif asleep:
                dropped += 1
        lost = Decimal() if dropped == 0 else value * dropped / decided
        lost = lost.quantize(Decimal("0.0001"), ROUND_HALF_UP)
        to = "decided" if last else stages[stage + 1]
        yield goal, name, to, entered, passed, entered - passed - dropped, dropped, lost


def main(arguments):
    if len(arguments) not in (2, 3) or arguments[0] not in EXAMPLES:
        sys.exit(__doc__)
    read, zone, end, goal, stages = EXAMPLES[arguments[0]]
    at = clock(zone)
    touches, decisions = read(arguments[1], at)
    found = [
        journey
        for person in touches
        for journey in journeys(touches[person], decisions.get(person, []), at(end))
    ]
    output = Path(arguments[2]) if len(arguments) == 3 else RESOURCES / arguments[0]
    output.mkdir(parents=True, exist_ok=True)
    with open(output / "journey_transitions.csv", "w", encoding="utf-8", newline="") as text:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(transitions(goal, stages, found))


if __name__ == "__main__":
    main(sys.argv[1:])
