#!/usr/bin/env python3
"""What retention_cohorts and repeat_curve must hold of the worked examples, counted from the raw files.

    jobs/src/test/scripts/worked_examples.py EXAMPLE FOLDER [OUTPUT]

EXAMPLE is cdnow, complete-journey or olist; FOLDER holds its raw files, as conf/EXAMPLE.conf names them.
The two tables are written as CSV to OUTPUT, else to jobs/src/test/resources/dev/dangol/examples/EXAMPLE,
which is what a run on the same files is compared with.

Written from what the columns say and from the data sets' own descriptions, customer by customer and with
the standard library alone, so that it shares nothing with Dangol but the definitions:

- An order is the lines of one customer with one order id; lines without one are one order a day. It lies
  on the day of its first line, in the shop's own time, which is what the files hold.
- A customer is acquired in the month of his first order. A month without an order has its row, up to the
  month of the as-of day.
- A purchase day is a day with an order. Of those whose purchase day before lies that many days or more
  before the as-of day, the share is of those who bought again within that many days.
- The cycle is the median over the customers who bought on two days or more of the median of the days between
  their neighbouring purchase days. One-and-done is who has one order, as many days ago as the cycle has whole
  days or more; the share is of the customers acquired in a month, and not known without a cycle.
"""

import csv
import gzip
import sys
from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path
from statistics import median

LAST_ORDER_NUMBER = 5
WAITS = [7, 14, 30, 60, 90, 180, 365]
RESOURCES = Path(__file__).resolve().parent.parent / "resources/dev/dangol/examples"


def rows(folder, name):
    with gzip.open(Path(folder) / (name + ".csv.gz"), "rt", encoding="utf-8", newline="") as text:
        yield from csv.DictReader(text)


def day(text):
    return date.fromisoformat(text[:10])


def cdnow(folder):
    for row in rows(folder, "transactions"):
        yield row["customer_id"], None, day(row["date"]), Decimal(row["amount"])


def complete_journey(folder):
    for row in rows(folder, "transactions_sample"):
        bought = day(row["transaction_timestamp"])
        yield row["household_id"], row["basket_id"], bought, Decimal(row["sales_value"])


def olist(folder):
    people = {row["customer_id"]: row["customer_unique_id"] for row in rows(folder, "customers")}
    orders = {row["order_id"]: row for row in rows(folder, "orders")}
    for row in rows(folder, "order_items"):
        order = orders[row["order_id"]]
        if order["order_status"] != "canceled":
            bought = day(order["order_purchase_timestamp"])
            yield people[order["customer_id"]], row["order_id"], bought, Decimal(row["price"])


EXAMPLES = {
    "cdnow": (cdnow, date(1998, 6, 30)),
    "complete-journey": (complete_journey, date(2017, 12, 31)),
    "olist": (olist, date(2018, 10, 14)),
}


def orders_by_customer(lines, as_of):
    """For each customer the day and the net sales of each of his orders."""
    days, sales = {}, defaultdict(Decimal)
    for customer, order, bought, amount in lines:
        assert amount >= 0, f"{customer} has a refund, which these data sets do not know"
        if bought <= as_of:
            key = customer, order, bought if order is None else None
            days[key] = min(bought, days.get(key, bought))
            sales[key] += amount
    customers = defaultdict(list)
    for key, bought in days.items():
        customers[key[0]].append((bought, sales[key]))
    return customers


def months(earlier, later):
    return (later.year - earlier.year) * 12 + later.month - earlier.month


def purchase_days(orders):
    return sorted({bought for bought, _ in orders})


def cycle(customers):
    """In days, or None where nobody bought on two days."""
    medians = []
    for orders in customers.values():
        days = purchase_days(orders)
        if len(days) > 1:
            medians.append(median((later - day).days for day, later in zip(days, days[1:])))
    return median(medians) if medians else None


def one_and_done(orders, as_of, days):
    return len(orders) == 1 and (as_of - orders[0][0]).days >= int(days)


def retention_cohorts(customers, as_of):
    days = cycle(customers)
    cohorts = defaultdict(list)
    for orders in customers.values():
        cohorts[min(bought for bought, _ in orders).replace(day=1)].append(orders)
    for acquired, members in sorted(cohorts.items()):
        done = [one_and_done(orders, as_of, days) for orders in members] if days else []
        share = sum(done) / len(done) if done else ""
        for age in range(months(acquired, as_of) + 1):
            of_age = [
                [amount for bought, amount in orders if months(acquired, bought) == age]
                for orders in members
            ]
            active = sum(1 for amounts in of_age if amounts)
            count = sum(len(amounts) for amounts in of_age)
            total = sum((sum(amounts) for amounts in of_age), Decimal())
            yield acquired, age, len(members), active, count, f"{total:.2f}", share


def repeat_curve(customers, as_of):
    bought_on = [purchase_days(orders) for orders in customers.values()]
    for number in range(2, LAST_ORDER_NUMBER + 1):
        for wait in WAITS:
            asked = returned = 0
            for days in bought_on:
                if len(days) < number - 1 or (as_of - days[number - 2]).days < wait:
                    continue
                asked += 1
                if len(days) >= number and (days[number - 1] - days[number - 2]).days <= wait:
                    returned += 1
            if asked:
                yield number, wait, asked, returned / asked


def write(path, header, table):
    with open(path, "w", encoding="utf-8", newline="") as text:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(table)


def main(arguments):
    if len(arguments) not in (2, 3) or arguments[0] not in EXAMPLES:
        sys.exit(__doc__)
    lines, as_of = EXAMPLES[arguments[0]]
    output = Path(arguments[2]) if len(arguments) == 3 else RESOURCES / arguments[0]
    output.mkdir(parents=True, exist_ok=True)
    customers = orders_by_customer(lines(arguments[1]), as_of)
    write(
        output / "retention_cohorts.csv",
        [
            "acquired_month",
            "age_months",
            "customers",
            "active_customers",
            "orders",
            "net_sales",
            "one_and_done_share",
        ],
        retention_cohorts(customers, as_of),
    )
    write(
        output / "repeat_curve.csv",
        ["order_number", "days", "customers", "share"],
        repeat_curve(customers, as_of),
    )


if __name__ == "__main__":
    main(sys.argv[1:])
