"""Prints the syntax tree of files as CPython sees it, in the words of our own tree.

A line on the standard input is a file's name, and gives a line with a digest; behind "dump " it gives
the tree itself, a node per line.
"""

import ast
import hashlib
import struct
import sys
import threading
import tokenize

OPERATORS = {
    ast.Add: "ADD", ast.Sub: "SUB", ast.Mult: "MUL", ast.MatMult: "MATMUL", ast.Div: "DIV",
    ast.Mod: "MOD", ast.Pow: "POW", ast.LShift: "LSHIFT", ast.RShift: "RSHIFT",
    ast.BitOr: "BIT_OR", ast.BitXor: "BIT_XOR", ast.BitAnd: "BIT_AND", ast.FloorDiv: "FLOOR_DIV",
    ast.Not: "NOT", ast.USub: "MINUS", ast.UAdd: "PLUS", ast.Invert: "INVERT",
    ast.Eq: "EQ", ast.NotEq: "NOT_EQ", ast.Lt: "LT", ast.LtE: "LT_EQ", ast.Gt: "GT",
    ast.GtE: "GT_EQ", ast.Is: "IS", ast.IsNot: "IS_NOT", ast.In: "IN", ast.NotIn: "NOT_IN",
}


class Printer:
    def __init__(self, text):
        self.lines = [line.encode("utf-8") for line in text.splitlines(keepends=True)]
        self.out = []

    def column(self, line, offset):
        raw = self.lines[line - 1] if line <= len(self.lines) else b""
        if raw.isascii():
            return offset
        return len(raw[:offset].decode("utf-8", "replace"))

    def at(self, n):
        start = self.column(n.lineno, n.col_offset)
        end = self.column(n.end_lineno, n.end_col_offset)
        return f"{n.lineno}:{start}-{n.end_lineno}:{end}"

    def show(self, value):
        out = self.out
        if value is None:
            out.append("null")
        elif isinstance(value, bool):
            out.append("true" if value else "false")
        elif isinstance(value, int):
            out.append(hex(value) if value.bit_length() > 60 else str(value))
        elif isinstance(value, float):
            out.append("f%d" % struct.unpack(">q", struct.pack(">d", value)))
        elif isinstance(value, str):
            out.append(text(value))
        elif isinstance(value, list):
            out.append("[")
            for item in value:
                self.show(item)
            out.append("]")
        elif isinstance(value, tuple):
            out.append("(" + value[0])
            for item in value[1:]:
                self.show(item)
            out.append(")")
        elif isinstance(value, Word):
            out.append(value.text)
        elif isinstance(value, ast.AST):
            self.show(self.node(value))
        else:
            raise TypeError(value)

    def node(self, n):
        method = getattr(self, type(n).__name__)
        made = method(n)
        if hasattr(n, "lineno"):
            return (made[0] + " " + self.at(n), *made[1:])
        return made

    def parameters(self, a):
        result = []
        positional = a.posonlyargs + a.args
        defaults = [None] * (len(positional) - len(a.defaults)) + a.defaults
        for i, p in enumerate(positional):
            kind = "POSITIONAL_ONLY" if i < len(a.posonlyargs) else "NORMAL"
            result.append(self.parameter(p, kind, defaults[i]))
        if a.vararg:
            result.append(self.parameter(a.vararg, "VAR_ARGS", None))
        for p, default in zip(a.kwonlyargs, a.kw_defaults):
            result.append(self.parameter(p, "KEYWORD_ONLY", default))
        if a.kwarg:
            result.append(self.parameter(a.kwarg, "VAR_KEYWORDS", None))
        return result

    def parameter(self, p, kind, default):
        return ("Parameter " + self.at(p), p.arg, Word(kind), p.annotation, default)

    def FunctionDef(self, n, is_async=False):
        return ("FunctionDef", n.name, self.parameters(n.args), n.returns, n.body,
                n.decorator_list, is_async)

    def AsyncFunctionDef(self, n):
        return self.FunctionDef(n, True)

    def ClassDef(self, n):
        return ("ClassDef", n.name, n.bases, n.keywords, n.body, n.decorator_list)

    def Return(self, n): return ("Return", n.value)
    def Delete(self, n): return ("Delete", n.targets)
    def Assign(self, n): return ("Assign", n.targets, n.value)
    def TypeAlias(self, n): return ("TypeAlias", n.name, n.value)
    def AugAssign(self, n): return ("AugAssign", n.target, self.op(n.op), n.value)
    def AnnAssign(self, n): return ("AnnAssign", n.target, n.annotation, n.value)
    def For(self, n): return ("For", n.target, n.iter, n.body, n.orelse, False)
    def AsyncFor(self, n): return ("For", n.target, n.iter, n.body, n.orelse, True)
    def While(self, n): return ("While", n.test, n.body, n.orelse)
    def If(self, n): return ("If", n.test, n.body, n.orelse)
    def With(self, n): return ("With", n.items, n.body, False)
    def AsyncWith(self, n): return ("With", n.items, n.body, True)
    def withitem(self, n): return ("WithItem", n.context_expr, n.optional_vars)
    def Match(self, n): return ("Match", n.subject, n.cases)
    def match_case(self, n): return ("MatchCase", n.pattern, n.guard, n.body)
    def Raise(self, n): return ("Raise", n.exc, n.cause)
    def Try(self, n): return ("Try", n.body, n.handlers, n.orelse, n.finalbody, False)
    def TryStar(self, n): return ("Try", n.body, n.handlers, n.orelse, n.finalbody, True)
    def ExceptHandler(self, n): return ("Handler", n.type, n.name, n.body)
    def Assert(self, n): return ("Assert", n.test, n.msg)
    def Import(self, n): return ("Import", [self.name(a) for a in n.names])
    def ImportFrom(self, n): return ("ImportFrom", n.module, [self.name(a) for a in n.names], n.level)
    def name(self, a): return ("Alias", a.name, a.asname)
    def Global(self, n): return ("Global", n.names)
    def Nonlocal(self, n): return ("Nonlocal", n.names)
    def Expr(self, n): return ("ExprStmt", n.value)
    def Pass(self, n): return ("Pass",)
    def Break(self, n): return ("Break",)
    def Continue(self, n): return ("Continue",)

    def op(self, o): return Word(OPERATORS[type(o)])
    def BoolOp(self, n): return ("BoolOp", isinstance(n.op, ast.And), n.values)
    def NamedExpr(self, n): return ("Walrus", n.target, n.value)
    def BinOp(self, n): return ("BinOp", n.left, self.op(n.op), n.right)
    def UnaryOp(self, n): return ("UnaryOp", self.op(n.op), n.operand)
    def Lambda(self, n): return ("Lambda", self.parameters(n.args), n.body)
    def IfExp(self, n): return ("Conditional", n.test, n.body, n.orelse)
    def Dict(self, n): return ("DictDisplay", [("Entry", k, v) for k, v in zip(n.keys, n.values)])
    def Set(self, n): return ("SetDisplay", n.elts)
    def List(self, n): return ("ListDisplay", n.elts)
    def Tuple(self, n): return ("TupleDisplay", n.elts)
    def comp(self, n, kind, element, value=None):
        return ("Comprehension", Word(kind), element, value, n.generators)
    def ListComp(self, n): return self.comp(n, "LIST", n.elt)
    def SetComp(self, n): return self.comp(n, "SET", n.elt)
    def DictComp(self, n): return self.comp(n, "DICT", n.key, n.value)
    def GeneratorExp(self, n): return self.comp(n, "GENERATOR", n.elt)
    def comprehension(self, n): return ("Clause", n.target, n.iter, n.ifs, bool(n.is_async))
    def Await(self, n): return ("Await", n.value)
    def Yield(self, n): return ("Yield", n.value)
    def YieldFrom(self, n): return ("YieldFrom", n.value)
    def Compare(self, n): return ("Compare", n.left, [self.op(o) for o in n.ops], n.comparators)
    def Call(self, n): return ("Call", n.func, n.args, n.keywords)
    def keyword(self, n): return ("Keyword", n.arg, n.value)
    def JoinedStr(self, n):
        # Some releases leave an empty part behind a nested format.
        return ("FString", [v for v in n.values if not (isinstance(v, ast.Constant) and v.value == "")])
    def FormattedValue(self, n):
        return ("FormattedValue", n.value, max(0, n.conversion), n.format_spec)
    def Constant(self, n):
        v = n.value
        if v is None:
            return ("NoneLiteral",)
        if v is Ellipsis:
            return ("EllipsisLiteral",)
        if isinstance(v, bool):
            return ("BoolLiteral", v)
        if isinstance(v, int):
            return ("IntLiteral", v)
        if isinstance(v, float):
            return ("FloatLiteral", v)
        if isinstance(v, complex):
            return ("ComplexLiteral", v.imag)
        if isinstance(v, str):
            return ("StringLiteral", v)
        return ("BytesLiteral", v.decode("latin-1"))
    def Attribute(self, n): return ("Attribute", n.value, n.attr)
    def Subscript(self, n): return ("Subscript", n.value, n.slice)
    def Slice(self, n): return ("Slice", n.lower, n.upper, n.step)
    def Starred(self, n): return ("Starred", n.value)
    def Name(self, n): return ("Name", n.id)

    def MatchValue(self, n): return ("Value", n.value)
    def MatchSingleton(self, n):
        kind = "NoneLiteral" if n.value is None else "BoolLiteral"
        rest = () if n.value is None else (n.value,)
        return ("Singleton", (kind + " " + self.at(n), *rest))
    def MatchSequence(self, n): return ("Sequence", n.patterns)
    def MatchMapping(self, n): return ("Mapping", n.keys, n.patterns, n.rest)
    def MatchClass(self, n):
        return ("ClassPattern", n.cls, n.patterns, n.kwd_attrs, n.kwd_patterns)
    def MatchStar(self, n): return ("Star", n.name)
    def MatchAs(self, n): return ("As", n.pattern, n.name)
    def MatchOr(self, n): return ("Or", n.patterns)


class Word:
    """A constant of an enumeration."""

    def __init__(self, text):
        self.text = text


def text(value):
    """Letters and digits as they are, all else by its UTF-16 units."""
    if value.isascii() and value.isalnum():
        return "'" + value
    units = value.encode("utf-16-be", "surrogatepass")
    parts = []
    for i in range(0, len(units), 2):
        unit = units[i] << 8 | units[i + 1]
        c = chr(unit)
        parts.append(c if unit < 128 and c.isalnum() else "\\%x;" % unit)
    return "'" + "".join(parts)


def tree(file):
    with tokenize.open(file) as f:
        source = f.read()
    printer = Printer(source)
    tree = ast.parse(source, file)
    # What its compiler refuses behind the parser is no Python either.
    compile(source, file, "exec", dont_inherit=True)
    printer.show(tree.body)
    return "\n".join(printer.out)


def main():
    import warnings

    warnings.simplefilter("ignore")
    for line in sys.stdin:
        line = line.rstrip("\n")
        dump = line.startswith("dump ")
        try:
            made = tree(line.removeprefix("dump "))
        except (SyntaxError, UnicodeDecodeError, ValueError) as e:
            made = None
        if dump:
            print(made)
        elif made is None:
            print("-")
        else:
            print(hashlib.md5(made.encode("ascii")).hexdigest())
        sys.stdout.flush()


sys.setrecursionlimit(100_000)
threading.stack_size(512 << 20)
thread = threading.Thread(target=main)
thread.start()
thread.join()
