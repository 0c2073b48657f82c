import logging
import sys

logging.basicConfig(level=logging.INFO, format="%(levelname)s:%(name)s:%(message)s", stream=sys.stdout)
log = logging.getLogger("app.worker")
log.debug("not shown")
log.info("started with %d items", 3)
log.warning("low on %s: %.1f%%", "memory", 12.345)
log.error("failed %r", {"a": 1})
logging.info("from root")
logging.getLogger().setLevel(logging.DEBUG)
log.debug("now shown")
log.setLevel("ERROR")
log.warning("hidden")
print(log.level, log.getEffectiveLevel(), log.isEnabledFor(logging.ERROR), log.name, log.parent.name)
try:
    1 / 0
except ZeroDivisionError:
    log.critical("division failed")

handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("[%(levelname)-8s] %(name)s - %(message)s"))
handler.setLevel(logging.WARNING)
other = logging.getLogger("other")
other.addHandler(handler)
other.propagate = False
other.info("not for the handler")
other.warning("custom %s", "format")


other.error("x=%s", 1)
print(logging.getLevelName(30), logging.getLevelName("INFO"))
print(logging.getLogger("a.b") is logging.getLogger("a.b"), other.hasHandlers(), logging.WARNING)
