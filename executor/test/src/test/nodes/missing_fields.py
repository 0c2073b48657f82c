import weft


class Helper:
    def __init__(self, item):
        if item > 1:
            self.big = True
        for i in range(item):
            self.last = i
        try:
            self.ratio = 10 / item
        except ZeroDivisionError:
            pass

    def later(self):
        self.made = 5
        return self.made

    def get(self, name):
        if name == "big":
            return self.big
        if name == "last":
            return self.last
        if name == "ratio":
            return self.ratio
        if name == "text":
            return self.text.upper()
        return self.made

    def set_text(self, text):
        self.text = text


class MissingFields(weft.Node):
    params = {"size": weft.Param(int, default=3)}

    def initialize(self):
        if self.config["size"] > 3:
            self.window = []

    def process(self, item):
        return getattr(self, "visit_" + item)()

    def visit_window(self):
        return len(self.window)

    def visit_count(self):
        self.count += 1
        return self.count

    def visit_total(self):
        value = self.total
        self.total = value + 1
        return self.total

    def visit_name(self):
        if self.name is None:
            self.name = "x"
        return self.name

    def visit_big(self):
        return Helper(0).get("big")

    def visit_last(self):
        return Helper(0).get("last")

    def visit_ratio(self):
        return Helper(0).get("ratio")

    def visit_made(self):
        return Helper(3).get("made")

    def visit_made_later(self):
        h = Helper(3)
        h.later()
        return h.get("made")

    def visit_text(self):
        return Helper(3).get("text")

    def visit_text_set(self):
        h = Helper(3)
        h.set_text("abc")
        return h.get("text")

    def visit_never(self):
        return self.never_assigned

    def visit_outside(self):
        h = Helper(3)
        return h.big, h.last, h.text

    def visit_has(self):
        return [hasattr(self, "window"), hasattr(Helper(0), "big"), hasattr(Helper(3), "big")]

    def visit_get_default(self):
        return getattr(self, "window", "none")

    def visit_delete(self):
        h = Helper(3)
        h.later()
        del h.made
        return h.made

    def visit_vars(self):
        return sorted(vars(Helper(0)))

    def visit_dict(self):
        return sorted(Helper(3).__dict__)

    def visit_local(self):
        for i in []:
            last = i
        return last

    def visit_local_try(self):
        try:
            value = int("x")
        except ValueError:
            pass
        return value

    def visit_local_nested(self):
        def inner():
            return later

        result = inner()
        later = 3
        return result

    def visit_local_loop(self):
        for i in range(0):
            pass
        return i

    def visit_local_aug(self):
        total += 1
        return total

    def visit_local_del(self):
        x = 1
        del x
        return x

    def visit_local_with(self):
        if self.id == "":
            import json
        return json.dumps(1)

    def visit_local_except(self):
        try:
            raise ValueError("x")
        except ValueError as error:
            pass
        return error

    def visit_local_match(self):
        match self.id:
            case "q":
                found = 1
        return found
