import random
from collections import Counter

rng = random.Random(2023)


def roll(dice="2d6+1"):
    count, rest = dice.split("d")
    sides, _, bonus = rest.partition("+")
    return sum(rng.randint(1, int(sides)) for _ in range(int(count))) + int(bonus or 0)


print([roll() for _ in range(8)], roll("1d20"), roll("4d4"))
deck = [r + s for s in "SHDC" for r in "23456789TJQKA"]
rng.shuffle(deck)
hands = {name: sorted(deck[i::4][:5]) for i, name in enumerate(["n", "e", "s", "w"])}
print(hands)
walk = [0]
for _ in range(20):
    walk.append(walk[-1] + rng.choice([-1, 1]))
print(walk[-1], min(walk), max(walk))
print(Counter(rng.choices("abc", weights=[1, 2, 7], k=50)).most_common())
print(rng.sample(sorted({"x", "y", "z", "w"}), 2), round(rng.gauss(5, 2), 6), f"{rng.uniform(1, 2):.4f}")
password = "".join(rng.choice("abcdefghijkmnpqrstuvwxyz23456789") for _ in range(12))
print(password, rng.random() < 0.5)
