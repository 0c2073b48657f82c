import itertools as it
import operator
from collections import Counter

print(list(it.batched("ABCDEFG", 3)))
print(list(it.pairwise([1, 4, 9, 16])))
print(list(it.accumulate([1, 2, 3, 4], operator.mul)), list(it.accumulate([5, 1], initial=100)))
print(list(it.chain.from_iterable([[1], [2, 3], []])))
print(list(it.compress("ABCDEF", [1, 0, 1, 0, 1, 1])))
print(list(it.dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(it.takewhile(str.isdigit, "12a3")))
print(list(it.islice(it.count(10, 5), 4)), list(it.islice("abcdefg", 1, None, 2)))
print(list(it.starmap(pow, [(2, 5), (3, 2)])), list(it.repeat("x", 3)))
print(list(it.zip_longest("AB", "xyz", fillvalue="-")))
print(["".join(p) for p in it.permutations("ABC", 2)])
print(list(it.combinations(range(4), 3)))
print(list(it.combinations_with_replacement("AB", 2)), len(list(it.product([0, 1], repeat=5))))
print(list(it.filterfalse(lambda x: x % 2, range(6))))

animals = ["ant", "bee", "bat", "cow", "cat", "asp"]
for key, group in it.groupby(sorted(animals), key=lambda a: a[0]):
    print(key, list(group))
runs = [(k, sum(1 for _ in g)) for k, g in it.groupby("aaabccd")]
print(runs, "".join(f"{k}{n}" for k, n in runs))

a, b, c = it.tee(range(3), 3)
print(next(a), list(b), list(a), list(c))
cycle = it.cycle("RGB")
print("".join(next(cycle) for _ in range(7)))


def chunks(iterable, n):
    iterator = iter(iterable)
    while chunk := list(it.islice(iterator, n)):
        yield chunk


print(list(chunks(range(7), 3)))


def roundrobin(*iterables):
    pending = [iter(i) for i in iterables]
    while pending:
        for i in list(pending):
            try:
                yield next(i)
            except StopIteration:
                pending.remove(i)


print("".join(roundrobin("ABC", "D", "EF")))
print(Counter(it.chain("hello", "world")).most_common(2))
primes = filter(lambda n: all(n % d for d in range(2, n)), it.count(2))
print([next(primes) for _ in range(8)])
