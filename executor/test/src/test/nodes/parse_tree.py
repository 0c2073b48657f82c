import weft


class ParseError(ValueError):
    def __init__(self, message, position):
        super().__init__(f"{message} at {position}")
        self.position = position


class Parser:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def peek(self):
        return self.text[self.at] if self.at < len(self.text) else ""

    def expect(self, wanted):
        if self.peek() != wanted:
            raise ParseError(f"expected {wanted!r}, got {self.peek()!r}", self.at)
        self.at += 1

    def expression(self):
        value = self.term()
        while self.peek() in ("+", "-"):
            if self.peek() == "+":
                self.at += 1
                value += self.term()
            else:
                self.at += 1
                value -= self.term()
        return value

    def term(self):
        value = self.factor()
        while self.peek() in ("*", "/"):
            operator = self.peek()
            self.at += 1
            right = self.factor()
            value = value * right if operator == "*" else value / right
        return value

    def factor(self):
        if self.peek() == "(":
            self.at += 1
            value = self.expression()
            self.expect(")")
            return value
        start = self.at
        while self.peek().isdigit():
            self.at += 1
        return int(self.text[start : self.at])


class Calculate(weft.Node):
    """Calculates expressions."""

    def process(self, item):
        parser = Parser(item)
        value = parser.expression()
        if parser.peek():
            raise ParseError("something is left", parser.at)
        return value
