from itertools import accumulate, chain, count, groupby, islice, takewhile, tee, zip_longest
from functools import partial, reduce
from operator import add, itemgetter, mul


print(list(takewhile(lambda n: n < 40, (n * n for n in count(2)))))
print(list(accumulate(range(1, 6), mul)), reduce(add, [[1], [2, 3]], []))
sales = [("n", 5), ("s", 3), ("n", 2), ("e", 9), ("s", 1)]
for region, group in groupby(sorted(sales, key=itemgetter(0)), key=itemgetter(0)):
    amounts = [a for _, a in group]
    print(region, amounts, sum(amounts))
a, b = tee(x * x for x in range(4))
print(list(a), sum(b), list(zip_longest([1, 2, 3], "ab", fillvalue="?")))
flatten = chain.from_iterable
print(list(flatten([[1, 2], [3], []])), list(map(partial(pow, 2), range(5))))
windows = zip(*(islice(range(6), i, None) for i in range(3)))
print(list(windows))
