"""Measures one of the programs beside this one: run.py NAME SIZE SECONDS."""

import sys
import time

import nbody
import parser
import sieve
import switches
import wordcount


def once(name: str, size: int) -> int:
    if name == "sieve":
        return sieve.work(size)
    if name == "nbody":
        return nbody.work(size)
    if name == "parser":
        return parser.work(size)
    if name == "wordcount":
        return wordcount.work(size)
    return switches.work(size)


def main() -> None:
    name = sys.argv[1]
    size = int(sys.argv[2])
    seconds = float(sys.argv[3])
    end = time.perf_counter() + seconds
    best = 1e9
    result = 0
    while time.perf_counter() < end:
        start = time.perf_counter()
        result = once(name, size)
        best = min(best, time.perf_counter() - start)
    print(f"{result} {best:.6f}")


main()
