def risky(n):
    if n == 0:
        raise ValueError("zero!")
    if n == 1:
        raise KeyError("k")
    if n == 2:
        return 1 / 0
    if n == 3:
        return [1][5]
    if n == 4:
        return int("abc")
    if n == 5:
        raise RuntimeError
    return n


for i in range(7):
    try:
        print("ok", risky(i))
    except ValueError as e:
        print("ValueError:", e)
    except (KeyError, IndexError) as e:
        print(type(e).__name__, e)
    except ZeroDivisionError as e:
        print("zde", e)
    except Exception as e:
        print("other", type(e).__name__, repr(e), str(e) == "")
    else:
        print("no error")
    finally:
        print("finally", i)


class AppError(Exception):
    def __init__(self, message, code):
        super().__init__(message)
        self.code = code


class NotFound(AppError):
    def __init__(self, what):
        super().__init__(f"{what} not found", 404)
        self.what = what


class Plain(Exception):
    pass


try:
    raise NotFound("page")
except AppError as e:
    print(e, e.code, e.args, isinstance(e, NotFound), type(e).__name__)
try:
    raise Plain("a", 1)
except Plain as e:
    print(e, repr(e), e.args)
try:
    try:
        raise ValueError("inner")
    except ValueError as e:
        raise RuntimeError("outer") from e
except RuntimeError as e:
    print(e, "caused by", repr(e.__cause__))


def cleanup():
    try:
        return "from try"
    finally:
        print("cleanup")


print(cleanup())
try:
    try:
        raise ValueError("again")
    except ValueError:
        print("re-raising")
        raise
except ValueError as e:
    print("caught", e)
try:
    assert 1 == 2, "math"
except AssertionError as e:
    print("assert", e)
try:
    x = {"a": 1}
    x["b"]
except LookupError as e:
    print("lookup", repr(e))
print("done")
