"""A task copies its creator's context; an awaited call shares it."""
import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")
depth = contextvars.ContextVar("depth")


async def show(label):
    print(label, user.get())


async def change(name):
    user.set(name)
    await asyncio.sleep(0)
    print("inside", user.get())


async def main():
    await show("start")
    await change("awaited")
    await show("after awaited call")
    await asyncio.create_task(change("task"))
    await show("after task")

    token = user.set("temporary")
    await show("set")
    print(token.var is user, token.old_value)
    user.reset(token)
    await show("reset")
    try:
        depth.get()
    except LookupError:
        print("no depth")
    print(depth.get(7))

    ctx = contextvars.copy_context()

    def inside():
        user.set("in copy")
        return user.get()

    print(ctx.run(inside), ctx[user], user.get())
    asyncio.get_running_loop().call_soon(lambda: print("callback sees", user.get()))
    user.set("later")
    await asyncio.sleep(0)
    print(user.name, len(list(ctx.keys())))


asyncio.run(main())
