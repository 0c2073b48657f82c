class Signal:
    def __init__(self):
        self._slots = []

    def connect(self, slot):
        self._slots.append(slot)
        return slot

    def __iadd__(self, slot):
        self.connect(slot)
        return self

    def __isub__(self, slot):
        self._slots.remove(slot)
        return self

    def __call__(self, *args, **kwargs):
        return [slot(*args, **kwargs) for slot in self._slots]

    def __len__(self):
        return len(self._slots)


class Model:
    def __init__(self, **fields):
        self.changed = Signal()
        self._fields = dict(fields)

    def __getitem__(self, key):
        return self._fields[key]

    def __setitem__(self, key, value):
        old = self._fields.get(key)
        self._fields[key] = value
        if old != value:
            self.changed(key, old, value)

    def __delitem__(self, key):
        old = self._fields.pop(key)
        self.changed(key, old, None)

    def __iter__(self):
        return iter(self._fields)

    def __contains__(self, key):
        return key in self._fields

    def __len__(self):
        return len(self._fields)


class Logger:
    def __init__(self, prefix):
        self.prefix = prefix
        self.lines = []

    def log(self, key, old, new):
        self.lines.append(f"{self.prefix}{key}: {old} -> {new}")
        return len(self.lines)


model = Model(a=1, b="x")
logger = Logger("> ")
model.changed += logger.log


@model.changed.connect
def on_change(key, old, new):
    print("changed", key, old, new)


model["a"] = 2
model["a"] = 2
model["c"] = [1]
del model["b"]
model.changed -= logger.log
model["a"] = 3
print(logger.lines, len(model.changed), sorted(model), "b" in model, len(model), model["a"])
print(model.changed("manual", 0, 1))
