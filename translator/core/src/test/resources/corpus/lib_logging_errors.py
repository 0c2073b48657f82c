import io
import logging

buffer = io.StringIO()
handler = logging.StreamHandler(buffer)
handler.setFormatter(logging.Formatter("{levelname}|{message}", style="{"))
log = logging.getLogger("err")
log.addHandler(handler)
log.setLevel(logging.DEBUG)
try:
    {}["key"]
except KeyError as e:
    log.error("lookup failed: %s", e)
    log.exception("with trace")
log.debug("plain")
lines = buffer.getvalue().splitlines()
print(lines[0])
print(lines[1], lines[2])
print(lines[-2], lines[-1])
print(logging.getLevelName(log.level), log.handlers == [handler])
log.removeHandler(handler)
child = log.getChild("sub")
print(child.name, child.getEffectiveLevel(), logging.getLogger("err.sub") is child)
logging.disable(logging.CRITICAL)
log.critical("silenced")
print(log.isEnabledFor(logging.CRITICAL))
