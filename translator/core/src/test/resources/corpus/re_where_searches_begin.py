import re

T = ["", "a", "ann.lee1@example.org x@y bob@b.c", "1234 5678 9012 3456 and 1234567890123456x 9999-8888-7777-6666", "héllo wörld ann@ü.de", "aaa\nbbb ccc\n", "  x  ", "a1b22c333", "\"q\" [x] a-b_c"]
P = [r"[\w.+-]+@[\w-]+\.[\w.]+", r"\b(?:\d{4}[ -]?){3}\d{4}\b", r"[a-z']+", r"\w+", r"\d{2,}", r"\d{0,2}x", r"[^\W\d]+", r"\s+", r"[a-c]*", r"\S+$", r"^\w+", r"(?:\d)?a", r"[ab]+?b", r"(\w+)\s(\w+)", r"\bx\b", r"[\]\-a]+", r"[^a]", r"(?i)[A-C]+", r"\w+(?=@)", r"(?<=@)\w+", r"[a-z]{,2}1"]
for p in P:
    for t in T:
        print(p, repr(t), re.findall(p, t), re.sub(p, "<\\g<0>>", t), [m.span() for m in re.finditer(p, t)], re.split(p, t), bool(re.search(p, t)), bool(re.match(p, t)), bool(re.fullmatch(p, t)))
c = re.compile(r"\w+", re.I)
print(c.search("ab cd", 1), c.search("ab cd", 2), c.search("ab cd", 99), re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "a1b22", count=1))
print(re.findall(r"[k-s]+", "KſsK", re.I), re.findall(r"[A-Z]+", "abC", re.I), re.findall(r"^\w+$", "a\nb", re.M))
