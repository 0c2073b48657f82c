"""Every distribution of random, seeded."""
import random

random.seed(2024)
print(random.random(), random.uniform(-5, 5))
print([random.randint(1, 6) for _ in range(10)])
print([random.randrange(0, 100, 7) for _ in range(6)], random.randrange(10))
print(random.gauss(0, 1), random.gauss(10, 2.5))
print(random.normalvariate(100, 15))
print(random.expovariate(1.5), random.expovariate(0.1))
print(random.betavariate(2, 5), random.gammavariate(2.0, 1.5), random.gammavariate(0.5, 1.0))
print(random.triangular(0, 10, 3), random.triangular(), random.triangular(1, 2))
print(random.lognormvariate(0, 0.5), random.paretovariate(3), random.weibullvariate(1, 1.5))
print(random.vonmisesvariate(0.5, 2.0))
print(random.getrandbits(8), random.getrandbits(40), random.getrandbits(100))
print(random.randbytes(6).hex())
print(random.choice("abcdef"), random.choice([1, 2, 3]), random.choice(range(50)))
print(random.choices(["red", "green", "blue"], weights=[5, 3, 2], k=8))
print(random.choices("xyz", cum_weights=[1, 3, 6], k=5))
print(random.sample(range(1000), 5), random.sample("letters", 3))
print(random.sample(["a", "b"], counts=[3, 2], k=4))
cards = list(range(12))
random.shuffle(cards)
print(cards)

own = random.Random("a string seed")
print(own.random(), own.randint(0, 10**12), own.choice(["p", "q"]))
state = own.getstate()
first = [own.random() for _ in range(3)]
own.setstate(state)
print(first == [own.random() for _ in range(3)])
for seed in (0, 1.5, -7, 2**70, b"bytes", None):
    r = random.Random(seed)
    if seed is not None:
        print(seed, r.randint(0, 999))
print(random.binomialvariate(20, 0.3))
