"""Measures one of the programs beside this one: run.py NAME SIZE SECONDS."""

import sys
import time

import distance
import graph
import life
import matrix
import nbody
import parser
import queens
import sieve
import switches
import tokens
import wordcount


def once(name: str, size: int) -> int:
    if name == "distance":
        return distance.work(size)
    if name == "graph":
        return graph.work(size)
    if name == "life":
        return life.work(size)
    if name == "matrix":
        return matrix.work(size)
    if name == "nbody":
        return nbody.work(size)
    if name == "parser":
        return parser.work(size)
    if name == "queens":
        return queens.work(size)
    if name == "sieve":
        return sieve.work(size)
    if name == "switches":
        return switches.work(size)
    if name == "tokens":
        return tokens.work(size)
    return wordcount.work(size)


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
