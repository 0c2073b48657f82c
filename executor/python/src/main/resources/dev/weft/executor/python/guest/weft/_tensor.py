"""Typed arrays, without NumPy and in its terms.

A Tensor is a view of bytes: what other libraries need to know of it stands in its
``__array_interface__``, so ``numpy.asarray(tensor)`` copies nothing where there is NumPy.
"""

import base64
import struct
import sys

# dtype: kind and size as in the array interface, and the letter of the module struct.
_TYPES = {
    "bool": ("b", 1, "?"),
    "int8": ("i", 1, "b"),
    "int16": ("i", 2, "h"),
    "int32": ("i", 4, "i"),
    "int64": ("i", 8, "q"),
    "uint8": ("u", 1, "B"),
    "uint16": ("u", 2, "H"),
    "uint32": ("u", 4, "I"),
    "uint64": ("u", 8, "Q"),
    "float16": ("f", 2, "e"),
    "float32": ("f", 4, "f"),
    "float64": ("f", 8, "d"),
    "complex64": ("c", 8, "ff"),
    "complex128": ("c", 16, "dd"),
}
_LABELS = {(kind, size): label for label, (kind, size, _) in _TYPES.items()}
_MARKS = {"little": "<", "big": ">"}
_FIELDS = ("dtype", "shape", "order", "byteorder", "data")

#: The only key of a dict that is a tensor, in JSON and on the border to the host.
KEY = "$tensor"


def _dense(shape, size, order):
    """The strides of elements that lie behind one another."""
    strides = [0] * len(shape)
    step = size
    axes = range(len(shape)) if order == "F" else range(len(shape) - 1, -1, -1)
    for axis in axes:
        strides[axis] = step
        step *= max(1, shape[axis])
    return tuple(strides)


def _count(shape):
    count = 1
    for length in shape:
        count *= length
    return count


class Tensor:
    """An array of numbers of one type, with any number of axes.

    Indexes and slices give views; an index for each axis gives an element. ``data`` is anything
    with the buffer protocol, and is not copied; elements can be set if it is writable. Two tensors
    are equal if type, shape and all bits are; so NaN equals NaN of the same bits.
    """

    __slots__ = ("dtype", "shape", "strides", "byteorder", "_data", "_offset")
    __hash__ = None

    def __init__(self, dtype, shape, data, order="C", byteorder="little"):
        if dtype not in _TYPES:
            raise ValueError(f"a tensor of dtype {dtype!r}; use one of {', '.join(_TYPES)}")
        if order not in ("C", "F"):
            raise ValueError(f"the order of a tensor is {order!r}; it must be 'C' or 'F'")
        if byteorder not in _MARKS:
            raise ValueError(
                f"the byteorder of a tensor is {byteorder!r}; it must be 'little' or 'big'"
            )
        shape = tuple(shape)
        if any(not isinstance(length, int) or length < 0 for length in shape):
            raise ValueError(f"a tensor of shape {shape}; an axis is a whole number, 0 or more")
        view = memoryview(data)
        if view.format != "B" or view.ndim != 1:
            view = view.cast("B")
        size = _TYPES[dtype][1]
        if _count(shape) * size != view.nbytes:
            raise ValueError(
                f"a tensor of {dtype} and shape {shape} has {_count(shape) * size} bytes,"
                f" got {view.nbytes}"
            )
        self._become(dtype, shape, _dense(shape, size, order), byteorder, view, 0)

    def _become(self, dtype, shape, strides, byteorder, data, offset):
        self.dtype = dtype
        self.shape = shape
        self.strides = strides
        self.byteorder = byteorder
        self._data = data
        self._offset = offset

    def _view(self, shape, strides, offset):
        view = object.__new__(Tensor)
        view._become(self.dtype, shape, strides, self.byteorder, self._data, offset)
        return view

    @classmethod
    def from_list(cls, values, dtype="float64", byteorder="little"):
        """A tensor of nested lists of numbers, or of one number."""
        shape = []
        level = values
        while isinstance(level, (list, tuple)):
            shape.append(len(level))
            if not level:
                break
            level = level[0]
        if dtype not in _TYPES:
            raise ValueError(f"a tensor of dtype {dtype!r}; use one of {', '.join(_TYPES)}")
        size = _TYPES[dtype][1]
        tensor = cls(dtype, shape, bytearray(_count(shape) * size), byteorder=byteorder)
        tensor._fill(values, 0, 0)
        return tensor

    def _fill(self, values, axis, at):
        if axis == len(self.shape):
            if isinstance(values, (list, tuple)):
                raise ValueError("the lists are not all of one depth")
            self._put(at, values)
            return
        if not isinstance(values, (list, tuple)) or len(values) != self.shape[axis]:
            raise ValueError(f"the lists are not all of one length in axis {axis}")
        for i, value in enumerate(values):
            self._fill(value, axis + 1, at + i * self.strides[axis])

    @classmethod
    def from_array(cls, array):
        """A tensor over another array: one with the array interface, or a buffer such as bytes,
        ``array.array`` or ``memoryview``."""
        interface = getattr(array, "__array_interface__", None)
        if interface is None:
            return cls._from_buffer(memoryview(array))
        kind, size = interface["typestr"][1], int(interface["typestr"][2:])
        dtype = _LABELS.get((kind, size))
        if dtype is None:
            raise ValueError(f"a tensor cannot have elements of type {interface['typestr']!r}")
        data = interface.get("data")
        if data is None or isinstance(data, tuple):
            # An address; the buffer protocol gives the bytes safely.
            data = memoryview(array)
            if not data.c_contiguous:
                data = data.tobytes()
            strides = None
        else:
            strides = interface.get("strides")
        shape = tuple(interface["shape"])
        byteorder = "big" if interface["typestr"][0] == ">" else "little"
        view = memoryview(data)
        view = view if view.format == "B" and view.ndim == 1 else view.cast("B")
        offset = interface.get("offset", 0)
        strides = _dense(shape, size, "C") if strides is None else tuple(strides)
        cls._check_bounds(shape, strides, offset, size, view.nbytes)
        tensor = object.__new__(cls)
        tensor._become(dtype, shape, strides, byteorder, view, offset)
        return tensor

    @staticmethod
    def _check_bounds(shape, strides, offset, size, length):
        if _count(shape) == 0:
            return
        steps = [(n - 1) * stride for n, stride in zip(shape, strides)]
        first = offset + sum(min(0, step) for step in steps)
        last = offset + sum(max(0, step) for step in steps) + size
        if first < 0 or last > length:
            raise ValueError(f"the array has {length} bytes and claims those from {first} to {last}")

    @classmethod
    def _from_buffer(cls, view):
        letter = view.format.lstrip("@=<>!")
        for dtype, (kind, size, code) in _TYPES.items():
            # The sizes of C's long and size_t are those of the platform.
            native = {"i": "ln", "u": "LN"}.get(kind, "")
            if size == view.itemsize and (letter == code or letter in native):
                marks = {">": "big", "!": "big", "<": "little"}
                byteorder = marks.get(view.format[0], sys.byteorder)
                data = view if view.c_contiguous else view.tobytes()
                return cls(dtype, view.shape, data, byteorder=byteorder)
        raise ValueError(f"a tensor cannot have elements of format {view.format!r}")

    @property
    def __array_interface__(self):
        kind, size, _ = _TYPES[self.dtype]
        mark = "|" if size == 1 else _MARKS[self.byteorder]
        return {
            "version": 3,
            "shape": self.shape,
            "typestr": f"{mark}{kind}{size}",
            "data": self._data,
            "strides": self.strides,
            "offset": self._offset,
        }

    @property
    def ndim(self):
        return len(self.shape)

    @property
    def size(self):
        return _count(self.shape)

    @property
    def itemsize(self):
        return _TYPES[self.dtype][1]

    @property
    def nbytes(self):
        return self.size * self.itemsize

    @property
    def order(self):
        """How tobytes() gives the elements: "C", or "F" if they lie in that order only."""
        return "C" if self._lies("C") or not self._lies("F") else "F"

    def _lies(self, order):
        if self.size <= 1:
            return True
        dense = _dense(self.shape, self.itemsize, order)
        return all(n == 1 or a == b for n, a, b in zip(self.shape, self.strides, dense))

    @property
    def T(self):
        """The axes in reverse."""
        return self._view(self.shape[::-1], self.strides[::-1], self._offset)

    def __len__(self):
        if not self.shape:
            raise TypeError("a tensor without axes has no length")
        return self.shape[0]

    def __getitem__(self, index):
        shape, strides, at = self._locate(index)
        return self._get(at) if self._is_full(index) else self._view(shape, strides, at)

    def __setitem__(self, index, value):
        _, _, at = self._locate(index)
        if not self._is_full(index):
            raise TypeError("one element is set at a time; give an index for each axis")
        self._put(at, value)

    def _is_full(self, index):
        index = index if isinstance(index, tuple) else (index,)
        return len(index) == len(self.shape) and not any(isinstance(i, slice) for i in index)

    def _locate(self, index):
        index = index if isinstance(index, tuple) else (index,)
        if len(index) > len(self.shape):
            raise IndexError(f"{len(index)} indexes into a tensor of shape {self.shape}")
        shape, strides, at = [], [], self._offset
        for axis, (length, stride) in enumerate(zip(self.shape, self.strides)):
            part = index[axis] if axis < len(index) else slice(None)
            if isinstance(part, slice):
                start, stop, step = part.indices(length)
                count = len(range(start, stop, step))
                shape.append(count)
                strides.append(stride * step)
                at += start * stride if count else 0
            else:
                i = part.__index__()
                if not -length <= i < length:
                    raise IndexError(f"index {i} is beyond axis {axis}, which has {length}")
                at += (i % length) * stride
        return tuple(shape), tuple(strides), at

    def _get(self, at):
        code = _TYPES[self.dtype][2]
        values = struct.unpack_from(_MARKS[self.byteorder] + code, self._data, at)
        return values[0] if len(values) == 1 else complex(*values)

    def _put(self, at, value):
        kind, _, code = _TYPES[self.dtype]
        values = (value,)
        if kind == "c":
            value = complex(value)
            values = (value.real, value.imag)
        struct.pack_into(_MARKS[self.byteorder] + code, self._data, at, *values)

    def __iter__(self):
        for i in range(len(self)):
            yield self[i]

    def item(self):
        """The only element."""
        if self.size != 1:
            raise ValueError(f"a tensor of shape {self.shape} has {self.size} elements, not one")
        return self._get(self._offset)

    def tolist(self):
        """Nested lists of numbers; for a tensor without axes the number."""
        if not self.shape:
            return self._get(self._offset)
        return [part.tolist() if isinstance(part, Tensor) else part for part in self]

    def _positions(self, axis=0, at=None):
        at = self._offset if at is None else at
        if axis == len(self.shape):
            yield at
            return
        for i in range(self.shape[axis]):
            yield from self._positions(axis + 1, at + i * self.strides[axis])

    def tobytes(self):
        """All elements, in ``order`` and ``byteorder``."""
        if self._lies(self.order):
            start = self._offset if self.size else 0
            return bytes(self._data[start : start + self.nbytes])
        size = self.itemsize
        return b"".join(bytes(self._data[at : at + size]) for at in self._positions())

    def reshape(self, *shape):
        """The same elements in another shape; a view where they lie in the order of C. One length
        may be -1, for what is left."""
        shape = tuple(shape[0]) if len(shape) == 1 and not isinstance(shape[0], int) else shape
        if shape.count(-1) == 1:
            others = _count([n for n in shape if n != -1])
            rest = self.size // others if others else 0
            shape = tuple(rest if n == -1 else n for n in shape)
        if any(n < 0 for n in shape) or _count(shape) != self.size:
            raise ValueError(f"a tensor of shape {self.shape} has no shape {shape}")
        if self._lies("C"):
            return self._view(shape, _dense(shape, self.itemsize, "C"), self._offset)
        data = b"".join(bytes(self._data[at : at + self.itemsize]) for at in self._positions())
        return Tensor(self.dtype, shape, data, byteorder=self.byteorder)

    def to_json(self):
        """What stands below the key "$tensor" in JSON."""
        return {
            "dtype": self.dtype,
            "shape": list(self.shape),
            "order": self.order,
            "byteorder": self.byteorder,
            "data": base64.b64encode(self.tobytes()).decode("ascii"),
        }

    @classmethod
    def from_json(cls, fields):
        """The tensor of to_json()."""
        unknown = [name for name in fields if name not in _FIELDS]
        if unknown:
            raise ValueError(f"a tensor has no field {unknown[0]!r}; its fields are {', '.join(_FIELDS)}")
        for name in ("dtype", "shape", "data"):
            if name not in fields:
                raise ValueError(f"the {name} of a tensor is missing")
        return cls(
            fields["dtype"],
            fields["shape"],
            base64.b64decode(fields["data"], validate=True),
            fields.get("order", "C"),
            fields.get("byteorder", "little"),
        )

    def _normal(self):
        """The elements in the order of C, each with its least byte first."""
        size = self.itemsize // len(_TYPES[self.dtype][2])
        data = self.reshape(self.size).tobytes()
        if self.byteorder == "little" or size == 1:
            return data
        return b"".join(data[i : i + size][::-1] for i in range(0, len(data), size))

    def __eq__(self, other):
        if not isinstance(other, Tensor):
            return NotImplemented
        return (
            self.dtype == other.dtype
            and self.shape == other.shape
            and self._normal() == other._normal()
        )

    def __repr__(self):
        return f"Tensor({self.dtype}, {list(self.shape)})"


def to_frame(tensor):
    """What a tensor is on the border: its bytes as they are."""
    return {KEY: (tensor.dtype, list(tensor.shape), tensor.order, tensor.byteorder, tensor.tobytes())}


def from_frame(value):
    """The value with the tensors in it that came over the border."""
    if isinstance(value, dict):
        made = value.get(KEY) if len(value) == 1 else None
        if isinstance(made, tuple) and len(made) == 5:
            dtype, shape, order, byteorder, data = made
            return Tensor(dtype, shape, data, order, byteorder)
        return {name: from_frame(field) for name, field in value.items()}
    if isinstance(value, list):
        return [from_frame(item) for item in value]
    if isinstance(value, tuple):
        return tuple(from_frame(item) for item in value)
    return value
