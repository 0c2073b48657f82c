m = [[[1, 2], [3]], [[4]]]
print([x for x in m for x in x for x in x], {v: 1 for v in [[1], [2]] for v in v}, sum(x for x in m[0] for x in x))
