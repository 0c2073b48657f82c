"""Filters, adapters, extra values, levels of one's own and handlers that derive from others."""
import io
import logging
import sys


class OnlyErrors(logging.Filter):
    def filter(self, record):
        return record.levelno >= logging.ERROR


class Tagged(logging.Filter):
    def __init__(self, tag):
        super().__init__()
        self.tag = tag

    def filter(self, record):
        record.tag = self.tag
        return True


class Request(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"[{self.extra['id']}] {msg}", kwargs


class Keeper(logging.Handler):
    def __init__(self, level=logging.NOTSET):
        super().__init__(level)
        self.kept = []

    def emit(self, record):
        self.kept.append(self.format(record))


class Shouting(logging.StreamHandler):
    def emit(self, record):
        record.msg = str(record.msg).upper()
        super().emit(record)


log = logging.getLogger("app.db")
log.setLevel(logging.DEBUG)
log.propagate = False
out = logging.StreamHandler(sys.stdout)
out.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(tag)s:%(message)s", defaults={"tag": "-"}))
log.addHandler(out)
errors = logging.StreamHandler(sys.stdout)
errors.setFormatter(logging.Formatter("{levelname:>8} {message}", style="{"))
errors.addFilter(OnlyErrors())
log.addHandler(errors)
log.info("one %d", 1)
log.error("two %s", "x")
log.addFilter(lambda record: "secret" not in record.getMessage())
log.warning("a secret")
log.info("given", extra={"tag": "t1"})
tagged = Tagged("t2")
out.addFilter(tagged)
log.info("filtered")
out.removeFilter(tagged)
logging.addLevelName(25, "NOTICE")
log.log(25, "a level of its own")
print(logging.getLevelName(25), logging.getLevelName("NOTICE"), logging.getLevelName(33), logging.getLevelName("no"))
logging.LoggerAdapter(log, {"tag": "adapted"}).info("with extra")
Request(log, {"id": 7}).warning("hi %s", "you")
keeper = Keeper(logging.WARNING)
log.addHandler(keeper)
log.info("not kept")
try:
    {}["k"]
except KeyError:
    log.error("kept")
print(len(keeper.kept), keeper.kept[0].splitlines()[0], keeper.kept[0].splitlines()[-1])
buffer = io.StringIO()
loud = Shouting(buffer)
log.addHandler(loud)
log.removeHandler(keeper)
log.warning("quiet")
print(buffer.getvalue().strip(), log.hasHandlers(), logging.getLevelNamesMapping()["INFO"])
logging.shutdown()
try:
    log.info("clash", extra={"name": "x"})
except KeyError as e:
    print(e)
