print("before")


def fail(x):
    raise ValueError(f"bad {x}")


fail(3)
