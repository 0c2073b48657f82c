"""What a generator expression goes over is taken where it stands; all else when it runs."""


def items(name):
    print("items of", name)
    return [1, 2, 3]


def lazy(n):
    found = (x * 2 for x in items("a") if x > 1)
    print("made")
    print(list(map(str, found)))
    words = ["b", "a"]
    upper = (w.upper() for w in words)
    words = ["z"]
    print(next(upper), words)
    n += 1
    upto = (i for i in range(n))
    n = 0
    print(next(upto), next(upto))
    pairs = ((w, v) for w in words for v in words)
    words = ["c"]
    print(next(pairs))


lazy(2)
