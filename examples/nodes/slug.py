import re

import weft


class Slug(weft.Node):
    """Makes a title fit for an address; one that was used before gets a number."""

    params = {"longest": weft.Param(int, default=40, min=8, doc="The most characters.")}

    def initialize(self):
        self.used = {}

    def process(self, title):
        slug = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
        slug = slug[: self.config["longest"]].rstrip("-") or "untitled"
        count = self.used.get(slug, 0) + 1
        self.used[slug] = count
        return slug if count == 1 else f"{slug}-{count}"
