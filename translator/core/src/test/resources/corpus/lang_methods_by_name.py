class Cmd:
    def __init__(self):
        self.log = []
    def do_add(self, a, b=2):
        self.log.append(("add", a, b))
        return a + b
    def do_say(self, *words, sep=" "):
        return sep.join(words)
    def do_neg(self, x):
        return -x
    def run(self, name, *args, **kw):
        return getattr(self, "do_" + name)(*args, **kw)
    def other(self, n=1):
        return n
c = Cmd()
print(c.run("add", 1), c.run("add", 1, 5), c.run("add", "x", b="y"), c.do_add(4), c.log)
print(c.run("say", "a", "b"), c.run("say", "a", "b", sep="-"), c.run("neg", 3), c.do_neg(2.5), c.other())
class Visitor:
    def visit(self, node, depth=0):
        m = getattr(self, f"visit_{type(node).__name__}", self.generic)
        return m(node, depth)
    def generic(self, node, depth=0):
        return f"{'  ' * depth}?{node}"
    def visit_int(self, node, depth=0):
        return f"{'  ' * depth}int {node + 1}"
    def visit_list(self, node, depth=0):
        return "\n".join([f"{'  ' * depth}list"] + [self.visit(n, depth + 1) for n in node])
print(Visitor().visit([1, [2, "x"], 3.5]))
handlers = {n[3:]: getattr(c, n) for n in dir(c) if n.startswith("do_")}
print(sorted(handlers), handlers["neg"](7), handlers["add"](1, 1))
