from collections import Counter

text = "the cat and the dog and the bird"
freq = Counter(text.split())
for word, count in sorted(freq.items(), key=lambda p: (-p[1], p[0])):
    print(f"{word}: {count}")
print(freq["fish"], sum(freq.values()), max(freq, key=freq.get))
