class M:
    def __enter__(self): return self
    def __exit__(self, et, e, tb):
        print(str(e), repr(e), [str(e)], len(str(e)), abs(-1))
        return True
with M():
    raise ValueError("hello")
def never(x):
    return str(x) + repr(x) + format(x, "")
print("ok")
