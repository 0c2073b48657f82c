def f(n):
    try:
        if n == 0:
            return "try"
        if n == 1:
            raise ValueError
        if n == 2:
            raise KeyError("k")
        return "end"
    except ValueError:
        return "except"
    else:
        return "unreached"
    finally:
        print("finally", n)


def loop():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print("body", i)
        finally:
            print("after", i)
    else:
        print("no break")
    return i


def swallow():
    try:
        return 1 / 0
    finally:
        return "swallowed"


for n in range(4):
    try:
        print(f(n))
    except KeyError as e:
        print("caller got", e)
print(loop(), swallow())


def nested():
    try:
        try:
            raise ValueError("inner")
        finally:
            print("cleanup")
    except ValueError as e:
        print("outer", e)
        try:
            raise RuntimeError("second") from e
        except RuntimeError as e2:
            return e2.__cause__ is e


print(nested())
