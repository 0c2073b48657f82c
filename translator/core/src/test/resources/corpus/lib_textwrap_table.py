ROWS = [("apple", 3, 1.5), ("kiwi", 12, 0.25), ("watermelon", 1, 4)]
HEAD = ("name", "count", "price")


def table(head, rows):
    cells = [tuple(str(c) for c in row) for row in [head, *rows]]
    widths = [max(len(r[i]) for r in cells) for i in range(len(head))]
    rule = "+".join("-" * (w + 2) for w in widths)
    lines = [rule]
    for n, row in enumerate(cells):
        lines.append("|".join(f" {c:>{w}} " if c.replace(".", "").isdigit() else f" {c:<{w}} " for c, w in zip(row, widths)))
        if n == 0:
            lines.append(rule.replace("-", "="))
    return "\n".join(lines + [rule])


print(table(HEAD, ROWS))
total = sum(count * price for _, count, price in ROWS)
print(f"{'total':.<20}{total:.>8.2f}")
by_price = sorted(ROWS, key=lambda r: r[2], reverse=True)
print(*[f"{name}@{price}" for name, _, price in by_price], sep=", ")
