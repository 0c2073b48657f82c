class Base:
    def run(self): return "base " + self._run() + self._hook(1)
    def _run(self): return "b"
    def _hook(self, x): return f"h{x}"
    @property
    def value(self): return self._value() + 1
    def _value(self): return 1
class Below(Base):
    def _run(self): return "below" + super()._run()
    def _hook(self, x, y=2): return f"H{x}{y}"
class Other:
    def run(self): return "other"
for o in (Base(), Below(), Other()):
    print(o.run(), hasattr(o, "run"), getattr(o, "value", 0), hasattr(o, "_value"))
D = {"a": Below(), "n": 1}
print(D["a"].run(), D["a"]._run(), D["a"]._value(), D["a"].value)
