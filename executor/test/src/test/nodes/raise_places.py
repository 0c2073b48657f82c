import asyncio
import contextlib
import functools

import weft


class Broken(Exception):
    def __init__(self, name, code=3):
        super().__init__(f"{name} is broken")
        self.name = name
        self.code = code


def make_error(text):
    return ValueError(text)


def checked(value):
    if value < 0:
        error = ValueError(f"negative: {value}")
        error.add_note("look at the sign")
        raise error
    return value


def numbers():
    try:
        yield 1
        yield 2
    finally:
        pass


def failing():
    yield 1
    raise KeyError("in a generator")


def stopping():
    yield 1
    raise StopIteration(5)


@contextlib.contextmanager
def guarded(name):
    try:
        yield name
    except ValueError as error:
        raise RuntimeError(f"{name}: {error}") from error


@contextlib.asynccontextmanager
async def connection():
    yield "open"
    raise OSError("the connection was lost at the end")


class Resource:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is KeyError:
            raise LookupError("in exit")
        return False


class AsyncResource:
    async def __aenter__(self):
        await asyncio.sleep(0.1)
        return self

    async def __aexit__(self, *args):
        raise TimeoutError("closing took too long")


def logged(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        return function(*args, **kwargs)

    return inner


@logged
def decorated(a, b):
    return a / b


ERRORS = {"value": ValueError, "key": KeyError, "own": Broken}
READY = RuntimeError("made at the start")


class RaisePlaces(weft.Node):
    async def process(self, item):
        result = getattr(self, "visit_" + item)()
        if asyncio.iscoroutine(result):
            result = await result
        return result

    def visit_variable(self):
        error = ValueError("made here")
        if self.id:
            raise error

    def visit_factory(self):
        raise make_error("from a factory")

    def visit_function(self):
        return checked(-1)

    def visit_by_kind(self):
        raise ERRORS["value"]("by kind")

    def visit_by_kind_own(self):
        kind = ERRORS["own"]
        error = kind("the pump")
        raise error

    def visit_class_of_table(self):
        raise ERRORS["key"]

    def visit_global(self):
        raise READY

    def visit_retry(self):
        last = None
        for attempt in range(3):
            try:
                checked(-attempt - 1)
            except ValueError as error:
                last = error
        raise last

    def visit_retry_own(self):
        last = None
        for attempt in range(3):
            try:
                raise Broken(f"part {attempt}")
            except Broken as error:
                last = error
        if last is not None:
            raise last

    def visit_collected(self):
        errors = []
        for name in ["a", "b"]:
            errors.append(Broken(name))
        raise errors[1]

    def visit_group(self):
        errors = []
        for name in ["a", "b"]:
            try:
                int(name)
            except ValueError as error:
                errors.append(error)
        if errors:
            raise ExceptionGroup("all failed", errors)

    def visit_group_variable(self):
        group = ExceptionGroup("later", [ValueError("x")])
        raise group

    def visit_from(self):
        try:
            checked(-5)
        except ValueError as error:
            wrapped = Broken("wrapper")
            raise wrapped from error

    def visit_from_none(self):
        try:
            {}["x"]
        except KeyError:
            raise ValueError("no such name") from None


    def visit_multi_line(self):
        raise Broken(
            "a long name "
            "over lines",
            code=5,
        )

    def visit_multi_line_argument(self):
        raise Broken(
            "a",
            code=int("x"),
        )

    def visit_finally(self):
        try:
            checked(-5)
        finally:
            raise KeyError("in finally")

    def visit_finally_return(self):
        try:
            checked(-5)
        finally:
            return "swallowed"

    def visit_else(self):
        try:
            value = 1
        except ValueError:
            value = 2
        else:
            value = [].pop()
        return value

    def visit_generator(self):
        return list(failing())

    def visit_generator_loop(self):
        total = 0
        for n in failing():
            total += n
        return total

    def visit_generator_stop(self):
        return [n for n in stopping()]

    def visit_generator_throw(self):
        it = numbers()
        next(it)
        it.throw(ValueError("thrown in"))

    def visit_generator_throw_before(self):
        it = numbers()
        it.throw(ValueError("thrown before it began"))

    def visit_generator_expression(self):
        return sum(10 // n for n in [2, 1, 0])

    def visit_comprehension(self):
        return [
            int(text)
            for text in ["1", "x"]
        ]

    def visit_dict_comprehension(self):
        return {
            key: len(value)
            for key, value in [("a", "b"), ("c", None)]
        }

    def visit_lambda_key(self):
        rows = [{"n": 1}, {"m": 2}]
        return sorted(
            rows,
            key=lambda row: row["n"],
        )

    def visit_map(self):
        return list(map(int, ["1", "two"]))

    def visit_filter(self):
        return list(filter(lambda n: 1 / n, [1, 0]))

    def visit_decorated(self):
        return decorated(1, 0)

    def visit_decorated_arguments(self):
        return decorated(1)

    def visit_partial(self):
        return functools.partial(decorated, 1)(0)

    def visit_context(self):
        with guarded("outer"):
            checked(-1)

    def visit_context_pass(self):
        with guarded("outer"):
            return {}["a"]

    def visit_exit(self):
        with Resource():
            raise KeyError("x")

    def visit_exit_pass(self):
        with Resource():
            raise IndexError("x")

    async def visit_async_exit(self):
        async with AsyncResource():
            await asyncio.sleep(0)

    async def visit_async_manager(self):
        async with connection() as state:
            await asyncio.sleep(0)
        return state

    def visit_nested(self):
        def outer():
            def inner():
                return undefined_name  # noqa

            return inner()

        return outer()

    def visit_property(self):
        return self.broken_property

    @property
    def broken_property(self):
        return {}["property"]

    def visit_static(self):
        return RaisePlaces.helper("x")

    @staticmethod
    def helper(text):
        return int(text)

    def visit_class_method(self):
        return RaisePlaces.build(0)

    @classmethod
    def build(cls, n):
        return 5 % n

    def visit_wrong_count(self):
        return checked()

    def visit_wrong_many(self):
        return checked(1, 2)

    def visit_wrong_name(self):
        return checked(number=1)

    def visit_wrong_method(self):
        return self.helper()

    def visit_init_count(self):
        raise Broken()

    def visit_assert_message(self):
        values = [1]
        assert len(values) > 2, f"too few: {len(values)}"

    def visit_chained_call(self):
        return (
            "abc"
            .upper()
            .index("z")
        )

    def visit_long_expression(self):
        a = 1
        b = 0
        return (
            a
            + a
            / b
        )

    def visit_long_call(self):
        return checked(
            int(
                "x"
            )
        )

    def visit_dict_display(self):
        return {
            "a": 1,
            "b": int("x"),
            "c": 3,
        }

    def visit_fstring(self):
        a = "x"
        return (
            f"first {a}"
            f"second {int(a)}"
        )

    def visit_condition(self):
        value = None
        if (
            value is None
            and int("x") > 1
        ):
            return 1

    def visit_while(self):
        n = 3
        while 6 / n:
            n -= 1

    def visit_match(self):
        match {"a": 1}:
            case {"a": n} if n / 0:
                return 1

    def visit_walrus(self):
        if (n := int("q")) > 3:
            return n

    def visit_return_tuple(self):
        return (
            1,
            [][0],
        )

    def visit_default(self):
        def inner(a, b=None):
            return a + b

        return inner(1)

    def visit_recursion(self):
        return self.visit_recursion()

    def visit_star(self):
        try:
            raise ExceptionGroup("g", [ValueError("a"), KeyError("b")])
        except* ValueError:
            pass

    def visit_star_raise(self):
        try:
            raise ExceptionGroup("g", [ValueError("a"), KeyError("b")])
        except* ValueError as group:
            raise RuntimeError("in star") from group

    async def fail(self, delay, error):
        await asyncio.sleep(delay)
        raise error

    async def parse(self, text):
        await asyncio.sleep(0.01)
        return int(text)

    async def visit_await(self):
        return await self.parse("x")

    async def visit_task(self):
        task = asyncio.create_task(self.parse("x"))
        return await task

    async def visit_task_given(self):
        task = asyncio.create_task(self.fail(0.1, OSError("given")))
        await task

    async def visit_gather(self):
        return await asyncio.gather(self.parse("1"), self.parse("x"))

    async def visit_gather_return(self):
        results = await asyncio.gather(self.parse("1"), self.parse("x"), return_exceptions=True)
        for result in results:
            if isinstance(result, Exception):
                raise result

    async def visit_task_group(self):
        async with asyncio.TaskGroup() as group:
            group.create_task(self.parse("x"))
            group.create_task(self.parse("2"))

    async def visit_future(self):
        future = asyncio.get_running_loop().create_future()
        future.set_exception(Broken("the future"))
        return await future

    async def visit_future_later(self):
        loop = asyncio.get_running_loop()
        future = loop.create_future()
        loop.call_later(0.1, future.set_exception, ValueError("later"))
        return await future

    async def visit_future_result(self):
        task = asyncio.create_task(self.parse("x"))
        await asyncio.wait([task])
        return task.result()

    async def visit_future_exception(self):
        task = asyncio.create_task(self.parse("x"))
        await asyncio.wait([task])
        raise task.exception()

    async def visit_wait_for(self):
        await asyncio.wait_for(asyncio.sleep(5), timeout=0.1)

    async def visit_wait_for_task(self):
        task = asyncio.create_task(asyncio.wait_for(asyncio.sleep(5), timeout=0.1))
        await task

    async def visit_timeout(self):
        async with asyncio.timeout(0.1):
            await asyncio.sleep(5)

    async def visit_to_thread(self):
        return await asyncio.to_thread(int, "x")

    async def visit_to_thread_own(self):
        return await asyncio.to_thread(checked, -3)

    async def visit_executor(self):
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(None, checked, -3)

    async def visit_cancelled(self):
        task = asyncio.create_task(asyncio.sleep(5))
        await asyncio.sleep(0)
        task.cancel("no more")
        await task

    async def visit_async_for(self):
        async def ticks():
            yield 1
            await asyncio.sleep(0)
            raise ValueError("tick failed")

        total = 0
        async for tick in ticks():
            total += tick
        return total

    async def visit_async_comprehension(self):
        async def ticks():
            yield 1
            yield 0

        return [1 // tick async for tick in ticks()]

    async def visit_as_completed(self):
        for next_done in asyncio.as_completed([self.parse("1"), self.parse("x")]):
            await next_done

    async def visit_queue(self):
        queue = asyncio.Queue(maxsize=1)
        queue.put_nowait(1)
        queue.put_nowait(2)

    async def visit_queue_empty(self):
        return asyncio.Queue().get_nowait()

    async def visit_release(self):
        asyncio.Lock().release()

    async def visit_semaphore(self):
        asyncio.BoundedSemaphore(1).release()

    async def visit_invalid_state(self):
        future = asyncio.get_running_loop().create_future()
        future.set_result(1)
        future.set_result(2)

    async def visit_not_awaitable(self):
        value = {"a": 5}["a"]
        await value

    async def visit_shield(self):
        await asyncio.shield(self.fail(0.1, KeyError("shielded")))

    async def visit_stop_iteration(self):
        return next(iter([]))

    async def visit_exit_stack(self):
        with contextlib.ExitStack() as stack:
            stack.callback(checked, -9)

    async def visit_suppress(self):
        with contextlib.suppress(KeyError):
            raise ValueError("not suppressed")
