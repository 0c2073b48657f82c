from dataclasses import dataclass
from typing import Generic, TypeVar, Union
T = TypeVar("T")
@dataclass(frozen=True)
class Ok(Generic[T]):
    value: T
    rest: str
@dataclass(frozen=True)
class Err:
    message: str
Result = Ok[T] | Err
def digit(text: str) -> Result:
    return Ok(int(text[0]), text[1:]) if text[:1].isdigit() else Err(f"no digit in {text!r}")
def show(r: Result) -> str:
    match r:
        case Ok(v, rest):
            return f"ok {v} {rest}"
        case Err(m):
            return f"err {m}"
    return "?"
for t in ("1a", "b"):
    r = digit(t)
    print(r, show(r), isinstance(r, Ok))
    if isinstance(r, Ok):
        print(r.value + 1, r.rest)
    else:
        print(r.message)
Either = Union[Ok[int], Err]
e: Either = Err("x")
print(e)
