#!/usr/bin/env python3
"""Counts primes; a script with a main guard."""
import sys
import time

LIMIT = 50
VERBOSE = False


def primes(limit):
    sieve = [True] * (limit + 1)
    sieve[0:2] = [False, False]
    for n in range(2, int(limit ** 0.5) + 1):
        if sieve[n]:
            sieve[n * n::n] = [False] * len(sieve[n * n::n])
    return [n for n, is_prime in enumerate(sieve) if is_prime]


def log(*args):
    if VERBOSE:
        print("LOG:", *args, file=sys.stderr)


def main(argv=None):
    global VERBOSE
    argv = sys.argv[1:] if argv is None else argv
    if "-v" in argv:
        VERBOSE = True
        argv = [a for a in argv if a != "-v"]
    limit = int(argv[0]) if argv else LIMIT
    started = time.perf_counter()
    found = primes(limit)
    elapsed = time.perf_counter() - started
    log(f"took {elapsed:.3f}s")
    print(f"{len(found)} primes up to {limit}: {found[:5]}...{found[-1]}")
    print(__name__, __doc__)
    return 0 if found else 1


if __name__ == "__main__":
    print("guard", __name__ == "__main__")
    code = main()
    code |= main(["-v", "100"])
    sys.exit(code)
else:
    print("imported")
