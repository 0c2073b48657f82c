class Report:
    def __init__(self, title):
        self.title = title
        self.rows = []

    def add(self, name, value, unit="ms"):
        self.rows.append((name, value, unit))

    def render(self):
        lines = [f"== {self.title} ==".center(30)]
        for name, value, unit in self.rows:
            lines.append(f"{name:<12}{value:>10.3f} {unit}")
        total = sum(v for _, v, _ in self.rows)
        lines.append("-" * 30)
        lines.append(f"{'total':<12}{total:>10.3f}")
        return "\n".join(lines)


r = Report("Timings")
r.add("parse", 1.5)
r.add("compile", 20.25)
r.add("run", 0.125, unit="s")
print(r.render())
percent = 0.4567
print(f"{percent:.1%} {percent:8.2f}| {1234.5:,.1f} {42:+d} {-42:+d} {7:03d}")
print("{:>8}|{:<8}|{:^8}".format("r", "l", "c"), "%5.1f%%" % 12.34)
