# logging.
module logging
const DEBUG: int = 10L
const INFO: int = 20L
const WARNING: int = 30L
const WARN: int = 30L
const ERROR: int = 40L
const CRITICAL: int = 50L
const FATAL: int = 50L
const NOTSET: int = 0L
def getLogger(name: str? = null) -> logger = Logging.logger({name})
def getLevelName(level: any) -> object = Logging.levelName({level})
def disable(level: any = 50L) -> None = Logging.disable({level})
def basicConfig(*, level: any = null, format: str? = null, datefmt: str? = null, stream: any = null, handlers: any = null, filename: str? = null, filemode: str = "a", force: bool = false) -> None = Logging.configure({level}, {format}, {datefmt}, {stream}, {handlers}, {filename}, {filemode}, {force})
def StreamHandler(stream: any = null) -> loghandler = LogHandler.stream({stream})
def FileHandler(filename: str, mode: str = "a") -> loghandler = LogHandler.file({filename}, {mode})
def NullHandler() -> loghandler = LogHandler.none()
def Handler() -> loghandler = new LogHandler()
def Formatter(fmt: str? = null, datefmt: str? = null, style: str? = null) -> logformatter = new LogFormatter({fmt}, {datefmt}, {style})
def log(level: any, msg: any, *args: any) -> None = Logging.log({level}, {msg}, {args})
class Logger = logger
def LogRecord(name: str, level: int, pathname: any, lineno: any, msg: any, args: any, exc_info: None) -> logrecord = LogRecord.of({name}, {level}, {msg}, {args})
def debug(msg: any, *args: any) -> None = Logging.log(10L, {msg}, {args})
def debug(msg: any, *args: any, exc_info: bool) -> None = Logging.logger(null).logged(10L, {exc_info} ? {handled} : null, {msg}, {args})
def debug(msg: any, *args: any, exc_info: Exception?) -> None = Logging.logger(null).logged(10L, {exc_info}, {msg}, {args})
def info(msg: any, *args: any) -> None = Logging.log(20L, {msg}, {args})
def info(msg: any, *args: any, exc_info: bool) -> None = Logging.logger(null).logged(20L, {exc_info} ? {handled} : null, {msg}, {args})
def info(msg: any, *args: any, exc_info: Exception?) -> None = Logging.logger(null).logged(20L, {exc_info}, {msg}, {args})
def warning(msg: any, *args: any) -> None = Logging.log(30L, {msg}, {args})
def warning(msg: any, *args: any, exc_info: bool) -> None = Logging.logger(null).logged(30L, {exc_info} ? {handled} : null, {msg}, {args})
def warning(msg: any, *args: any, exc_info: Exception?) -> None = Logging.logger(null).logged(30L, {exc_info}, {msg}, {args})
def error(msg: any, *args: any) -> None = Logging.log(40L, {msg}, {args})
def error(msg: any, *args: any, exc_info: bool) -> None = Logging.logger(null).logged(40L, {exc_info} ? {handled} : null, {msg}, {args})
def error(msg: any, *args: any, exc_info: Exception?) -> None = Logging.logger(null).logged(40L, {exc_info}, {msg}, {args})
def critical(msg: any, *args: any) -> None = Logging.log(50L, {msg}, {args})
def critical(msg: any, *args: any, exc_info: bool) -> None = Logging.logger(null).logged(50L, {exc_info} ? {handled} : null, {msg}, {args})
def critical(msg: any, *args: any, exc_info: Exception?) -> None = Logging.logger(null).logged(50L, {exc_info}, {msg}, {args})
def exception(msg: any, *args: any) -> None = Logging.logger(null).logged(40L, {handled}, {msg}, {args})
type logger = Logger
attr name: str = {self}.name()
attr level: int = {self}.level()
attr parent: logger = {self}.parent()
attr handlers: list[loghandler] = {self}.handlers()
attr propagate: bool = {self}.propagates() := {self}.propagates({value})
attr disabled: bool = {self}.isDisabled() := {self}.disabled({value})
def setLevel(level: any) -> None = {self}.setLevel({level})
def getEffectiveLevel() -> int = {self}.effectiveLevel()
def isEnabledFor(level: any) -> bool = {self}.isEnabledFor({level})
def addHandler(h: loghandler) -> None = {self}.addHandler({h})
def removeHandler(h: loghandler) -> None = {self}.removeHandler({h})
def hasHandlers() -> bool = {self}.hasHandlers()
def getChild(suffix: str) -> logger = {self}.child({suffix})
def log(level: any, msg: any, *args: any) -> None = {self}.log({level}, {msg}, {args})
def exception(msg: any, *args: any) -> None = {self}.logged(40L, {handled}, {msg}, {args})
def debug(msg: any, *args: any) -> None = {self}.log(10L, {msg}, {args})
def debug(msg: any, *args: any, exc_info: bool) -> None = {self}.logged(10L, {exc_info} ? {handled} : null, {msg}, {args})
def debug(msg: any, *args: any, exc_info: Exception?) -> None = {self}.logged(10L, {exc_info}, {msg}, {args})
def info(msg: any, *args: any) -> None = {self}.log(20L, {msg}, {args})
def info(msg: any, *args: any, exc_info: bool) -> None = {self}.logged(20L, {exc_info} ? {handled} : null, {msg}, {args})
def info(msg: any, *args: any, exc_info: Exception?) -> None = {self}.logged(20L, {exc_info}, {msg}, {args})
def warning(msg: any, *args: any) -> None = {self}.log(30L, {msg}, {args})
def warning(msg: any, *args: any, exc_info: bool) -> None = {self}.logged(30L, {exc_info} ? {handled} : null, {msg}, {args})
def warning(msg: any, *args: any, exc_info: Exception?) -> None = {self}.logged(30L, {exc_info}, {msg}, {args})
def warn(msg: any, *args: any) -> None = {self}.log(30L, {msg}, {args})
def warn(msg: any, *args: any, exc_info: bool) -> None = {self}.logged(30L, {exc_info} ? {handled} : null, {msg}, {args})
def warn(msg: any, *args: any, exc_info: Exception?) -> None = {self}.logged(30L, {exc_info}, {msg}, {args})
def error(msg: any, *args: any) -> None = {self}.log(40L, {msg}, {args})
def error(msg: any, *args: any, exc_info: bool) -> None = {self}.logged(40L, {exc_info} ? {handled} : null, {msg}, {args})
def error(msg: any, *args: any, exc_info: Exception?) -> None = {self}.logged(40L, {exc_info}, {msg}, {args})
def critical(msg: any, *args: any) -> None = {self}.log(50L, {msg}, {args})
def critical(msg: any, *args: any, exc_info: bool) -> None = {self}.logged(50L, {exc_info} ? {handled} : null, {msg}, {args})
def critical(msg: any, *args: any, exc_info: Exception?) -> None = {self}.logged(50L, {exc_info}, {msg}, {args})
type loghandler = LogHandler
override emit(record: logrecord) -> None
override format(record: logrecord) -> str
base Handler = loghandler
base StreamHandler = loghandler
def setFormatter(f: logformatter?) -> None = {self}.setFormatter({f})
def setLevel(level: any) -> None = {self}.setLevel({level})
def format(record: logrecord) -> str = {self}.format({record})
def flush() -> None = {self}.close()
def close() -> None = {self}.close()
type logformatter = LogFormatter
override format(record: logrecord) -> str
base Formatter = logformatter
def format(record: logrecord) -> str = {self}.format({record})
type logrecord = LogRecord
def getMessage() -> str = {self}.text()
attr name: str = {self}.name()
attr levelname: str = {self}.levelName()
attr levelno: int = {self}.level()
attr msg: object = {self}.msg()
attr created: float = {self}.created()
attr message: str = {self}.text()
