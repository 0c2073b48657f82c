def a(n):
    for i in range(n):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print("body", i)
        finally:
            print("finally", i)
    return "done"


print(a(5))


def b():
    try:
        raise ValueError("v")
    except ValueError:
        return "handler"
    finally:
        print("cleanup")


print(b())


def c(x):
    try:
        if x > 0:
            raise KeyError(x)
    except KeyError as e:
        print("caught", e)
    else:
        print("else")
    finally:
        print("end")


c(0)
c(1)


class Ctx:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, tb):
        print("exit", self.name, value)
        return self.swallow


with Ctx("one") as one:
    print("in", one.name)
with Ctx("outer"), Ctx("inner", swallow=True):
    raise RuntimeError("lost")
try:
    with Ctx("loud"):
        raise RuntimeError("seen")
except RuntimeError as e:
    print("got", e)
