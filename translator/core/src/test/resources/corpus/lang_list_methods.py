xs = [5, 3, 8]
xs.append(1)
xs.extend([9, 3])
xs.insert(1, 7)
print(xs, xs.index(3), xs.count(3), xs.pop(), xs.pop(0), xs)
xs.remove(8)
xs.sort()
print(xs, sorted(xs, reverse=True), xs[::-1])
xs.reverse()
print(xs, xs.copy() == xs, xs * 2, [0] * 3, xs + [100], 7 in xs)
words = ["banana", "Apple", "cherry", "date"]
words.sort(key=str.lower)
print(words, sorted(words, key=len), sorted(words, key=lambda w: (-len(w), w)))
words.sort(key=len, reverse=True)
print(words)
matrix = [[0] * 3 for _ in range(2)]
matrix[0][1] = 5
print(matrix, [list(r) for r in zip(*matrix)], sum(matrix, []))
a = b = [1, 2]
a += [3]
print(b, a is b)
a = a + [4]
print(b, a is b)
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [0], [1, [2]] == [1, [2]], (1, 2) < (2,))
stack = []
for c in "([]{})":
    if c in "([{":
        stack.append(c)
    elif not stack or stack.pop() + c not in ("()", "[]", "{}"):
        print("unbalanced")
        break
else:
    print("balanced" if not stack else "open")
try:
    [].pop()
except IndexError as e:
    print(e)
try:
    [1].remove(5)
except ValueError as e:
    print(e)
try:
    [3, "a"].sort()
except TypeError as e:
    print(e)
print(list("abc"), list(range(5, 0, -2)), list({1: 2}), [None] * 2, [[]] * 2, list(map(str, [1, 2])))
t = (1,)
print(t, t + (2, 3), len(t), (), tuple([1, 2]), t * 3, (1, 2, 3).index(2), 1 in t)
xs = [1, 2, 3, 4, 5, 6]
xs[1:3] = []
del xs[-1]
print(xs, xs[10:], xs[-100:2])
