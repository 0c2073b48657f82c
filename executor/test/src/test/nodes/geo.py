import math
import weft

R = 6371.0088

def haversine(a, b):
    lat1, lon1, lat2, lon2 = map(math.radians, (*a, *b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * R * math.asin(math.sqrt(h))

class Track(weft.Node):
    """Distance and bearing from point to point."""
    async def process(self, points):
        last = None
        total = 0.0
        async for p in points:
            lat, lon = p["lat"], p["lon"]
            if not (-90 <= lat <= 90):
                raise ValueError(f"latitude {lat:.3f} out of range")
            if last:
                d = haversine(last, (lat, lon))
                total += d
                y = math.sin(math.radians(lon - last[1])) * math.cos(math.radians(lat))
                x = math.cos(math.radians(last[0])) * math.sin(math.radians(lat)) - math.sin(math.radians(last[0])) * math.cos(math.radians(lat)) * math.cos(math.radians(lon - last[1]))
                yield {"km": round(d, 6), "bearing": round((math.degrees(math.atan2(y, x)) + 360) % 360, 4)}
            last = lat, lon
        yield f"{total:10.3f} km"
