import csv
import io
from collections import defaultdict

RAW = """date,product,units,price
2024-01-03,"Widget, large",4,2.50
2024-01-03,Gadget,1,19.99
2024-01-04,"Widget, large",10,2.25
2024-01-05,"The ""Best"" Gizmo",3,7
"""

reader = csv.DictReader(io.StringIO(RAW))
totals = defaultdict(float)
rows = []
for row in reader:
    rows.append(row)
    totals[row["product"]] += int(row["units"]) * float(row["price"])
print(reader.fieldnames)
for product, total in sorted(totals.items(), key=lambda kv: -kv[1]):
    print(f"{product:<20}{total:>8.2f}")

out = io.StringIO()
writer = csv.writer(out)
writer.writerow(["product", "total", "note"])
for product, total in totals.items():
    writer.writerow([product, round(total, 2), None])
print(out.getvalue().replace("\r\n", "|\n"))

out = io.StringIO()
dw = csv.DictWriter(out, fieldnames=["units", "product"], extrasaction="ignore", lineterminator="\n")
dw.writeheader()
dw.writerows(rows)
print(out.getvalue(), end="")

for line in csv.reader(["a;b;'c;d'", "1;2;3"], delimiter=";", quotechar="'"):
    print(line, len(line))
try:
    dw = csv.DictWriter(io.StringIO(), ["x"])
    dw.writerow({"x": 1, "y": 2})
except ValueError as e:
    print(e)
quoted = io.StringIO()
csv.writer(quoted, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows([[1, "a"], ["b c", 2.5]])
print(quoted.getvalue())
