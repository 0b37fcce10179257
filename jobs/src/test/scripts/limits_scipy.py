#!/usr/bin/env python3
"""Finds, with SciPy, the maxima that fits at the edges of the models are tested against.

    jobs/src/test/scripts/limits_scipy.py [--draw]

With --draw it writes the customers anew: edge-histories.csv and edge-spend.csv among the test resources,
drawn by NumPy from a seed, of businesses whose likelihoods rise towards an edge. Without it reads them and
prints the parameters and the log-likelihood of each limit, as ModelEdgeTest holds them.
Written for these tests alone; it shares no code and no formula's form with the models in Java: limits are
written down as densities and maximised by Nelder and Mead, restarted until nothing moves. SciPy 1.17.1,
NumPy's default generator.
"""
import csv
import pathlib
import sys

import numpy as np
from scipy import optimize, special

HERE = pathlib.Path(__file__).parent.parent / "resources/dev/dangol/value/model"
HISTORIES = HERE / "edge-histories.csv"
SPEND = HERE / "edge-spend.csv"


def history(draw, gap, age, stops):
    """Purchase days by gaps that are drawn, until the age or until the customer stops."""
    day, days = 0.0, []
    while True:
        day += gap()
        if day > age or stops(day):
            break
        days.append(max(1, int(day)))
    days = sorted(set(days))
    return len(days), days[-1] if days else 0, age


def drawn():
    draw = np.random.default_rng(19)
    rows = []
    for _ in range(400):  # nobody leaves; gaps more even than chance, rates of customers differ much
        mean = 7 / draw.gamma(1.2, 0.5 / 1.2)
        rows.append(("staying", *history(draw, lambda: draw.gamma(3, mean / 3), int(draw.integers(200, 700)), lambda d: False)))
    for _ in range(400):  # nobody leaves; everybody buys at the same rate, more evenly than chance
        rows.append(("alike", *history(draw, lambda: draw.gamma(4, 21 / 4), int(draw.integers(200, 700)), lambda d: False)))
    for _ in range(600):  # rates differ; lifetimes are about the same
        mean, life = 7 / draw.gamma(1.2, 1 / 1.2), draw.gamma(6, 200 / 6)
        rows.append(("equal-lives", *history(draw, lambda: draw.exponential(mean), int(draw.integers(200, 700)), lambda d: d > life)))
    for _ in range(600):  # rates differ; the fourth or fifth order is the last
        mean, last = 7 / draw.gamma(1.2, 1 / 1.2), draw.integers(3, 6)
        count = iter(range(100))
        rows.append(("equal-odds", *history(draw, lambda: draw.exponential(mean), int(draw.integers(300, 900)), lambda d: next(count) >= last)))
    for _ in range(600):  # everybody buys at the same rate, more evenly than chance; many leave soon
        chance = draw.beta(0.4, 1.2)
        rows.append(("equal-rates", *history(draw, lambda: draw.gamma(6, 14 / 6), int(draw.integers(200, 700)), lambda d: draw.random() < chance)))
    return rows


def spent():
    draw = np.random.default_rng(20)
    rows = []
    for _ in range(400):  # everybody's orders have one mean, less varied than customers could make them
        x = int(draw.integers(1, 9))
        rows.append(("one-mean", x, round(float(40 * np.exp(0.5 / x * draw.standard_normal())), 2)))
    for _ in range(400):  # customers differ, and the more the more they have ordered
        x = int(draw.integers(1, 9))
        rows.append(("own-price", x, round(float(300 * (9 / x) / draw.gamma(9 / x)), 2)))
    return rows


def write(path, header, rows):
    with path.open("w", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows([header, *rows])


def read(path, name):
    with path.open() as lines:
        rows = [[float(cell) for cell in row[1:]] for row in csv.reader(lines) if row[0] == name]
    return np.array(rows).T


def maximum(likelihood, start):
    """Of a log-likelihood by the logarithms of its parameters."""
    place, height = np.log(start), -np.inf
    while True:
        found = optimize.minimize(
            lambda logs: -likelihood(*np.exp(logs)), place, method="Nelder-Mead",
            options={"xatol": 1e-9, "fatol": 1e-9, "maxiter": 20000, "maxfev": 20000})
        place = found.x
        if -found.fun < height + 1e-7:
            return np.exp(place), -found.fun
        height = -found.fun


def nbd(x, recency, age):
    return lambda r, alpha: np.sum(
        special.gammaln(r + x) - special.gammaln(r) + r * np.log(alpha / (alpha + age)) - x * np.log(alpha + age))


def poisson(x, recency, age):
    return lambda rate: np.sum(x * np.log(rate) - rate * age)


def equal_lives(x, recency, age):
    """Rates by a gamma distribution, lifetimes by one exponential one."""
    nodes, weights = np.polynomial.legendre.leggauss(80)

    def likelihood(r, alpha, mu):
        at = recency[:, None] + (age - recency)[:, None] * (nodes + 1) / 2
        gone = np.sum(weights * mu * np.exp(-mu * at) * (alpha + at) ** -(r + x)[:, None], axis=1) * (age - recency) / 2
        here = np.exp(-mu * age) * (alpha + age) ** -(r + x)
        return np.sum(special.gammaln(r + x) - special.gammaln(r) + r * np.log(alpha) + np.log(here + gone))

    return likelihood


def equal_odds(x, recency, age):
    """Rates by a gamma distribution; the same chance to stop after each repeat purchase."""

    def likelihood(r, alpha, odds):
        stop = odds / (1 + odds)
        here = (1 - stop) ** x * (alpha + age) ** -(r + x)
        gone = np.where(x > 0, stop * (1 - stop) ** (x - 1) * (alpha + recency) ** -(r + x), 0)
        return np.sum(special.gammaln(r + x) - special.gammaln(r) + r * np.log(alpha) + np.log(here + gone))

    return likelihood


def equal_rates(x, recency, age):
    """One rate; chances to stop after each purchase, the first included, by a beta distribution."""

    def likelihood(rate, a, b):
        here = np.exp(special.betaln(a, b + x + 1) - rate * age)
        gone = np.exp(special.betaln(a + 1, b + x) - rate * recency)
        return np.sum(x * np.log(rate) - special.betaln(a, b) + np.log(here + gone))

    return likelihood


def one_mean(x, mean):
    return lambda p, nu: np.sum(
        p * x * np.log(nu * x) - special.gammaln(p * x) + (p * x - 1) * np.log(mean) - nu * x * mean)


def own_price(x, mean):
    return lambda q, c: np.sum(q * np.log(c) - special.gammaln(q) - (q + 1) * np.log(mean) - c / mean)


def show(name, likelihood, start):
    place, height = maximum(likelihood, start)
    print(name, *(f"{value:.6g}" for value in place), f"{height:.3f}")


if __name__ == "__main__":
    if sys.argv[1:] == ["--draw"]:
        write(HISTORIES, ["business", "frequency", "recency_days", "age_days"], drawn())
        write(SPEND, ["business", "frequency", "mean_spend"], spent())

    def weeks(name):
        x, recency, age = read(HISTORIES, name)
        return x, recency / 7, age / 7

    show("staying: nbd r alpha", nbd(*weeks("staying")), [1, 1])
    show("alike: poisson lambda", poisson(*weeks("alike")), [1])
    show("equal-lives: pareto-nbd-equal-churn r alpha mu", equal_lives(*weeks("equal-lives")), [1, 1, 0.1])
    show("equal-odds: bg-nbd-equal-churn r alpha odds", equal_odds(*weeks("equal-odds")), [1, 1, 0.1])
    show("equal-rates: mbg-nbd-equal-rates lambda a b", equal_rates(*weeks("equal-rates")), [1, 1, 2])
    show("one-mean: equal-means p nu", one_mean(*read(SPEND, "one-mean")), [1, 0.1])
    show("own-price: own-means q c", own_price(*read(SPEND, "own-price")), [1, 100])
