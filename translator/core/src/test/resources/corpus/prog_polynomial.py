class Polynomial:
    """Immutable polynomial with integer coefficients, lowest first."""

    def __init__(self, *coeffs):
        while coeffs and coeffs[-1] == 0:
            coeffs = coeffs[:-1]
        self.coeffs = coeffs

    @classmethod
    def from_roots(cls, *roots):
        p = cls(1)
        for r in roots:
            p = p * cls(-r, 1)
        return p

    @property
    def degree(self):
        return len(self.coeffs) - 1

    def __call__(self, x):
        result = 0
        for c in reversed(self.coeffs):
            result = result * x + c
        return result

    def __add__(self, other):
        n = max(len(self.coeffs), len(other.coeffs))
        a = self.coeffs + (0,) * (n - len(self.coeffs))
        b = other.coeffs + (0,) * (n - len(other.coeffs))
        return Polynomial(*(x + y for x, y in zip(a, b)))

    def __mul__(self, other):
        out = [0] * (len(self.coeffs) + len(other.coeffs) - 1)
        for i, a in enumerate(self.coeffs):
            for j, b in enumerate(other.coeffs):
                out[i + j] += a * b
        return Polynomial(*out)

    def __eq__(self, other):
        return isinstance(other, Polynomial) and self.coeffs == other.coeffs

    def __hash__(self):
        return hash(self.coeffs)

    def derivative(self):
        return Polynomial(*[i * c for i, c in enumerate(self.coeffs)][1:])

    def __str__(self):
        terms = []
        for i, c in reversed(list(enumerate(self.coeffs))):
            if not c:
                continue
            sign = "-" if c < 0 else "+"
            body = "" if abs(c) == 1 and i else str(abs(c))
            power = "" if i == 0 else "x" if i == 1 else f"x^{i}"
            terms.append((sign, body + power))
        if not terms:
            return "0"
        first_sign, first = terms[0]
        return ("-" if first_sign == "-" else "") + first + "".join(f" {s} {t}" for s, t in terms[1:])


p = Polynomial(1, -3, 0, 2)
q = Polynomial.from_roots(1, 2, 3)
print(p, "|", q, "|", p + q, "|", p * q)
print(p(2), q(4), q.degree, p.derivative(), Polynomial(), Polynomial(0, 0))
print(p == Polynomial(1, -3, 0, 2), p != q, len({p, q, Polynomial(1, -3, 0, 2)}))
