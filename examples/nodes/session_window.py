from dataclasses import dataclass, field

import weft


@dataclass
class Visit:
    user: str
    start: float
    end: float
    pages: list[str] = field(default_factory=list)

    @property
    def length(self):
        return self.end - self.start


class SessionWindow(weft.Node):
    """Groups the events of each user into visits, which end after a gap."""

    params = {"gap": weft.Param(float, default=30.0, min=0, doc="Seconds without an event.")}

    async def process(self, stream):
        visits: dict[str, Visit] = {}
        async for event in stream:
            for user in [u for u, v in visits.items() if event["at"] - v.end > self.config["gap"]]:
                yield self.told(visits.pop(user))
            visit = visits.get(event["user"])
            if visit is None:
                visit = visits[event["user"]] = Visit(event["user"], event["at"], event["at"])
            visit.end = event["at"]
            visit.pages.append(event["page"])
        for visit in sorted(visits.values(), key=lambda each: (each.start, each.user)):
            yield self.told(visit)

    def told(self, visit):
        return {"user": visit.user, "length": visit.length, "pages": visit.pages}
