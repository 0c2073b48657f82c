# Nested functions that use each other, and a class body that uses self.
def outer(n):
    x = n * 2
    y = [1]

    def f(k):
        y.append(k)
        return x + k

    def g(k):
        return f(k) + 1

    def h():
        return [g(i) for i in range(3)], (lambda q: f(q))(7)

    print(h(), y)


outer(5)


class A:
    def __init__(self):
        self.v = 3

    def run(self, z):
        def a():
            return self.v + z

        def b():
            return a() * 2

        class Inner:
            size = self.v

            def m(self):
                return b()

        print(b(), Inner.size, Inner().m())


A().run(4)
