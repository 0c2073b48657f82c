PAIRS = {")": "(", "]": "[", "}": "{"}


def check(text):
    stack = []
    for position, char in enumerate(text, start=1):
        if char in PAIRS.values():
            stack.append((char, position))
        elif char in PAIRS:
            if not stack:
                return f"unexpected {char!r} at {position}"
            opener, where = stack.pop()
            if opener != PAIRS[char]:
                return f"{char!r} at {position} closes {opener!r} from {where}"
    if stack:
        return f"{stack[-1][0]!r} at {stack[-1][1]} is never closed"
    return "ok"


for sample in ["(a[b]{c})", "(]", "((", "}", "", "{[()]}(("]:
    print(f"{sample!r:>12} -> {check(sample)}")
