"""Replacements by template, flags and what matches know of themselves."""
import re


def attempt(label, action):
    try:
        print(label, repr(action()))
    except (re.error, IndexError) as e:
        print(label, type(e).__name__, e)


attempt("groups", lambda: re.sub(r"(a)(b)?", r"[\1|\2|\g<1>\g<0>]", "ab a"))
attempt("named", lambda: re.sub(r"(?P<first>\w+) (?P<last>\w+)", r"\g<last>, \g<first>", "Ada Lovelace"))
attempt("escapes", lambda: re.sub("a", r"\n\t\\", "a"))
attempt("octal", lambda: re.sub("a", r"\101\0", "a"))
attempt("no group", lambda: re.sub("a", r"\2", "a"))
attempt("no name", lambda: re.sub("a", r"\g<x>", "a"))
attempt("no end", lambda: re.sub("a", r"\g<x", "a"))
attempt("bad escape", lambda: re.sub("a", r"x\q", "a"))
attempt("number", lambda: re.sub("a", r"\g<7>", "a"))
print(re.compile("a", re.I | re.M), re.compile("(?i)b").flags, re.compile("c", re.A | re.X), re.compile("d"))
m = re.compile(r"(\w)(?P<digit>\d)").search("--a1--")
print(m.regs, m.re.pattern, m.re.groups, m.string, m.expand(r"\2\1"))
print(re.compile("b").search("abcb", 2), re.compile("b$").search("abcb", 0, 2), re.compile("bc").fullmatch("abc", 1))
print(re.subn("x", lambda m: m.group().upper(), "axbx"), re.sub(re.compile("a"), "b", "aa", 1))
