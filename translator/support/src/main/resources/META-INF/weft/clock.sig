# time, datetime, calendar.
module time
def time_ns() -> int = Time.nanos(Time.time())
def monotonic_ns() -> int = Time.nanos(Time.monotonic())
def perf_counter_ns() -> int = Time.nanos(Time.monotonic())
def process_time() -> float = Time.processTime()
def thread_time() -> float = Time.processTime()
def gmtime(seconds: float) -> structtime = StructTime.utc({seconds})
def gmtime() -> structtime = StructTime.utc(Time.time())
def localtime(seconds: float) -> structtime = StructTime.local({seconds})
def localtime() -> structtime = StructTime.local(Time.time())
def mktime(t: structtime) -> float = {t}.localEpoch()
def mktime(t: any) -> float = StructTime.of(Iters.of({t})).localEpoch()
def strftime(format: str, t: structtime) -> str = TimeText.format({format}, {t})
def strftime(format: str) -> str = TimeText.format({format}, StructTime.local(Time.time()))
def strptime(s: str, format: str) -> structtime = DateTime.parse({s}, {format}).tuple()
def asctime() -> str = TimeText.format("%a %b %e %H:%M:%S %Y", StructTime.local(Time.time()))
def asctime(t: structtime) -> str = TimeText.format("%a %b %e %H:%M:%S %Y", {t})
def ctime(seconds: float) -> str = TimeText.format("%a %b %e %H:%M:%S %Y", StructTime.local({seconds}))
def ctime() -> str = TimeText.format("%a %b %e %H:%M:%S %Y", StructTime.local(Time.time()))
const timezone: int = 0L
class struct_time = structtime
type structtime = StructTime
attr tm_year: int = {self}.field(0)
attr tm_mon: int = {self}.field(1)
attr tm_mday: int = {self}.field(2)
attr tm_hour: int = {self}.field(3)
attr tm_min: int = {self}.field(4)
attr tm_sec: int = {self}.field(5)
attr tm_wday: int = {self}.field(6)
attr tm_yday: int = {self}.field(7)
attr tm_isdst: int = {self}.field(8)
def __getitem__(i: int) -> int = (long) Iters.item({self}, {i})
def __iter__() -> int = Iters.<Long>cast({self}.values())

module calendar
def timegm(t: structtime) -> int = {t}.epoch()
def timegm(t: any) -> int = StructTime.of(Iters.of({t})).epoch()
def weekday(year: int, month: int, day: int) -> int = Date.of({year}, {month}, {day}).weekday()
def leapdays(y1: int, y2: int) -> int = Time.leapDays({y1}, {y2})
const month_name: list[str] = Calendars.monthNames(true)
const month_abbr: list[str] = Calendars.monthNames(false)
const day_name: list[str] = Calendars.dayNames(true)
const day_abbr: list[str] = Calendars.dayNames(false)
const MONDAY: int = 0L
const TUESDAY: int = 1L
const WEDNESDAY: int = 2L
const THURSDAY: int = 3L
const FRIDAY: int = 4L
const SATURDAY: int = 5L
const SUNDAY: int = 6L
def monthcalendar(year: int, month: int) -> list[list[int]] = Calendars.weeks({year}, {month})
def month(year: int, month: int) -> str = Calendars.text({year}, {month})
def isleap(year: int) -> bool = Time.isLeap({year})
def monthrange(year: int, month: int) -> tuple[int, int] = Time.monthRange({year}, {month})

module datetime
const MINYEAR: int = 1L
const MAXYEAR: int = 9999L
def timedelta(days: num = 0L, seconds: num = 0L, microseconds: num = 0L, milliseconds: num = 0L, minutes: num = 0L, hours: num = 0L, weeks: num = 0L) -> timedelta = TimeDelta.of({days}, {seconds}, {microseconds}, {milliseconds}, {minutes}, {hours}, {weeks})
class timedelta = timedelta
class datetime = datetime
class date = date
class time = daytime
class timezone = timezone
class tzinfo = timezone
def timezone(offset: timedelta) -> timezone = new TimeZone({offset}, null)
def timezone(offset: timedelta, name: str) -> timezone = new TimeZone({offset}, {name})
const timezone.utc: timezone = TimeZone.UTC
const UTC: timezone = TimeZone.UTC
def date(year: int, month: int, day: int) -> date = Date.of({year}, {month}, {day})
def date.today() -> date = Date.today()
def date.fromisoformat(s: str) -> date = Date.parse({s})
def date.fromisocalendar(year: int, week: int, day: int) -> date = Date.ofWeek({year}, {week}, {day})
def date.fromordinal(n: int) -> date = Date.ofOrdinal({n})
def date.fromtimestamp(t: float) -> date = DateTime.ofTimestamp({t}, null).date()
const timedelta.resolution: timedelta = new TimeDelta(1L)
const date.resolution: timedelta = new TimeDelta(86400000000L)
const datetime.resolution: timedelta = new TimeDelta(1L)
const date.max: date = Date.of(9999, 12, 31)
const date.min: date = Date.of(1, 1, 1)
def time(hour: int = 0, minute: int = 0, second: int = 0, microsecond: int = 0, tzinfo: timezone? = null) -> daytime = DayTime.of({hour}, {minute}, {second}, {microsecond}, {tzinfo})
def time.fromisoformat(s: str) -> daytime = DayTime.parse({s})
const time.min: daytime = DayTime.of(0, 0, 0, 0, null)
const time.max: daytime = DayTime.of(23, 59, 59, 999999, null)
def datetime(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0, microsecond: int = 0, tzinfo: timezone? = null) -> datetime = DateTime.of({year}, {month}, {day}, {hour}, {minute}, {second}, {microsecond}, {tzinfo})
def datetime(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0, microsecond: int = 0, tzinfo: timezone? = null, *, fold: int) -> datetime = DateTime.of({year}, {month}, {day}, {hour}, {minute}, {second}, {microsecond}, {tzinfo}).folded({fold})
def datetime.now(tz: timezone? = null) -> datetime = DateTime.now({tz})
def datetime.today() -> datetime = DateTime.now(null)
def datetime.utcnow() -> datetime = DateTime.now(TimeZone.UTC).with(null)
def datetime.fromtimestamp(t: float, tz: timezone? = null) -> datetime = DateTime.ofTimestamp({t}, {tz})
def datetime.utcfromtimestamp(t: float) -> datetime = DateTime.ofTimestamp({t}, TimeZone.UTC).with(null)
def datetime.fromisoformat(s: str) -> datetime = DateTime.ofIso({s})
def datetime.strptime(s: str, format: str) -> datetime = DateTime.parse({s}, {format})
def datetime.fromisocalendar(year: int, week: int, day: int) -> datetime = DateTime.combine(Date.ofWeek({year}, {week}, {day}), DayTime.of(0, 0, 0, 0, null))
def datetime.fromordinal(n: int) -> datetime = DateTime.combine(Date.ofOrdinal({n}), DayTime.of(0, 0, 0, 0, null))
def datetime.combine(d: datetime, t: daytime) -> datetime = DateTime.combine({d}.date(), {t})
def datetime.combine(d: date, t: daytime, tzinfo: timezone?) -> datetime = DateTime.combine({d}, {t}.with({tzinfo}))
def datetime.combine(d: date, t: daytime) -> datetime = DateTime.combine({d}, {t})
const datetime.min: datetime = DateTime.of(1, 1, 1, 0, 0, 0, 0, null)
const datetime.max: datetime = DateTime.of(9999, 12, 31, 23, 59, 59, 999999, null)

type timedelta = TimeDelta
attr days: int = {self}.days()
attr seconds: int = {self}.seconds()
attr microseconds: int = {self}.microseconds()
def total_seconds() -> float = {self}.totalSeconds()
def __add__(o: timedelta) -> timedelta = {self}.add({o})
def __add__(o: datetime) -> datetime = {o}.add({self})
def __add__(o: date) -> date = {o}.add({self})
def __sub__(o: timedelta) -> timedelta = {self}.sub({o})
def __mul__(o: num) -> timedelta = {self}.mul({o})
def __rmul__(o: num) -> timedelta = {self}.mul({o})
def __truediv__(o: timedelta) -> float = {self}.truediv({o})
def __truediv__(o: num) -> timedelta = {self}.truediv({o})
def __floordiv__(o: timedelta) -> int = {self}.floordiv({o})
def __floordiv__(o: int) -> timedelta = {self}.floordiv({o})
def __mod__(o: timedelta) -> timedelta = {self}.mod({o})
def __pos__() -> timedelta = {self}
def __neg__() -> timedelta = {self}.neg()
def __abs__() -> timedelta = {self}.abs()

type timezone = TimeZone
attr key: str? = {self}.key()
def utcoffset(d: any) -> timedelta? = {self}.offsetAt({d})
def dst(d: any) -> timedelta? = {self}.daylight({d})
def tzname(d: any) -> str? = {self}.nameAt({d})

type date = Date
attr year: int = {self}.year()
attr month: int = {self}.month()
attr day: int = {self}.day()
def weekday() -> int = {self}.weekday()
def isoweekday() -> int = {self}.weekday() + 1
def isocalendar() -> isocalendar = {self}.isoCalendar()
def isoformat() -> str = {self}.isoFormat()
def strftime(format: str) -> str = {self}.strftime({format})
def toordinal() -> int = {self}.ordinal()
def replace(year: int? = null, month: int? = null, day: int? = null) -> date = {self}.replace({year}, {month}, {day})
def __add__(o: timedelta) -> date = {self}.add({o})
def __sub__(o: timedelta) -> date = {self}.sub({o})
def __sub__(o: date) -> timedelta = {self}.sub({o})
def timetuple() -> structtime = {self}.tuple()
def ctime() -> str = {self}.strftime("%a %b %e 00:00:00 %Y")
type isocalendar = Date.IsoCalendar
attr year: int = {self}.year()
attr week: int = {self}.week()
attr weekday: int = {self}.weekday()
def __getitem__(i: int) -> int = (long) Iters.item({self}, {i})

type daytime = DayTime
attr hour: int = {self}.hour()
attr minute: int = {self}.minute()
attr second: int = {self}.second()
attr microsecond: int = {self}.microsecond()
def isoformat(timespec: str = "auto") -> str = {self}.isoFormat({timespec})
def replace(hour: int? = null, minute: int? = null, second: int? = null, microsecond: int? = null) -> daytime = {self}.replace({hour}, {minute}, {second}, {microsecond})
attr tzinfo: timezone? = {self}.zone()
def strftime(format: str) -> str = {self}.strftime({format})
def replace(*, tzinfo: timezone?) -> daytime = {self}.with({tzinfo})
def utcoffset() -> timedelta? = {self}.offset()
def dst() -> timedelta? = {self}.daylight()
def tzname() -> str? = {self}.zoneName()

type datetime = DateTime
attr year: int = {self}.year()
attr month: int = {self}.month()
attr day: int = {self}.day()
attr hour: int = {self}.hour()
attr minute: int = {self}.minute()
attr second: int = {self}.second()
attr microsecond: int = {self}.microsecond()
attr tzinfo: timezone? = {self}.zone()
def date() -> date = {self}.date()
def time() -> daytime = {self}.time()
def timetz() -> daytime = {self}.timeWithZone()
def dst() -> timedelta? = {self}.daylight()
attr fold: int = {self}.fold()
def timestamp() -> float = {self}.timestamp()
def weekday() -> int = {self}.date().weekday()
def isoweekday() -> int = {self}.date().weekday() + 1
def isocalendar() -> isocalendar = {self}.date().isoCalendar()
def isoformat(sep: str = "T", timespec: str = "auto") -> str = {self}.isoFormat({sep}, {timespec})
def strftime(format: str) -> str = {self}.strftime({format})
def ctime() -> str = {self}.strftime("%a %b %e %H:%M:%S %Y")
def timetuple() -> structtime = {self}.tuple()
def toordinal() -> int = {self}.date().ordinal()
def utcoffset() -> timedelta? = {self}.offset()
def tzname() -> str? = {self}.zoneName()
def utctimetuple() -> structtime = {self}.in(TimeZone.UTC).tuple()
def astimezone(tz: timezone? = null) -> datetime = {self}.in({tz})
def replace(year: int? = null, month: int? = null, day: int? = null, hour: int? = null, minute: int? = null, second: int? = null, microsecond: int? = null) -> datetime = {self}.replace({year}, {month}, {day}, {hour}, {minute}, {second}, {microsecond})
def replace(*, tzinfo: timezone?) -> datetime = {self}.with({tzinfo})
def replace(*, fold: int) -> datetime = {self}.folded({fold})
def replace(*, tzinfo: timezone?, fold: int) -> datetime = {self}.with({tzinfo}).folded({fold})
def __add__(o: timedelta) -> datetime = {self}.add({o})
def __sub__(o: timedelta) -> datetime = {self}.sub({o})
def __sub__(o: datetime) -> timedelta = {self}.sub({o})

module zoneinfo
exception ZoneInfoNotFoundError(KeyError) = TimeZone.NotFound
class ZoneInfo = timezone
def ZoneInfo(key: str) -> timezone = TimeZone.of({key})
def available_timezones() -> set[str] = TimeZone.available()

module sched
def scheduler(timefunc: fn[-> float] = Time::monotonic, delayfunc: fn[float -> R] = ~null) -> scheduler = new Scheduler({timefunc}, {delayfunc})
type scheduler = Scheduler
attr queue: list[object] = {self}.queue()
def enter(delay: float, priority: any, action: any, argument: any = null, kwargs: any = null) -> object = {self}.enter({delay}, {priority}, {action}, {argument}, {kwargs})
def enterabs(time: float, priority: any, action: any, argument: any = null, kwargs: any = null) -> object = {self}.enterAt({time}, {priority}, {action}, {argument}, {kwargs})
def cancel(event: any) -> None = {self}.cancel({event})
def empty() -> bool = {self}.isEmpty()
def run(blocking: bool = true) -> float? = {self}.run({blocking})
