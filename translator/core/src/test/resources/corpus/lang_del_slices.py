numbers = list(range(10))
del numbers[2:5]
print(numbers)
del numbers[::2]
print(numbers)
numbers[1:1] = [100, 200]
print(numbers)
numbers[:2] = []
print(numbers)
del numbers[-1]
print(numbers, len(numbers))
del numbers[:]
print(numbers)

letters = list("abcdefgh")
letters[::3] = "XYZ"
print("".join(letters))
try:
    letters[::2] = [1]
except ValueError as e:
    print("ValueError:", e)
del letters[5:100]
print(letters)
try:
    del letters[10]
except IndexError as e:
    print("IndexError:", e)

data = bytearray(b"hello world")
data[0] = ord("J")
data[-1:] = b"D!"
print(data)
del data[5:6]
print(data, len(data))
data[2:4] = b"LL"
data += b"?"
data.append(33)
print(data.decode(), data[1], data[1:3])
try:
    data[0] = 300
except ValueError as e:
    print(e)
for i, b in enumerate(data):
    if chr(b).isupper():
        data[i] = b | 0x20
print(bytes(data))

matrix = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
for row in matrix:
    del row[1]
del matrix[0][0], matrix[1]
print(matrix)

d = {"a": 1, "b": 2, "c": 3}
del d["a"], d["c"]
print(d)
try:
    del d["zz"]
except KeyError as e:
    print("KeyError:", e)
x = 5
del x
try:
    print(x)
except NameError as e:
    print(e)


class Box:
    pass


box = Box()
box.lid = "open"
del box.lid
print(hasattr(box, "lid"))
