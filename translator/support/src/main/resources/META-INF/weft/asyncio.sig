# asyncio.
module asyncio
def run(main: awaitable[T], *, debug: bool? = ~null) -> T = Asyncio.run({main}, {debug})
def Runner(*, debug: bool? = null) -> runner = new Runner({debug})
async def sleep(delay: float) -> None = Asyncio.sleep({delay})
async def sleep(delay: any) -> None = Asyncio.sleep(Asyncio.delay({delay}))
async def sleep(delay: float, result: T) -> T = Asyncio.sleep({delay}, {result})
def create_task(coro: awaitable[T], *, name: str? = ~null) -> task[T] = Asyncio.createTask({coro}, {name})
def create_task(coro: any, *, name: str? = ~null) -> task[object] = Asyncio.createTask(Asyncio.coroutine({coro}), {name})
def create_task(coro: awaitable[T], *, name: str? = null, context: context?) -> task[T] = Asyncio.createTask({coro}, {name}, {context})
def ensure_future(coro: task[T], *, loop: any = null) -> task[T] = {coro}
def ensure_future(coro: coro[T], *, loop: loop) -> task[T] = {loop}.createTask({coro}, null, null)
def ensure_future(coro: coro[T], *, loop: any = null) -> task[T] = Asyncio.createTask({coro}, null)
def ensure_future(coro: awaitable[T], *, loop: any = null) -> future[T] = Asyncio.ensureFuture({coro})
def ensure_future(coro: any, *, loop: any = null) -> future[object] = Asyncio.ensureFuture({coro})
def gather(*aws: awaitable[T], return_exceptions: bool = ~false) -> future[list[T]] = Gathering.gather({return_exceptions}, {aws})
async def wait_for(aw: awaitable[T], timeout: num?) -> T = Gathering.waitFor({aw}, {timeout})
def shield(aw: awaitable[T]) -> future[T] = Gathering.shield({aw})
async def wait(aws: iter[task[T]], *, timeout: num? = null, return_when: str = "ALL_COMPLETED") -> tuple[set[task[T]], set[task[T]]] = Gathering.wait({aws}, {timeout}, {return_when})
async def wait(aws: iter[future[T]], *, timeout: num? = null, return_when: str = "ALL_COMPLETED") -> tuple[set[future[T]], set[future[T]]] = Gathering.wait({aws}, {timeout}, {return_when})
async def wait(aws: iter[awaitable[T]], *, timeout: num? = null, return_when: str = "ALL_COMPLETED") -> tuple[set[future[T]], set[future[T]]] = Gathering.wait(Iters.cast({aws}), {timeout}, {return_when})
def as_completed(aws: iter[awaitable[T]], *, timeout: num? = null) -> iter[coro[T]] = Gathering.asCompleted({aws}, {timeout})
def timeout(delay: num?) -> timeout = new Timeout({delay}, false)
def timeout_at(when: num?) -> timeout = new Timeout({when}, true)
def TaskGroup() -> taskgroup = new TaskGroup()
def Queue(maxsize: int = ~0) -> queue[T] = new Queue<>({maxsize})
def LifoQueue(maxsize: int = ~0) -> queue[T] = Queue.lifo({maxsize})
def PriorityQueue(maxsize: int = ~0) -> queue[T] = Queue.priority({maxsize})
def Lock() -> lock = new Lock()
def Event() -> event = new Event()
def Semaphore(value: int = 1) -> semaphore = new AsyncSemaphore({value}, false)
def BoundedSemaphore(value: int = 1) -> semaphore = new AsyncSemaphore({value}, true)
def Barrier(parties: int) -> barrier = new Barrier({parties})
def Condition(lock: lock? = null) -> condition = new Condition({lock})
def Future() -> future[T] = new Future<>()
def current_task(loop: any = null) -> task[object] = Asyncio.currentTask()
def all_tasks(loop: loop? = null) -> set[task[object]] = Asyncio.allTasks({loop})
def get_running_loop() -> loop = Loop.running()
def get_event_loop() -> loop = Loop.current()
def new_event_loop() -> loop = Loop.create()
def set_event_loop(loop: loop?) -> None = Loop.setCurrent({loop})
def get_event_loop_policy() -> looppolicy = LoopPolicy.get()
def set_event_loop_policy(policy: any) -> None = LoopPolicy.set({policy})
def DefaultEventLoopPolicy() -> looppolicy = LoopPolicy.get()
def WindowsSelectorEventLoopPolicy() -> looppolicy = LoopPolicy.windows("WindowsSelectorEventLoopPolicy")
def WindowsProactorEventLoopPolicy() -> looppolicy = LoopPolicy.windows("WindowsProactorEventLoopPolicy")
class AbstractEventLoop = loop
class Task = task[T]
class Handle = handle
class TimerHandle = handle
class StreamWriter = streamwriter
class Timeout = timeout
async def to_thread(f: call[R], *args: any, **kwargs: any) -> R = Asyncio.toThread({f})
def run_coroutine_threadsafe(coro: awaitable[T], loop: loop) -> threadfuture[T] = Asyncio.fromThread({coro}, {loop})
def wrap_future(f: threadfuture[T]) -> future[T] = Asyncio.wrap({f})
def iscoroutine(x: any) -> bool = Py.isInstance({x}, "Coroutine")
def iscoroutinefunction(f: any) -> bool = Asyncio.isCoroutineFunction({f})
def isfuture(x: any) -> bool = Py.isInstance({x}, Future.class)
const FIRST_COMPLETED: str = "FIRST_COMPLETED"
const FIRST_EXCEPTION: str = "FIRST_EXCEPTION"
const ALL_COMPLETED: str = "ALL_COMPLETED"
markers Task AbstractEventLoop StreamReader StreamWriter Timeout

async def open_connection(host: any = null, port: int = 0) -> tuple[streamreader, streamwriter] = StreamServer.connect({host}, {port})
async def start_server(f: fn[streamreader, streamwriter -> R], host: any = null, port: int = 0) -> server = StreamServer.start({f}, {host}, {port})
async def create_subprocess_exec(*args: any, stdin: int? = null, stdout: int? = null, stderr: int? = null, cwd: any = null, env: dict[str, str]? = null) -> process = Subprocess.exec(Lists.of({args}), {stdin}, {stdout}, {stderr}, {cwd}, {env})
async def create_subprocess_shell(cmd: str, *, stdin: int? = null, stdout: int? = null, stderr: int? = null, cwd: any = null, env: dict[str, str]? = null) -> process = Subprocess.shell({cmd}, {stdin}, {stdout}, {stderr}, {cwd}, {env})
class Server = server
def StreamReader(limit: int = 65536) -> streamreader = new StreamReader({limit})
module asyncio.subprocess
const PIPE: int = Subprocess.PIPE
const STDOUT: int = Subprocess.STDOUT
const DEVNULL: int = Subprocess.DEVNULL
class Process = process
module subprocess
const PIPE: int = Subprocess.PIPE
const STDOUT: int = Subprocess.STDOUT
const DEVNULL: int = Subprocess.DEVNULL
def run(cmd: any, *, capture_output: bool = false, text: bool = false, shell: bool = false, check: bool = false, input: any = null) -> completed = Subprocess.run({cmd}, {capture_output}, {text}, {shell}, {check}, {input})
type completed = Subprocess.Completed
attr returncode: int = {self}.code()
attr stdout: object = {self}.out()
attr stderr: object = {self}.err()
module inspect
def iscoroutinefunction(f: any) -> bool = Asyncio.isCoroutineFunction({f})
def iscoroutine(x: any) -> bool = Py.isInstance({x}, "Coroutine")
def isawaitable(x: any) -> bool = Py.isInstance({x}, Awaitable.class)
def isfunction(f: any) -> bool = Py.isInstance({f}, "function")
def isclass(x: any) -> bool = Py.isInstance({x}, "type")
def ismethod(x: any) -> bool = Py.isInstance({x}, "method")

type coro[T] = Coroutine
def close() -> None = {self}.close()
type awaitable[T] = Awaitable
type task[T] = Task
def cancel(msg: any = ~null) -> bool = {self}.cancel({msg})
def done() -> bool = {self}.isDone()
def cancelled() -> bool = {self}.isCancelled()
def result() -> T = {self}.result()
def exception() -> Exception? = Py.cast({self}.exception())
def add_done_callback(f: fn[task[T] -> R]) -> None = {self}.whenDone({f})
def get_name() -> str = {self}.name()
def get_coro() -> object = {self}.body()
def set_name(name: any) -> None = {self}.rename({name})
def get_loop() -> loop = {self}.loop()
def get_context() -> context = {self}.context()
def remove_done_callback(f: fn[task[T] -> R]) -> int = {self}.removeCallback(Py.cast({f}))
def cancelling() -> int = {self}.cancelling()
def uncancel() -> int = {self}.uncancel()
type future[T] = Future
def cancel(msg: any = ~null) -> bool = {self}.cancel({msg})
def done() -> bool = {self}.isDone()
def cancelled() -> bool = {self}.isCancelled()
def result() -> T = {self}.result()
def exception() -> Exception? = Py.cast({self}.exception())
def set_result(x: T) -> None = {self}.setResult({x})
def set_exception(e: any) -> None = {self}.setException({e})
def add_done_callback(f: fn[future[T] -> R]) -> None = {self}.onDone({f})
def add_done_callback(f: fn[future[T] -> R], *, context: context) -> None = {self}.onDone({f}, {context})
def remove_done_callback(f: fn[future[T] -> R]) -> int = {self}.removeCallback({f})
def get_loop() -> loop = {self}.loop()
type queue[T] = Queue
async def put(x: T) -> None = {self}.put({x})
async def get() -> T = {self}.get()
def put_nowait(x: T) -> None = {self}.putNow({x})
def get_nowait() -> T = {self}.getNow()
def qsize() -> int = {self}.size()
def empty() -> bool = {self}.isEmpty()
def full() -> bool = {self}.isFull()
def task_done() -> None = {self}.taskDone()
async def join() -> None = {self}.join()
attr maxsize: int = {self}.maxSize()
type lock = Lock
async def acquire() -> bool = {self}.acquire()
def release() -> None = {self}.release()
def locked() -> bool = {self}.isLocked()
attr __aenter__: None = {self}.acquire()
attr __aexit__: None = {self}.release()
type semaphore = AsyncSemaphore
async def acquire() -> bool = {self}.acquire()
def release() -> None = {self}.release()
def locked() -> bool = {self}.isLocked()
attr __aenter__: None = {self}.acquire()
attr __aexit__: None = {self}.release()
type condition = Condition
async def acquire() -> bool = {self}.acquire()
def release() -> None = {self}.release()
async def wait() -> bool = {self}.await()
async def wait_for(f: fn[-> R]) -> bool = {self}.awaitUntil({f})
def notify(n: int = 1) -> None = {self}.signal({n})
def notify_all() -> None = {self}.signalAll()
attr __aenter__: None = {self}.acquire()
attr __aexit__: None = {self}.release()
type event = Event
def set() -> None = {self}.set()
def clear() -> None = {self}.clear()
def is_set() -> bool = {self}.isSet()
async def wait() -> bool = {self}.await()
type timeout = Timeout
attr __aenter__: timeout = {self}.enter()
def expired() -> bool = {self}.isExpired()
def when() -> float? = {self}.when()
def reschedule(when: num?) -> None = {self}.reschedule({when})
type taskgroup = TaskGroup
attr __aenter__: taskgroup = {self}.enter()
def create_task(coro: awaitable[T], *, name: str? = ~null) -> task[T] = {self}.createTask({coro}, {name})
type looppolicy = LoopPolicy
def new_event_loop() -> loop = Loop.create()
def get_event_loop() -> loop = Loop.current()
def set_event_loop(loop: loop?) -> None = Loop.setCurrent({loop})

type loop = Loop
def time() -> float = {self}.time()
def create_task(coro: awaitable[T], *, name: str? = null, context: context? = null) -> task[T] = {self}.createTask({coro}, {name}, {context})
def create_future() -> future[T] = {self}.createFuture()
def run_until_complete(main: awaitable[T]) -> T = {self}.runUntilComplete({main})
def run_forever() -> None = {self}.runForever()
def stop() -> None = {self}.stop()
def close() -> None = {self}.close()
def is_running() -> bool = {self}.isRunning()
def is_closed() -> bool = {self}.isClosed()
def call_soon(f: call[R], *args: any, context: context? = ~null) -> handle = {self}.callSoon({f}, {context})
def call_soon_threadsafe(f: call[R], *args: any, context: context? = ~null) -> handle = {self}.callSoon({f}, {context})
def call_later(delay: float, f: call[R], *args: any, context: context? = ~null) -> handle = {self}.callLater({delay}, {f}, {context})
def call_at(when: float, f: call[R], *args: any, context: context? = ~null) -> handle = {self}.callAt({when}, {f}, {context})
def run_in_executor(pool: threadpool?, f: call[R], *args: any) -> future[R] = ThreadPool.run({pool}, {f})
def set_default_executor(pool: any) -> None = PySys.nothing()
def set_exception_handler(f: fn[loop, dict[str, object] -> R]?) -> None = {self}.setExceptionHandler({f})
def call_exception_handler(context: dict[str, object]) -> None = {self}.callExceptionHandler({context})
def default_exception_handler(context: dict[str, object]) -> None = {self}.defaultExceptionHandler({context})
def set_debug(enabled: bool) -> None = {self}.setDebug({enabled})
def get_debug() -> bool = {self}.isDebug()
def add_signal_handler(sig: any, f: call[R], *args: any) -> None = {self}.addSignalHandler(Numbers.toLong({sig}), {f})
def remove_signal_handler(sig: any) -> bool = {self}.removeSignalHandler(Numbers.toLong({sig}))
async def shutdown_asyncgens() -> None = PySys.nothing()
async def shutdown_default_executor() -> None = {self}.shutdownThreads()
type runner = Runner
attr __enter__: runner = {self}.enter()
def run(main: awaitable[T], *, context: context? = null) -> T = {self}.run({main}, {context})
def get_loop() -> loop = {self}.loop()
def close() -> None = {self}.close()
type barrier = Barrier
async def wait() -> int = {self}.await()
async def reset() -> None = {self}.reset()
async def abort() -> None = {self}.abort()
attr parties: int = {self}.parties()
attr n_waiting: int = {self}.waiting()
attr broken: bool = {self}.isBroken()
attr __aenter__: int = {self}.enter()
type handle = TimerHandle
def cancel() -> None = {self}.cancel()
def cancelled() -> bool = {self}.isCancelled()
def when() -> float = {self}.when()
type asyncgen[T, S] = AsyncGenerator
async def asend(x: S) -> T = {self}.send({x})
async def athrow(e: Exception) -> T = {self}.raise({e})
async def aclose() -> None = {self}.close()
async def __anext__() -> T = {self}.nextOrStop()
def __aiter__() -> asyncgen[T, S] = {self}
type streamreader = StreamReader
async def read(n: int = -1) -> bytes = {self}.read({n})
async def readexactly(n: int) -> bytes = {self}.readExactly({n})
async def readline() -> bytes = {self}.readLine()
async def readuntil(sep: bytes = Bytes.of("\n")) -> bytes = {self}.readUntil({sep})
def at_eof() -> bool = {self}.atEnd()
def feed_data(b: bytes) -> None = {self}.feed({b})
def feed_eof() -> None = {self}.feedEnd()
def __iter__() -> bytes = {self}
type streamwriter = StreamWriter
def write(b: bytes) -> None = {self}.write({b})
def writelines(parts: iter[bytes]) -> None = {self}.writeLines({parts})
def write_eof() -> None = {self}.writeEnd()
async def drain() -> None = {self}.drain()
def close() -> None = {self}.close()
def is_closing() -> bool = {self}.isClosing()
async def wait_closed() -> None = {self}.awaitClosed()
def get_extra_info(name: str, default: any = null) -> object = {self}.info({name}, {default})
type server = StreamServer
attr sockets: list[server] = {self}.sockets()
attr __aenter__: server = {self}.enter()
def getsockname() -> tuple[str, int] = {self}.name()
def is_serving() -> bool = {self}.isServing()
def close() -> None = {self}.close()
async def wait_closed() -> None = {self}.awaitClosed()
async def serve_forever() -> None = {self}.serveForever()
async def start_serving() -> None = PySys.nothing()
type process = Subprocess
attr returncode: int? = {self}.code()
attr pid: int = {self}.pid()
attr stdin: streamwriter = {self}.stdin()
attr stdout: streamreader = {self}.stdout()
attr stderr: streamreader = {self}.stderr()
async def communicate(input: bytes? = null) -> tuple[bytes, bytes] = {self}.communicate({input})
async def wait() -> int = {self}.await()
def terminate() -> None = {self}.terminate()
def kill() -> None = {self}.kill()
