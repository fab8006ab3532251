#!/usr/bin/env python3
"""Compares the outage simulation with simulators written by hand for the reference topology.

The measuring sticks aren't part of this project: four C++ programs, naive, tight, superpose and simd512,
each called as `PROGRAM RUNS E|L SEED` and printing one line of JSON with cpu_seconds. Build them,
then

    swift build -c release --package-path Benchmarks --product reference-run
    python3 Benchmarks/Comparisons/simulation.py DIRECTORY-OF-THE-PROGRAMS [--rounds 7]

All figures are replication-years a second of processor time, one thread, from up, a year each; in
each round all programs take their turn, so that a ratio is of neighbours in time.
"""

import argparse
import json
import pathlib
import statistics
import subprocess
import sys

PRODUCT = pathlib.Path(__file__).resolve().parent.parent / ".build/release/reference-run"

# Each program, the laws it is asked for, and replications worth about a second.
LIBRARY_RUNS = {"E": 4_000_000, "L": 3_000_000, "W": 400_000}
STICK_RUNS = {
    ("naive", "E"): 100_000,
    ("tight", "E"): 200_000,
    ("superpose", "E"): 1_000_000,
    ("simd512", "E"): 4_000_000,
    ("tight", "L"): 200_000,
    ("superpose", "L"): 500_000,
    ("simd512", "L"): 2_000_000,
}
# Ours, the stick, and the ratio that is asked of it.
PAIRS = [
    ("E", ("simd512", "E"), 1.0),
    ("E", ("superpose", "E"), None),
    ("E", ("tight", "E"), None),
    ("E", ("naive", "E"), None),
    ("L", ("simd512", "L"), 1.7),
    ("L", ("superpose", "L"), None),
    ("L", ("tight", "L"), None),
    ("W", ("tight", "E"), 4.0),
]
LAWS = {
    "E": "exponential",
    "L": "lognormal repairs",
    "W": "Weibull up times",
}


def run(*command):
    """The JSON that a program prints."""
    words = [str(word) for word in command]
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def library(variant, seed, threads=1, scale=1):
    runs = LIBRARY_RUNS[variant] * scale
    return run(PRODUCT, variant, runs, "seed", seed, "threads", threads)


def rate(answer):
    """Replications a second of processor time."""
    return answer["n"] / answer["cpu_seconds"]


def one_round(sticks, seed):
    """Each program once, in turn."""
    rates = {variant: rate(library(variant, seed)) for variant in LIBRARY_RUNS}
    for (name, variant), runs in STICK_RUNS.items():
        if (sticks / name).exists():
            rates[name, variant] = rate(run(sticks / name, runs, variant, seed))
    return rates


def threads_round(seed):
    """Wall time of one thread over that of two, and processor time of two over that of one."""
    one = library("E", seed, threads=1, scale=2)
    two = library("E", seed, threads=2, scale=2)
    speedup = one["wall_seconds"] / two["wall_seconds"]
    return speedup, two["cpu_seconds"] / one["cpu_seconds"]


def spread(values):
    """The median, and the least and the largest."""
    return f"{statistics.median(values):8.2f}   {min(values):6.2f} to {max(values):6.2f}"


def show_rates(rounds):
    print(f"{'replication-years a CPU second, millions':50}  median    least to most")
    for key in rounds[0]:
        name = LAWS[key] if key in LAWS else f"  {key[0]}, {LAWS[key[1]]}"
        print(f"{name:50}{spread([rates[key] / 1e6 for rates in rounds])}")


def show_ratios(rounds):
    print(f"\n{'ratio':50}  median    least to most    asked")
    for ours, stick, asked in PAIRS:
        if stick not in rounds[0]:
            continue
        ratios = [rates[ours] / rates[stick] for rates in rounds]
        name = f"{LAWS[ours]} / {stick[0]}, {LAWS[stick[1]]}"
        print(f"{name:50}{spread(ratios)}    {asked or ''}")


def show_threads(rounds):
    speedups, costs = zip(*rounds)
    print(f"{'two threads / one, on the wall':50}{spread(speedups)}    1.8")
    print(f"{'two threads / one, processor time':50}{spread(costs)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("sticks", type=pathlib.Path, help="directory of the C++ programs")
    parser.add_argument("--rounds", type=int, default=7)
    wish = parser.parse_args()
    if not PRODUCT.exists():
        sys.exit(f"{PRODUCT} is missing: build the product reference-run first")
    rounds = [one_round(wish.sticks, seed) for seed in range(1, wish.rounds + 1)]
    show_rates(rounds)
    show_ratios(rounds)
    show_threads([threads_round(seed) for seed in range(1, wish.rounds + 1)])


if __name__ == "__main__":
    main()
