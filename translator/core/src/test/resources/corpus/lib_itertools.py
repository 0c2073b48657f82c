import itertools as it
from itertools import accumulate, chain, combinations, count, cycle, groupby, islice, permutations, product, zip_longest
import operator

print(list(islice(count(10, 5), 4)), list(islice(cycle("ab"), 5)), list(it.repeat("x", 3)))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4, 1, 5], max)), list(accumulate([1, 2], initial=100)))
print(list(accumulate([1, 2, 3], operator.mul)))
print(list(chain([1, 2], (3,), range(4, 6))), list(chain.from_iterable(["ab", "cd"])))
print(list(it.compress("ABCDEF", [1, 0, 1, 0, 1, 1])))
print(list(it.dropwhile(lambda x: x < 5, [1, 4, 6, 4, 1])), list(it.takewhile(lambda x: x < 5, [1, 4, 6, 4, 1])))
print(list(it.filterfalse(lambda x: x % 2, range(6))))
for key, group in groupby(sorted(["apple", "avocado", "bean", "beet", "corn"]), key=lambda w: w[0]):
    print(key, list(group))
print([(k, len(list(g))) for k, g in groupby("aaabbc")])
print(list(islice("ABCDEFG", 2, None)), list(islice(range(10), 1, 8, 3)))
print(list(it.pairwise([1, 2, 3, 4])), list(it.starmap(pow, [(2, 3), (3, 2)])))
a, b = it.tee([1, 2, 3])
print(list(a), sum(b))
print(list(zip_longest("ab", [1, 2, 3], fillvalue="-")))
print(list(product("ab", [1, 2])), len(list(product(range(3), repeat=2))))
print(list(permutations([1, 2, 3], 2)), len(list(permutations("abcd"))))
print(list(combinations("abcd", 2)), list(it.combinations_with_replacement("ab", 2)))
print(list(it.batched("ABCDEFG", 3)))
counter = count(1)
print(next(counter), next(counter), [next(counter) for _ in range(2)])
print([f"{n}:{c}" for n, c in zip(count(1), "xyz")])
