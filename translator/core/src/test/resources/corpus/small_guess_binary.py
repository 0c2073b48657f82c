def search(secret, low=1, high=1000):
    steps = 0
    while low <= high:
        steps += 1
        guess = (low + high) // 2
        if guess == secret:
            return steps
        if guess < secret:
            low = guess + 1
        else:
            high = guess - 1
    return None


results = {n: search(n) for n in (1, 500, 777, 1000)}
print(results, search(5000), max(search(n) for n in range(1, 1001)))
