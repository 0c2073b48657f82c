import math
import weft

class EwmaAlarm(weft.Node):
    params = {"alpha": weft.Param(float, default=0.5, min=0, max=1)}

    async def process(self, stream):
        mean = var = None
        count = 0
        async for value in stream:
            count += 1
            if mean is None:
                mean, var = value, 0.0
                continue
            deviation = value - mean
            alarm = count > 3 and abs(deviation) > 2 * math.sqrt(var)
            mean += self.config["alpha"] * deviation
            var = (1 - self.config["alpha"]) * (var + self.config["alpha"] * deviation ** 2)
            if alarm:
                yield {"at": count, "value": value, "mean": round(mean, 3)}
        yield {"count": count, "mean": mean if mean is None else round(mean, 3)}
