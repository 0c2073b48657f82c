from datetime import date, datetime, timedelta, timezone

import weft


class DueDate(weft.Node):
    """When an order is due: some working days after its day, at a time of another zone."""

    params = {
        "days": weft.Param(int, default=5, min=0),
        "zone": weft.Param(int, default=0, min=-12, max=14, doc="Hours east of Greenwich."),
    }

    def process(self, order):
        placed = datetime.fromisoformat(order["placed"])
        local = placed.astimezone(timezone(timedelta(hours=self.config["zone"])))
        due = self.add_working_days(local.date(), self.config["days"])
        return {
            "placed": local.isoformat(),
            "due": due.isoformat(),
            "weekday": due.strftime("%A"),
            "in_days": (due - local.date()).days,
        }

    @staticmethod
    def add_working_days(day: date, count: int) -> date:
        while count > 0:
            day += timedelta(days=1)
            if day.weekday() < 5:
                count -= 1
        return day
