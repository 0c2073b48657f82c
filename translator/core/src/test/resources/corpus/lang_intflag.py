from enum import IntEnum, IntFlag, Flag, auto


class Perm(IntFlag):
    R = 4
    W = 2
    X = 1


class Level(IntEnum):
    LOW = 1
    HIGH = 3


rw = Perm.R | Perm.W
print(rw, repr(rw), int(rw), rw.value)
print(Perm.R in rw, Perm.X in rw, rw & Perm.W, rw ^ Perm.R)
print(rw == 6, rw + 1, Perm.R > Perm.W)
print(bool(rw & Perm.X), ~Perm.R & rw)
print(Level.LOW < Level.HIGH, Level.HIGH + 1, sorted([Level.HIGH, Level.LOW]))
print([p for p in Perm], Perm(5), Perm["X"])
print(f"{rw:d} {rw:03b} {Level.HIGH}")
