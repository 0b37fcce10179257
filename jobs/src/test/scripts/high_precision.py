#!/usr/bin/env python3
"""Works out again, with 60 digits, the numbers that special functions and likelihoods are tested against.

    jobs/src/test/scripts/high_precision.py

Needs mpmath (1.3.0 was used). Reads the rows of HypergeometricTest, ParetoNbdTest and LogGammaTest, and
says of each that differs from the last 12 digits or so of a double what it should be; silent and 0 where
all agree. Pareto/NBD's likelihood and the chance of a purchase are integrals here, taken in pieces, and
not the closed forms with 2F1.
"""
import pathlib
import re
import sys

from mpmath import beta, digamma, exp, gamma, hyp2f1, log, loggamma, mp, mpf, quad

mp.dps = 60
TESTS = pathlib.Path(__file__).parent.parent / "java/dev/dangol/value/model"


def hypergeometric(a, b, c, z, *_):
    value = hyp2f1(a, b, c, z)
    return [mpf(1 if value > 0 else -1), log(abs(value))]


def pieces(start, end):
    """Ever longer ones from the left, where the integrands are steep."""
    places = [start]
    step = (end - start) / mpf(2) ** 40
    while places[-1] + step < end:
        places.append(places[-1] + step)
        step *= 2
    return places + [end]


def integral(p, start, end, x, of_alpha, of_beta):
    """Of the integrand in units of its first value: quad takes what is tiny for exact."""
    r, alpha, s, rate = p

    def weight(t):
        return (alpha + t) ** -(r + x + of_alpha) * (rate + t) ** -(s + of_beta)

    first = weight(start)
    return first * quad(lambda t: weight(t) / first, pieces(start, end))


def pareto(r, alpha, s, rate, x, tx, age, *_):
    p = (r, alpha, s, rate)
    there = (alpha + age) ** -(r + x) * (rate + age) ** -s
    stopped = s * integral(p, tx, age, x, 0, 1) if tx < age else 0
    return [loggamma(r + x) - loggamma(r) + r * log(alpha) + s * log(rate) + log(there + stopped)]


def chance(r, alpha, s, rate, x, tx, age, weeks, *_):
    p = (r, alpha, s, rate)
    there = (alpha + age) ** -(r + x) * (rate + age) ** -s
    stopped = s * integral(p, tx, age, x, 0, 1) if tx < age else 0
    return [(r + x) * integral(p, age, age + weeks, x, 1, 0) / (there + stopped)]


def one(x, *_):
    return [loggamma(x), digamma(x)]


def two(a, b, *_):
    return [log(beta(a, b))]


CHECKED = {
    ("HypergeometricTest", "agrees_with_a_high_precision_library"): hypergeometric,
    ("ParetoNbdTest", "agrees_with_a_high_precision_library"): pareto,
    ("ParetoNbdTest", "chances_agree_with_a_high_precision_library"): chance,
    ("LogGammaTest", "log_gamma_and_its_derivative"): one,
    ("LogGammaTest", "log_beta"): two,
}


def main():
    wrong = 0
    for (test, method), function in CHECKED.items():
        text = (TESTS / f"{test}.java").read_text()
        source = re.search(r"@CsvSource\(\{([^}]*)\}\)\s*void " + method + r"\(", text).group(1)
        for row in re.findall(r'"([^"]*)"', source):
            given = [mpf(cell) for cell in row.split(",")]
            right = function(*given)
            for told, value in zip(given[-len(right):], right):
                if abs(told - value) > mpf("1e-14") * max(abs(value), mpf("1e-30")):
                    wrong += 1
                    print(f"{test} {row}: {mp.nstr(value, 17)}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
