people = [("Zoe", 31), ("adam", 25), ("Zoe", 31), ("Bob", 25)]
unique = list(dict.fromkeys(people))
print(unique)
print(sorted(unique, key=lambda p: (p[1], p[0].lower())))
ages = {}
for name, age in unique:
    ages.setdefault(age, set()).add(name)
print({age: sorted(names) for age, names in sorted(ages.items(), reverse=True)})
names, numbers = zip(*unique)
print(names, sum(numbers) / len(numbers), ", ".join(n.title() for n in names))
