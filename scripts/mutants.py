#!/usr/bin/env python3
"""Prints the results of the mutants that scripts/mutants tried: mutants.py NUMBER|all TOTAL OUTCOMES SURVIVORS. Exits
with 1 if the tests caught fewer than 95 % of the viable mutants.
"""

import json
import math
import re
import sys

GOAL = 0.95


def without_place(name):
    """The mutant's name without line and column, which change with every edit."""
    return re.sub(r"^([^:]+):\d+:\d+: ", r"\1: ", name)


def wilson(part, of):
    """Returns the 95 % confidence interval of a share that a sample has shown."""
    if of == 0:
        return 0.0, 1.0
    z, share = 1.96, part / of
    middle = share + z * z / (2 * of)
    reach = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return (middle - reach) / (1 + z * z / of), (middle + reach) / (1 + z * z / of)


def judge(number, total, outcomes, reasons):
    results = {}
    for outcome in outcomes["outcomes"]:
        scenario = outcome["scenario"]
        if isinstance(scenario, dict):
            results[scenario["Mutant"]["name"]] = outcome["summary"]
    by = lambda summary: [name for name, result in results.items() if result == summary]
    missed, timeout, unviable = by("MissedMutant"), by("Timeout"), by("Unviable")
    explained = [name for name in missed if without_place(name) in reasons]
    silent = [name for name in missed if name not in explained]
    # A mutant that never ends counts as caught.
    caught = len(by("CaughtMutant")) + len(timeout)
    viable = caught + len(silent)
    for name in silent:
        print(f"missed: {name}")
    for name in explained:
        print(f"survives, with a reason: {name}")
    print(
        f"{len(results)} mutants tried: {caught - len(timeout)} caught, {len(timeout)} timed out, {len(silent)} missed,"
        f" {len(explained)} survive with a reason, {len(unviable)} unviable"
    )
    if viable == 0:
        sys.exit("No viable mutant was tried.")
    low, high = wilson(caught, viable)
    share = caught / viable
    print(f"{100 * share:.1f} % of {viable} viable mutants are caught")
    if number != "all":
        print(f"of all {total}, with 95 % confidence: {100 * low:.1f} to {100 * high:.1f} %")
    return share


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [line for line in file.read().splitlines() if line]


reasons = {line.split("\t")[0] for line in lines(sys.argv[4]) if not line.startswith("#")}
with open(sys.argv[3], encoding="utf-8") as file:
    found = json.load(file)
if judge(sys.argv[1], sys.argv[2], found, reasons) < GOAL:
    sys.exit(f"That is less than {100 * GOAL:.0f} %.")
