import asyncio

import weft

CITIES = {"Lisbon": (38.7, -9.1), "Turin": (45.1, 7.7), "Bergen": (60.4, 5.3)}


async def position(city):
    await asyncio.sleep(0.3)
    if city not in CITIES:
        raise LookupError(f"no city {city}")
    return CITIES[city]


async def weather(city):
    await asyncio.sleep(0.2 if city == "Turin" else 0.4)
    return {"Lisbon": "sun", "Bergen": "rain"}.get(city, "fog")


class Enrich(weft.Node):
    """Asks two slow services about a city, both at once."""

    async def process(self, item):
        where, sky = await asyncio.gather(
            position(item["city"]), weather(item["city"]), return_exceptions=True
        )
        if isinstance(where, LookupError):
            return {**item, "weather": sky, "note": str(where)}
        north, east = where
        return {**item, "weather": sky, "north": north, "east": east}
