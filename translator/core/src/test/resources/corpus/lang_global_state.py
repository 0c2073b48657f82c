counter = 0
config = {"debug": False}
names = []


def increment():
    global counter
    counter += 1
    return counter


def configure(**kw):
    config.update(kw)


def register(name):
    if name not in names:
        names.append(name)
    return len(names)


class Registry:
    items = []
    count = 0

    def add(self, x):
        self.items.append(x)
        Registry.count += 1
        self.count_local = Registry.count
        return self


increment()
increment()
configure(debug=True, level=3)
print(counter, config, register("a"), register("b"), register("a"), names)
r1, r2 = Registry().add(1), Registry().add(2)
print(r1.items, r2.items is Registry.items, Registry.count, r1.count_local, r2.count)
r1.count = 99
print(r1.count, r2.count, Registry.count)


def shadow():
    counter = 100
    return counter


print(shadow(), counter)
del config["debug"]
print(config)
