from functools import singledispatch


@singledispatch
def show(x):
    return f"object {x!r}"


@show.register
def _(x: int):
    return f"int {x}"


@show.register
def _(x: list):
    return "list of " + ", ".join(show(i) for i in x)


@show.register(str)
def show_text(x):
    return f"text {x}"


print(show(1), show("a"), show([1, "b", 2.5]), show(None), show(True))
