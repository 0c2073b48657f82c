from typing import Callable
import operator, math
OPS: dict[str, Callable] = {"**": pow, "+": operator.add, "abs": abs, "max": max, "div": divmod}
print(OPS["**"](2.5, 2), OPS["**"](2, 3), OPS["+"](1, 2.5), OPS["abs"](-2.5), OPS["max"](1, 2.5), OPS["div"](7.5, 2))
fns = [pow, divmod]
for f in fns:
    print(f(7.5, 2), f(7, 2))
print(list(map(pow, [1.5, 2], [2, 3])), sorted([2.5, -3], key=abs))
