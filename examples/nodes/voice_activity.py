from enum import IntEnum, auto

import weft


class Phase(IntEnum):
    SILENT = auto()
    MAYBE = auto()
    TALKING = auto()


class VoiceActivity(weft.Node):
    """Finds where somebody talks: louder than one level for some frames, until below another."""

    params = {
        "on": weft.Param(float, default=-30.0),
        "off": weft.Param(float, default=-40.0),
        "frames": weft.Param(int, default=2, min=1),
    }

    def initialize(self):
        if self.config["off"] > self.config["on"]:
            raise weft.ConfigError("'off' is above 'on'; let it be below")
        self.phase = Phase.SILENT
        self.loud = 0
        self.frame = -1
        self.begin = 0

    def process(self, level):
        self.frame += 1
        if self.phase is Phase.TALKING:
            if level < self.config["off"]:
                self.phase = Phase.SILENT
                return {"from": self.begin, "to": self.frame, "phase": self.phase}
            return None
        if level < self.config["on"]:
            self.phase, self.loud = Phase.SILENT, 0
            return None
        if self.phase == Phase.SILENT:
            self.begin = self.frame
        self.loud += 1
        self.phase = Phase.TALKING if self.loud >= self.config["frames"] else Phase.MAYBE

    def flush(self):
        if self.phase > Phase.MAYBE:
            return {"from": self.begin, "to": self.frame + 1, "phase": self.phase}
