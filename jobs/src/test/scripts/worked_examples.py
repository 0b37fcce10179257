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
- A customer is acquired in the month of their first order. A month without an order has its row, up to the
  month of the as-of day.
- A purchase day is a day with an order. Of those whose purchase day before lies that many days or more
  before the as-of day, the share is of those who bought again within that many days.
- The cycle is the median over the customers who bought on two days or more of the median of the days between
  their neighbouring purchase days. A category that thirty people or more bought on two days has a cycle of its
  own, counted the same way over the days on which they bought it; it is that of all customers who bought it
  first (of several on the first day the first by name). One-and-done is who has one order, as many days ago as
  their cycle has whole days or more; the share is of the customers acquired in a month, and not known without
  a cycle.
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
LEAST_PEOPLE = 30
WAITS = [7, 14, 30, 60, 90, 180, 365]
RESOURCES = Path(__file__).resolve().parent.parent / "resources/dev/dangol/examples"


def rows(folder, name):
    with gzip.open(Path(folder) / (name + ".csv.gz"), "rt", encoding="utf-8", newline="") as text:
        yield from csv.DictReader(text)


def day(text):
    return date.fromisoformat(text[:10])


def cdnow(folder):
    for row in rows(folder, "transactions"):
        yield row["customer_id"], None, day(row["date"]), Decimal(row["amount"]), "music"


def complete_journey(folder):
    categories = {row["product_id"]: row["product_category"] for row in rows(folder, "products")}
    for row in rows(folder, "transactions_sample"):
        bought, sales = day(row["transaction_timestamp"]), Decimal(row["sales_value"])
        category = categories.get(row["product_id"])
        yield row["household_id"], row["basket_id"], bought, sales, category


def olist(folder):
    people = {row["customer_id"]: row["customer_unique_id"] for row in rows(folder, "customers")}
    orders = {row["order_id"]: row for row in rows(folder, "orders")}
    english = {
        row["product_category_name"]: row["product_category_name_english"]
        for row in rows(folder, "product_category_name_translation")
    }
    names = {row["product_id"]: row["product_category_name"] for row in rows(folder, "products")}
    for row in rows(folder, "order_items"):
        order = orders[row["order_id"]]
        if order["order_status"] != "canceled":
            bought = day(order["order_purchase_timestamp"])
            name = names.get(row["product_id"])
            price, category = Decimal(row["price"]), english.get(name, name)
            yield people[order["customer_id"]], row["order_id"], bought, price, category


EXAMPLES = {
    "cdnow": (cdnow, date(1998, 6, 30)),
    "complete-journey": (complete_journey, date(2017, 12, 31)),
    "olist": (olist, date(2018, 10, 14)),
}


def orders_by_customer(lines, as_of):
    """For each customer the day and the net sales of each of their orders, and by category its days."""
    days, sales = {}, defaultdict(Decimal)
    categories = defaultdict(lambda: defaultdict(set))
    for customer, order, bought, amount, category in lines:
        assert amount >= 0, f"{customer} has a refund, which these data sets do not know"
        if bought <= as_of:
            key = customer, order, bought if order is None else None
            days[key] = min(bought, days.get(key, bought))
            sales[key] += amount
            if category and category != "NA":
                categories[customer][category].add(bought)
    customers = defaultdict(list)
    for key, bought in days.items():
        customers[key[0]].append((bought, sales[key]))
    return customers, categories


def months(earlier, later):
    return (later.year - earlier.year) * 12 + later.month - earlier.month


def purchase_days(orders):
    return sorted({bought for bought, _ in orders})


def gap(days):
    """The median of the days between neighbours of sorted days."""
    return median((later - day).days for day, later in zip(days, days[1:]))


def cycle(customers):
    """In days, or None where nobody bought on two days."""
    bought = [purchase_days(orders) for orders in customers.values()]
    medians = [gap(days) for days in bought if len(days) > 1]
    return median(medians) if medians else None


def own_cycles(customers, categories):
    """The cycle of each customer, in days, or None."""
    medians = defaultdict(list)
    for own in categories.values():
        for category, days in own.items():
            if len(days) > 1:
                medians[category].append(gap(sorted(days)))
    usual = cycle(customers)
    cycles = {category: median(of) for category, of in medians.items() if len(of) >= LEAST_PEOPLE}
    first = {
        customer: min((min(days), category) for category, days in own.items())[1]
        for customer, own in categories.items()
    }
    return {customer: cycles.get(first.get(customer), usual) for customer in customers}


def one_and_done(orders, as_of, days):
    return len(orders) == 1 and (as_of - orders[0][0]).days >= int(days)


def retention_cohorts(customers, categories, as_of):
    cycles = own_cycles(customers, categories)
    cohorts = defaultdict(dict)
    for customer, orders in customers.items():
        cohorts[min(bought for bought, _ in orders).replace(day=1)][customer] = orders
    for acquired, own in sorted(cohorts.items()):
        members = own.values()
        done = [
            one_and_done(orders, as_of, cycles[customer])
            for customer, orders in own.items()
            if cycles[customer] is not None
        ]
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
    customers, categories = orders_by_customer(lines(arguments[1]), as_of)
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
        retention_cohorts(customers, categories, as_of),
    )
    write(
        output / "repeat_curve.csv",
        ["order_number", "days", "customers", "share"],
        repeat_curve(customers, as_of),
    )


if __name__ == "__main__":
    main(sys.argv[1:])
