def f(kind):
    log = []
    try:
        log.append("try")
        if kind == "value":
            raise ValueError("v")
        if kind == "type":
            raise TypeError("t")
        if kind == "return":
            return log
    except ValueError as e:
        log.append(f"except {e}")
    except (TypeError, KeyError):
        log.append("tuple")
        return log
    else:
        log.append("else")
    finally:
        log.append("finally")
    log.append("after")
    return log


for k in ("none", "value", "type", "return"):
    print(k, f(k))


def nested():
    try:
        try:
            1 / 0
        except ValueError:
            print("wrong")
        finally:
            print("inner finally")
    except ZeroDivisionError as e:
        print("outer", e)
        try:
            raise RuntimeError("in handler")
        except RuntimeError as inner:
            print("handled", inner)
        return "nested done"


print(nested())


def loop():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print("body", i)
        except Exception:
            print("never")
        else:
            print("else", i)
        finally:
            print("cleanup", i)
    return i


print(loop())


def gen():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("gen exit")
        raise
    finally:
        print("gen cleanup")


g = gen()
next(g)
g.close()
try:
    raise ValueError("a") from KeyError("b")
except ValueError as e:
    print(repr(e.__cause__))
try:
    try:
        raise KeyError("x")
    except KeyError:
        raise
except KeyError as e:
    print("reraised", e)
try:
    [][0]
except LookupError as e:
    print(type(e).__name__, e)
try:
    int("z", 36), int("zz", 10)
except ValueError as e:
    print(e)
