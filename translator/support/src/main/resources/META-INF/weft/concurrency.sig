# Threads, their tools, and context variables.
module contextvars
def ContextVar(name: str) -> contextvar[T] = ContextVar.of({name})
def ContextVar(name: str, *, default: T) -> contextvar[T] = ContextVar.of({name}, {default})
def copy_context() -> context = Context.copyCurrent()
def Context() -> context = new Context()
class Token = contexttoken[T]
type contextvar[T] = ContextVar
def get() -> T = {self}.get()
def get(default: T) -> T = {self}.get({default})
def set(value: T) -> contexttoken[T] = {self}.set({value})
def reset(token: contexttoken[T]) -> None = {self}.reset({token})
attr name: str = {self}.name()
type contexttoken[T] = ContextToken
attr var: contextvar[T] = {self}.variable()
attr old_value: object = {self}.oldValue()
type context = Context
def run(f: call[R], *args: any, **kwargs: any) -> R = {self}.run({f})
def copy() -> context = {self}.copy()
def get(var: contextvar[T], default: T) -> T = {self}.get({var}, {default})
def get(var: contextvar[T]) -> T? = {self}.get({var}, null)
def keys() -> iter[contextvar[object]] = Iters.cast({self}.keys())
def __getitem__(var: contextvar[T]) -> T = {self}.item({var})

module threading
def Thread(group: any = null, target: call[R] = ~null, name: str? = PyThread.named({target.__name__}), args: arguments = null, kwargs: any = null, *, daemon: bool? = null) -> thread = new PyThread({target}, {name}, {daemon})
def Lock() -> threadlock = ThreadLock.create()
def RLock() -> threadlock = ThreadLock.reentrant()
def Semaphore(value: int = 1) -> threadlock = ThreadLock.semaphore({value}, false)
def BoundedSemaphore(value: int = 1) -> threadlock = ThreadLock.semaphore({value}, true)
def Event() -> threadevent = new ThreadEvent()
def Condition() -> threadcondition = new ThreadEvent()
def local() -> object = Namespace.ofThreads()
def Timer(interval: num, function: call[R], args: arguments = null, kwargs: any = null) -> timer = PyThread.timer({interval}, {function})
def current_thread() -> thread = PyThread.current()
def main_thread() -> thread = PyThread.main()
def enumerate() -> list[thread] = PyThread.all()
def get_native_id() -> int = PyThread.current().ident()
def Barrier(parties: int, action: fn[-> R]? = null, timeout: num? = null) -> threadbarrier = new ThreadBarrier({parties}, {action}, {timeout})
def active_count() -> int = PyThread.active()
def get_ident() -> int = PyThread.current().ident()
type thread = PyThread
override run() -> None
base Thread = thread
def start() -> None = {self}.start()
def join(timeout: num? = null) -> None = {self}.join({timeout})
def is_alive() -> bool = {self}.isAlive()
attr name: str = {self}.name() := {self}.name({value})
attr daemon: bool = {self}.isDaemon() := {self}.daemon({value})
attr ident: int = {self}.ident()
attr native_id: int = {self}.ident()
type timer = PyThread
def start() -> None = {self}.start()
def join(timeout: num? = null) -> None = {self}.join({timeout})
def is_alive() -> bool = {self}.isAlive()
def cancel() -> None = {self}.cancel()
attr name: str = {self}.name() := {self}.name({value})
attr daemon: bool = {self}.isDaemon() := {self}.daemon({value})
type threadbarrier = ThreadBarrier
def wait(timeout: num? = null) -> int = {self}.await({timeout})
def reset() -> None = {self}.reset()
def abort() -> None = {self}.abort()
attr parties: int = {self}.parties()
attr n_waiting: int = {self}.waiting()
attr broken: bool = {self}.isBroken()
type threadlock = ThreadLock
def acquire(blocking: bool = true, timeout: num? = null) -> bool = {self}.acquire({blocking}, {timeout})
def release() -> None = {self}.release()
def locked() -> bool = {self}.isLocked()
attr __enter__: bool = {self}.enter()
attr __exit__: None = {self}.release()
type threadevent = ThreadEvent
def set() -> None = {self}.set()
def clear() -> None = {self}.clear()
def is_set() -> bool = {self}.isSet()
def wait(timeout: num? = null) -> bool = {self}.await({timeout})
type threadcondition = ThreadEvent
def acquire() -> bool = {self}.acquire()
def release() -> None = {self}.release()
def wait(timeout: num? = null) -> bool = {self}.awaitSignal({timeout})
def wait_for(f: fn[-> R], timeout: num? = null) -> bool = {self}.awaitUntil({f}, {timeout})
def notify(n: int = 1) -> None = {self}.signal({n})
def notify_all() -> None = {self}.signalAll()
attr __enter__: bool = {self}.enter()
attr __exit__: None = {self}.release()

module queue
def Queue(maxsize: int = 0) -> threadqueue[T] = new ThreadQueue<>({maxsize}, ThreadQueue.Order.FIRST_IN)
def LifoQueue(maxsize: int = 0) -> threadqueue[T] = new ThreadQueue<>({maxsize}, ThreadQueue.Order.LAST_IN)
def PriorityQueue(maxsize: int = 0) -> threadqueue[T] = new ThreadQueue<>({maxsize}, ThreadQueue.Order.LEAST)
def SimpleQueue() -> threadqueue[T] = new ThreadQueue<>(0, ThreadQueue.Order.FIRST_IN)
exception queue.Empty(Exception) = Errors.Empty
exception queue.Full(Exception) = Errors.Full
type threadqueue[T] = ThreadQueue
attr maxsize: int = {self}.maxSize()
def put(item: T, block: bool = true, timeout: num? = null) -> None = {self}.put({item}, {block}, {timeout})
def put_nowait(item: T) -> None = {self}.put({item}, false, null)
def get(block: bool = true, timeout: num? = null) -> T = {self}.get({block}, {timeout})
def get_nowait() -> T = {self}.get(false, null)
def qsize() -> int = {self}.size()
def empty() -> bool = {self}.isEmpty()
def full() -> bool = {self}.isFull()
def task_done() -> None = {self}.taskDone()
def join() -> None = {self}.join()

module concurrent
module concurrent.futures
def ThreadPoolExecutor(max_workers: int? = null, thread_name_prefix: str = "ThreadPoolExecutor-0") -> threadpool = new ThreadPool({max_workers}, {thread_name_prefix})
def ProcessPoolExecutor(max_workers: int? = null) -> threadpool = new ThreadPool({max_workers}, "Process")
const FIRST_COMPLETED: str = "FIRST_COMPLETED"
const FIRST_EXCEPTION: str = "FIRST_EXCEPTION"
const ALL_COMPLETED: str = "ALL_COMPLETED"
def wait(futures: iter[threadfuture[T]], timeout: num? = null, return_when: str = "ALL_COMPLETED") -> waited[T] = ThreadPool.waitFor({futures}, {timeout}, {return_when})
def as_completed(futures: iter[threadfuture[T]], timeout: num?) -> iter[threadfuture[T]] = ThreadPool.asCompleted({futures}, {timeout})
def as_completed(futures: iter[threadfuture[T]]) -> iter[threadfuture[T]] = ThreadPool.asCompleted({futures})
class Future = threadfuture[T]
def Future() -> threadfuture[T] = new ThreadFuture<>()
type waited[T] = ThreadPool.Waited
attr done: set[threadfuture[T]] = {self}.done()
attr not_done: set[threadfuture[T]] = {self}.notDone()
def __getitem__(i: int) -> set[threadfuture[T]] = {self}.at({i})
def __iter__() -> set[threadfuture[T]] = Iters.cast({self}.values())
type threadpool = ThreadPool
def submit(f: call[R], *args: any, **kwargs: any) -> threadfuture[R] = {self}.submit({f})
def map(f: fn[A -> R], xs: iter[A], *, timeout: num? = null, chunksize: int = 1) -> iter[R] = {self}.map({f}, {xs}, {timeout})
def map(f: fn[A, B -> R], xs: iter[A], ys: iter[B]) -> iter[R] = {self}.map({f}, {xs}, {ys})
def shutdown(wait: bool = true) -> None = {self}.shutdown({wait})
def shutdown(wait: bool = true, *, cancel_futures: bool) -> None = {self}.shutdown({wait}, {cancel_futures})
attr __enter__: threadpool = {self}.enter()
type threadfuture[T] = ThreadFuture
def result(timeout: num? = null) -> T = {self}.result({timeout})
def exception(timeout: num? = null) -> Exception? = Py.cast({self}.exception({timeout}))
def done() -> bool = {self}.isDone()
def cancelled() -> bool = {self}.isCancelled()
def running() -> bool = {self}.isRunning()
def cancel() -> bool = {self}.cancel()
def set_result(x: T) -> None = {self}.setResult({x})
def set_exception(e: Exception) -> None = {self}.setException({e})
def add_done_callback(f: fn[threadfuture[T] -> R]) -> None = {self}.onDone({f})

module signal
const SIGHUP: signalnumber = Signals.SIGHUP
const SIGINT: signalnumber = Signals.SIGINT
const SIGQUIT: signalnumber = Signals.SIGQUIT
const SIGKILL: signalnumber = Signals.SIGKILL
const SIGUSR1: signalnumber = Signals.SIGUSR1
const SIGUSR2: signalnumber = Signals.SIGUSR2
const SIGPIPE: signalnumber = Signals.SIGPIPE
const SIGALRM: signalnumber = Signals.SIGALRM
const SIGTERM: signalnumber = Signals.SIGTERM
const SIGCHLD: signalnumber = Signals.SIGCHLD
const SIG_DFL: int = SignalModule.DEFAULT
const SIG_IGN: int = SignalModule.IGNORE
def Signals(number: any) -> signalnumber = Enums.of(Signals.class, {number})
def signal(number: any, handler: any) -> object = SignalModule.handle({number}, {handler})
def getsignal(number: any) -> object = SignalModule.handlerOf({number})
def strsignal(number: any) -> str? = SignalModule.describe({number})
def raise_signal(number: any) -> None = SignalModule.raise({number})
type signalnumber = Signals
attr name: str = {self}.name()
attr value: int = {self}.value()

module gc
def collect() -> int = PySys.collect()
def disable() -> None = PySys.nothing()
def enable() -> None = PySys.nothing()
