def search(haystack, needle):
    for i, x in enumerate(haystack):
        if x == needle:
            result = f"found at {i}"
            break
    else:
        result = "missing"
    return result


print(search("abc", "b"), search([], 1))
n = 3
while n:
    n -= 1
    if n == 10:
        break
else:
    print("while else", n)
for i in range(3):
    for j in range(3):
        if i * j == 2:
            print("inner break", i, j)
            break
    else:
        continue
    print("outer break")
    break
else:
    print("never")
for i in range(2):
    try:
        continue
    finally:
        print("finally", i)
else:
    print("done", i)
for x in []:
    pass
else:
    print("empty else")
