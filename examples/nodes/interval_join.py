import weft


class IntervalJoin(weft.Node):
    """Pairs each click with the views that came at most `within` seconds before it."""

    params = {"within": weft.Param(float, default=10.0, min=0)}

    async def process(self, stream):
        views = []
        async for event in stream:
            match event:
                case {"kind": "view", "at": at, "page": page}:
                    views.append((at, page))
                case {"kind": "click", "at": at, **rest}:
                    views = [(seen, page) for seen, page in views if at - seen <= self.config["within"]]
                    yield {
                        "click": at,
                        "pages": [page for _, page in views],
                        "extra": sorted(rest),
                    }
                case {"kind": kind}:
                    self.log.warning("left out an event of kind %s", kind)
                case _:
                    raise weft.ItemError(f"no event: {event!r}")
