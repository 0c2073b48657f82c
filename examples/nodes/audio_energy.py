import math
import struct

import weft


class AudioEnergy(weft.Node):
    """How loud each chunk of sound is, in decibels below full scale.

    A chunk is a list of samples from -1 to 1, or bytes with 16 bits a sample, low byte first.
    """

    params = {"floor": weft.Param(float, default=-96.0, max=0, doc="What silence is told as.")}

    def process(self, chunk):
        samples = self.samples(chunk)
        if not samples:
            return None
        power = sum(sample * sample for sample in samples) / len(samples)
        peak = max(abs(sample) for sample in samples)
        level = 10 * math.log10(power) if power > 0 else self.config["floor"]
        crossings = sum(1 for a, b in zip(samples, samples[1:]) if (a < 0) != (b < 0))
        return {
            "level": round(max(level, self.config["floor"]), 3),
            "peak": round(peak, 6),
            "crossings": crossings,
        }

    def samples(self, chunk):
        if isinstance(chunk, bytes):
            if len(chunk) % 2:
                raise weft.ItemError(f"{len(chunk)} bytes are no whole number of samples")
            return [value / 32768 for (value,) in struct.iter_unpack("<h", chunk)]
        return chunk
