import random

random.seed(1)
print(random.random(), random.uniform(1, 10), random.randint(1, 6), random.randrange(0, 100, 5))
print(random.choice(["a", "b", "c"]), random.sample(range(100), 5), random.choices([1, 2, 3], k=4))
xs = list(range(10))
random.shuffle(xs)
print(xs)
print(random.gauss(0, 1), random.gauss(0, 1), random.expovariate(1.5))
rng = random.Random("text seed")
print(rng.random(), rng.randint(0, 10 ** 6))
random.seed(12345678901234567890)
print(random.getrandbits(16), random.choices(["x", "y"], weights=[1, 3], k=6))
print(random.normalvariate(0, 1), random.triangular(0, 10, 5))
