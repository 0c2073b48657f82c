import threading
class W(threading.Thread):
    def __init__(self, out):
        super().__init__(name="w-1", daemon=True)
        self.out = out
    def run(self):
        self.out.append(threading.current_thread().name)
class V(threading.Thread):
    def __init__(self, out):
        super().__init__(name="v-1")
        self.daemon = True
        self.out = out
    def run(self):
        self.out.append(self.name)
class U(threading.Thread):
    def __init__(self, out):
        super().__init__(daemon=True)
        self.out = out
        self.name = "U"
    def run(self):
        self.out.append(self.name)
class X(threading.Thread):
    def __init__(self, out):
        super().__init__()
        self.out = out
    def run(self):
        self.out.append("X")
out = []
for t in (W(out), V(out), U(out), X(out)):
    t.start()
    t.join()
    print(t.daemon, t.name if t.name[0] != "T" else "T")
print(out)
