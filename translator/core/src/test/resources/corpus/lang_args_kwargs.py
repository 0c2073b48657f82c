def report(title, *items, sep=", ", **options):
    line = f"{title}: {sep.join(str(i) for i in items)}"
    for key in sorted(options):
        line += f" [{key}={options[key]}]"
    return line


def positional_only(a, b, /, c, *, d=4):
    return (a, b, c, d)


def forward(*args, **kwargs):
    return report(*args, **kwargs)


def count(*args):
    return len(args), sum(args)


print(report("empty"))
print(report("nums", 1, 2, 3))
print(report("mixed", "a", 1.5, None, sep=" | ", color="red", size=3))
print(positional_only(1, 2, 3))
print(positional_only(1, 2, c=5, d=6))
print(forward("fwd", 9, 8, sep="-", z=1, a=2))
opts = {"sep": "/", "k": "v"}
parts = ["x", "y"]
print(report("spread", *parts, "z", **opts))
print(report(*["t", 1], *[2, 3], **{"sep": ":"}, extra=True))
print(count(), count(1, 2), count(*range(5)))
try:
    positional_only(a=1, b=2, c=3)
except TypeError as e:
    print("TypeError:", e)
try:
    positional_only(1, 2)
except TypeError as e:
    print("TypeError:", e)
try:
    positional_only(1, 2, 3, 4)
except TypeError as e:
    print("TypeError:", e)
try:
    positional_only(1, 2, 3, e=4)
except TypeError as e:
    print("TypeError:", e)
