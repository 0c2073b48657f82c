"""Warnings that are recorded, raised and ignored."""
import warnings


class Slow(UserWarning):
    pass


def old():
    warnings.warn("old is old", DeprecationWarning, stacklevel=2)
    return 1


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    old()
    old()
    warnings.warn("slow", Slow)
    warnings.warn(Slow("made"))
    print(len(caught), [w.category.__name__ for w in caught])
    print(str(caught[0].message), issubclass(caught[2].category, UserWarning))
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        old()
    except DeprecationWarning as e:
        print("raised", e)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    warnings.filterwarnings("error", message="bad.*")
    old()
    try:
        warnings.warn("bad thing")
    except UserWarning as e:
        print("raised too", e)
    warnings.warn("fine")
    print([str(w.message) for w in caught])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("once")
    for _ in range(3):
        warnings.warn("again")
    print(len(caught))
try:
    warnings.simplefilter("never")
except AssertionError as e:
    print(type(e).__name__)
