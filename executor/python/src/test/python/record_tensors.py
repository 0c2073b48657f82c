"""Records what weft.Tensor gives on an installed CPython, for RecordedTensorTest.

    python3 src/test/python/record_tensors.py > src/test/resources/tensors.txt

Each line is an expression and the repr of its value, or of what it raises, with a tab between them.
Where Python itself knows the answer by another way (lists, struct, array, memoryview), that is
compared first, so that a mistake of the Tensor is not recorded.
"""

import array
import itertools
import os
import struct
import sys

GUEST = "../../main/resources/dev/weft/executor/python/guest"
sys.dont_write_bytecode = True
# The package takes over what is printed.
OUT = sys.stdout
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), GUEST))

from weft._tensor import _TYPES, Tensor

NAMES = {"Tensor": Tensor, "array": array, "struct": struct, "inf": float("inf"), "nan": float("nan")}
VALUES = {
    "b": "[True, False, True, True, False, False]",
    "i": "[0, 1, -1, 127, -128, 5]",
    "u": "[0, 1, 2, 127, 255, 200]",
    "f": "[0.0, -0.0, 1.5, inf, -inf, -2.25]",
    "c": "[0j, 1 - 2.5j, complex(inf, -0.0), -1j, 3, 0.5 + 0.25j]",
}


def told(expression):
    try:
        return repr(eval(expression, dict(NAMES)))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def record(expression, oracle=None):
    value = told(expression)
    if oracle is not None and value != told(oracle):
        sys.stderr = sys.__stderr__ = OUT
        sys.exit(f"{expression}\n  gives {value}\n  where {oracle}\n  gives {told(oracle)}")
    print(expression, value, sep="\t", file=OUT)


def types():
    for dtype, (kind, size, code) in _TYPES.items():
        values = VALUES[kind]
        for byteorder, mark in (("little", "<"), ("big", ">")):
            made = f"Tensor.from_list({values}, {dtype!r}, {byteorder!r})"
            flat = values if kind != "c" else f"[p for v in {values} for p in (complex(v).real, complex(v).imag)]"
            record(f"{made}.tobytes()", f"b''.join(struct.pack({mark + code[0]!r}, v) for v in {flat})")
            record(f"{made}.tolist()", values if kind != "c" else f"[complex(v) for v in {values}]")
            record(f"{{k: v for k, v in {made}.__array_interface__.items() if k != 'data'}}")
            record(f"{made}.to_json()")
            record(f"Tensor.from_json({made}.to_json()) == {made}", "True")
            record(f"[{made}.itemsize, {made}.nbytes, {made}.ndim, {made}.size]", f"[{size}, {6 * size}, 1, 6]")
        record(f"Tensor.from_list({values}, {dtype!r}) == Tensor.from_list({values}, {dtype!r}, 'big')", "True")
    for letter in array.typecodes.replace("u", "").replace("w", ""):
        # The sizes of C's types differ between platforms, and letters that are new are not on all.
        if letter in "bBhHiIqQfd":
            record(
                f"(lambda t: [t.dtype, t.tolist()])(Tensor.from_array(array.array({letter!r}, [1, 2, 3])))"
            )


def views():
    base = "Tensor.from_list([[[z + 10 * y + 100 * x for z in range(4)] for y in range(3)] for x in range(2)], 'int32')"
    lists = "[[[z + 10 * y + 100 * x for z in range(4)] for y in range(3)] for x in range(2)]"
    slices = ["::", "1:", ":-1", "::-1", "::2", "-1::-2", "5:", "2:1"]
    for s in slices:
        record(f"{base}[{s}].tolist()", f"{lists}[{s}]")
        record(f"{base}[0, {s}].tolist()", f"{lists}[0][{s}]")
        record(f"{base}[1, -1, {s}].tolist()", f"{lists}[1][-1][{s}]")
    for a, b in itertools.product(["::-1", "1:"], ["::2", "2::-1"]):
        record(f"{base}[{a}, :, {b}].tolist()", f"[[row[{b}] for row in plane] for plane in {lists}[{a}]]")
        record(f"[{base}[{a}, :, {b}].strides, {base}[{a}, :, {b}].order]")
        record(f"{base}[{a}, :, {b}].tobytes()", f"{base}[{a}, :, {b}].reshape(-1).tobytes()")
        record(f"Tensor.from_array({base}[{a}, :, {b}]) == {base}[{a}, :, {b}]", "True")
    record(f"{base}.T.tolist()", f"[[[{lists}[x][y][z] for x in range(2)] for y in range(3)] for z in range(4)]")
    record(f"[{base}.T.shape, {base}.T.strides, {base}.T.order, {base}.order]")
    record(f"{base}.T.tobytes() == {base}.tobytes()", "True")
    record(f"{base}.reshape(4, 6).tolist()")
    record(f"{base}.T.reshape(-1).tolist()", f"[v for plane in {base}.T.tolist() for row in plane for v in row]")
    record(f"{base}.reshape((2, -1)).shape", "(2, 12)")
    record(f"{base}[1, 2, 3]", "123")
    record(f"len({base})", "2")
    record(f"[part.shape for part in {base}]", "[(3, 4), (3, 4)]")
    record("Tensor('int16', [2, 3], bytes(range(12)), 'F').tolist()")
    record("Tensor('int16', [2, 3], bytes(range(12)), 'F', 'big').tolist()")
    record("Tensor('int16', [2, 3], bytes(range(12)), 'F').strides", "(2, 4)")
    record("Tensor('uint8', [], b'\\x07').item()", "7")
    record("Tensor('uint8', [2, 0, 3], b'').tolist()", "[[], []]")


def bits():
    for size, code, dtype in ((2, "e", "float16"), (4, "f", "float32"), (8, "d", "float64")):
        for pattern in ("7e00", "7e01") if size == 2 else ("7fc00000", "7fc00001", "ffc12345") if size == 4 else (
            "7ff8000000000000", "7ff8000000000001", "fff8123456789abc"
        ):
            made = f"Tensor({dtype!r}, [1], bytes.fromhex({pattern!r}), byteorder='big')"
            record(f"{made}.tobytes().hex()", repr(pattern))
            record(f"{made}.tolist()", "[nan]")
            record(f"{made} == {made}", "True")
    record("Tensor.from_list([nan], 'float64') == Tensor.from_list([-nan], 'float64')")
    record("Tensor.from_list([0.0]) == Tensor.from_list([-0.0])", "False")
    record("Tensor.from_list([65504.0, 1e-8, 0.1], 'float16').tolist()")
    record("Tensor.from_list([3.4028234663852886e38, 1e-46, 0.1], 'float32').tolist()")


def mistakes():
    for expression in (
        "Tensor('int7', [1], b'a')",
        "Tensor('int8', [2], b'a')",
        "Tensor('int8', [-1], b'')",
        "Tensor('int8', [1], b'a', 'K')",
        "Tensor('int8', [1], b'a', 'C', 'middle')",
        "Tensor.from_list([[1, 2], [3]])",
        "Tensor.from_list([[1, 2], 3])",
        "Tensor.from_list([1, [2]])",
        "Tensor.from_list([1], 'text')",
        "Tensor.from_list([300], 'uint8')",
        "Tensor.from_list([1e10], 'float16')",
        "Tensor.from_list(['a'], 'int8')",
        "Tensor.from_list([1, 2])[2]",
        "Tensor.from_list([1, 2])[0, 0]",
        "Tensor.from_list([1, 2])['a']",
        "Tensor.from_list([1, 2])[::0]",
        "Tensor.from_list([1, 2]).item()",
        "Tensor.from_list([1, 2]).reshape(3)",
        "len(Tensor('int8', [], b'a'))",
        "Tensor('int8', [1], b'a').__setitem__(0, 2)",
        "Tensor.from_list([[1, 2]]).__setitem__(0, 2)",
        "Tensor.from_json({'dtype': 'int8', 'shape': [1]})",
        "Tensor.from_json({'dtype': 'int8', 'shape': [1], 'data': 'YQ==', 'more': 1})",
        "Tensor.from_json({'dtype': 'int8', 'shape': [1], 'data': 'Y!=='})",
        "Tensor.from_array(memoryview(b'abcd').cast('c'))",
        "hash(Tensor('int8', [1], b'a'))",
        "Tensor('int8', [1], b'a') == 1",
        "Tensor('int8', [1], b'a')",
    ):
        record(expression)


types()
views()
bits()
mistakes()
