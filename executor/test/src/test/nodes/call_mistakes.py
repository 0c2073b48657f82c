import functools
import weft


class Animal:
    def make(self, n):
        f = (lambda a: a)
        return f()

def logged(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        return function(*args, **kwargs)

    return inner


@logged
def decorated(a, b):
    return a / b


def plain(a, b):
    return a / b


class CallMistakes(weft.Node):
    def process(self, item):
        return getattr(self, "visit_" + item)()

    def visit_partial(self):
        return functools.partial(decorated, 1)(0)

    def visit_partial_plain(self):
        return functools.partial(plain, 1)(0)

    def visit_partial_count(self):
        return functools.partial(plain, 1)()

    def visit_lambda(self):
        return (lambda a: a)()

    def visit_lambda_two(self):
        return (lambda a: a)(1, 2)

    def visit_lambda_var(self):
        f = lambda a, b: a
        return f(1)

    def visit_lambda_table(self):
        table = {"a": lambda x: x, "b": lambda x, y: x}
        return table["b"](1)

    def visit_function_table(self):
        table = {"a": plain, "b": len}
        return table["a"](1)

    def visit_nested(self):
        def inner(a, *, b):
            return a + b

        return inner(1)

    def visit_callback(self):
        return [f(1) for f in (plain, decorated)]

    def visit_sorted(self):
        return 1


    def visit_lambda_multi(self):
        steps = {
            "one": lambda row: row["a"],
            "two": lambda row:
                row["missing"],
        }
        return steps["two"]({"a": 1})

    def visit_lambda_multi_first(self):
        steps = {
            "one": lambda row: row["b"],
            "two": lambda row: row["missing"],
        }
        return steps["one"]({"a": 1})

    def visit_lambda_list(self):
        steps = [
            lambda row: row["a"],
            lambda row: row["missing"],
        ]
        return [step({"a": 1}) for step in steps]

    def visit_lambda_argument(self):
        return max(
            [{"a": 1}, {"b": 2}],
            key=lambda row: (
                row["a"],
                1,
            ),
        )

    def visit_method(self):
        return Animal().make(1)

    def visit_method_count(self):
        return Animal().make()

    def visit_class_count(self):
        return Animal(1)

    def visit_bound(self):
        f = Animal().make
        return f()

    def visit_builtin_count(self):
        values = [len, abs]
        return values[0](1, 2)
