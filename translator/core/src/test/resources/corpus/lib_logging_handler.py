import logging


class Collect(logging.Handler):
    def __init__(self):
        super().__init__()
        self.records = []

    def emit(self, record):
        self.records.append((record.levelname, record.getMessage()))



class Upper(logging.Formatter):
    def format(self, record):
        return record.levelname[0] + ":" + super().format(record).upper()


log = logging.getLogger("custom")
log.setLevel(logging.INFO)
collect = Collect()
collect.setFormatter(Upper("%(name)s %(message)s"))
log.addHandler(collect)
log.info("first %d", 1)
log.debug("not this")
log.error("second")
print(collect.records)
record = logging.LogRecord("x", logging.INFO, "f.py", 1, "hello %s", ("you",), None)
print(collect.format(record))
