import re
m = re.match(r"(a)(b)?(?P<x>c)?", "a")
if m:
    print(m.group(2) is None, m.group(2) or "none")
    b = m.group(2)
    if b:
        print("B")
    d = m.groupdict()
    for k, v in d.items():
        print(k, v, v is None, bool(v))
    a, b, c = m.groups()
    if not b:
        print("not b")
    print("yes" if c else "no", m["x"], m[1] + "z", m.group(1, 2))
    if m[2]:
        print(1)
    x = int(c) if c else 0
    print(x, len(m.group(1)), m.group(1).upper(), m.group(1)[0])
