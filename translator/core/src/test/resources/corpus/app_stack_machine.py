"""A stack virtual machine with an assembler."""
import asyncio
import struct
import enum
import io
from typing import Callable


class Op(enum.IntEnum):
    HALT = 0
    PUSH = enum.auto()
    ADD = enum.auto()
    SUB = enum.auto()
    MUL = enum.auto()
    JMP = enum.auto()
    JZ = enum.auto()
    LOAD = enum.auto()
    STORE = enum.auto()
    PRINT = enum.auto()
    DUP = enum.auto()
    YIELD = enum.auto()

    @property
    def has_arg(self):
        return self in {Op.PUSH, Op.JMP, Op.JZ, Op.LOAD, Op.STORE}


class AssemblyError(SyntaxError):
    ...


class VMError(Exception):
    def __init__(self, pc, message):
        super().__init__(f"at {pc:#06x}: {message}")


def assemble(source: str) -> bytes:
    labels, pending, out = {}, [], bytearray()
    for lineno, line in enumerate(source.splitlines(), 1):
        line = line.split(";")[0].strip()
        if not line:
            continue
        if line.endswith(":"):
            labels[line[:-1]] = len(out)
            continue
        name, *args = line.split()
        try:
            op = Op[name.upper()]
        except KeyError:
            raise AssemblyError(f"line {lineno}: unknown instruction {name!r}") from None
        out.append(op)
        if op.has_arg:
            try:
                (arg,) = args
            except ValueError as e:
                raise AssemblyError(f"line {lineno}: {op.name} needs one argument: {e}")
            if arg.lstrip("-").isdigit():
                out += struct.pack(">i", int(arg))
            else:
                pending.append((len(out), arg))
                out += b"\0" * 4
    for at, label in pending:
        out[at:at + 4] = struct.pack(">i", labels[label])
    return bytes(out)


class VM:
    def __init__(self, name, code, out):
        self.name, self.code, self.out = name, code, out
        self.stack, self.memory, self.pc, self.steps = [], [0] * 8, 0, 0

    def binary(self, fn: Callable[[int, int], int]):
        b, a = self.stack.pop(), self.stack.pop()
        self.stack.append(fn(a, b))

    async def run(self, limit=10_000):
        while self.steps < limit:
            self.steps += 1
            at = self.pc
            op = Op(self.code[at])
            self.pc += 1
            arg = None
            if op.has_arg:
                (arg,) = struct.unpack_from(">i", self.code, self.pc)
                self.pc += 4
            try:
                match op:
                    case Op.HALT:
                        return self.steps
                    case Op.PUSH:
                        self.stack.append(arg)
                    case Op.ADD:
                        self.binary(lambda a, b: a + b)
                    case Op.SUB:
                        self.binary(lambda a, b: a - b)
                    case Op.MUL:
                        self.binary(lambda a, b: a * b)
                    case Op.JMP:
                        self.pc = arg
                    case Op.JZ:
                        if not self.stack.pop():
                            self.pc = arg
                    case Op.LOAD:
                        self.stack.append(self.memory[arg])
                    case Op.STORE:
                        self.memory[arg] = self.stack.pop()
                    case Op.DUP:
                        self.stack.append(self.stack[-1])
                    case Op.PRINT:
                        print(f"{self.name}: {self.stack.pop()}", file=self.out)
                    case Op.YIELD:
                        await asyncio.sleep(0)
            except IndexError as e:
                raise VMError(at, f"{op.name}: {e}") from e
        raise VMError(self.pc, f"more than {limit:,} steps")


FACT = """
    push 10
    store 0
    push 1
    store 1
loop:
    load 0
    jz done
    load 0
    load 1
    mul
    store 1
    load 0
    push 1
    sub
    store 0
    yield
    jmp loop
done:
    load 1
    print        ; 3628800
    halt
"""
COUNT = "push 3\nl:\ndup\nprint\nyield\npush 1\nsub\ndup\njz e\njmp l\ne:\nhalt"


async def main():
    out = io.StringIO()
    vms = [VM("fact", assemble(FACT), out), VM("count", assemble(COUNT), out), VM("bad", assemble("add"), out), VM("spin", assemble("x:\njmp x"), out)]
    results = await asyncio.gather(*(vm.run() for vm in vms), return_exceptions=True)
    for vm, r in zip(vms, results):
        print(vm.name, r if isinstance(r, int) else f"{type(r).__name__} {r}")
    print(out.getvalue(), end="")
    for bad in ("nop", "push", "push 1 2"):
        try:
            assemble(bad)
        except AssemblyError as e:
            print(e)
    code = assemble(COUNT)
    print(code.hex(" "), len(code), code[:2], list(memoryview(code)[5:8]), struct.calcsize(">iHb"), struct.unpack("<hI", b"\x01\x00\x02\x00\x00\x00" if struct.calcsize("<hI") == 6 else b""))


asyncio.run(main())
