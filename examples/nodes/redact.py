import re

import weft

EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
CARD = re.compile(r"\b(?:\d{4}[ -]?){3}\d{4}\b")


class Redact(weft.Node):
    """Takes addresses and card numbers out of a text, and tells how many there were."""

    params = {"mask": weft.Param(str, default="*", doc="The character that stands in.")}

    def process(self, text):
        found = 0

        def hide(match):
            nonlocal found
            found += 1
            name, _, domain = match.group().partition("@")
            return f"{name[0]}{self.config['mask'] * (len(name) - 1)}@{domain}"

        def hide_digits(match):
            nonlocal found
            found += 1
            digits = re.sub(r"\D", "", match.group())
            return self.config["mask"] * 12 + digits[-4:]

        clean = CARD.sub(hide_digits, EMAIL.sub(hide, text))
        return {"text": clean, "found": found}
