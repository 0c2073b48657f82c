"""A parser of sums and products that computes as it goes."""


class Parser:
    def __init__(self, text: str):
        self.text = text
        self.at = 0

    def peek(self) -> str:
        return self.text[self.at] if self.at < len(self.text) else ""

    def number(self) -> int:
        value = 0
        while self.at < len(self.text) and "0" <= self.text[self.at] <= "9":
            value = value * 10 + (ord(self.text[self.at]) - 48)
            value %= 1000003
            self.at += 1
        return value

    def factor(self) -> int:
        if self.peek() == "(":
            self.at += 1
            value = self.expression()
            self.at += 1
            return value
        return self.number()

    def term(self) -> int:
        value = self.factor()
        while self.peek() == "*":
            self.at += 1
            value = value * self.factor() % 1000003
        return value

    def expression(self) -> int:
        value = self.term()
        while self.peek() == "+":
            self.at += 1
            value = (value + self.term()) % 1000003
        return value


def work(times: int) -> int:
    text = "12*(3+4*(5+6))+7*8+" * 20 + "9"
    total = 0
    for _ in range(times):
        total += Parser(text).expression()
    return total
