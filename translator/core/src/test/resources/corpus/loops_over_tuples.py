def kinds():
    for pair in ((1, 2), (), (3,)):
        print(pair, len(pair))
    for value in (1, "two", None, 3.5):
        print(value)
    for words in (["a", "b"], []):
        print(words)
    for name, size in (("x", 1), ("y", 2.5)):
        print(name, size)
    for table in ({"a": 1}, {}):
        print(table, sorted(table))
    for number in (1, 2.5):
        print(number)
    for maybe in (None, 4):
        print(maybe is None, maybe)
    for function in (len, str, lambda text: text * 2):
        print(function("ab"))
    for left, right in zip((1, 2), ("a", "b")):
        print(left, right)
    return [kind for kind in (int, str, list)]


print([kind.__name__ for kind in kinds()])
squares = [n * n for n in (1, 2, 3)]
print(squares, [t for t in ((1, 2), ())], {k: v for k, v in (("a", 1), ("b", None))})
