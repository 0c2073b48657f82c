import asyncio


def early(flag):
    if flag:
        value = 1
    try:
        return value
    except UnboundLocalError as e:
        return f"UnboundLocalError: {e}"


def after_del():
    x = 1
    del x
    try:
        print(x)
    except NameError as e:
        print(type(e).__name__, e)


def loop_var(items):
    for item in items:
        pass
    try:
        return item
    except UnboundLocalError:
        return "no items"


async def handler_name():
    try:
        raise ValueError("boom")
    except ValueError as e:
        message = str(e)
    try:
        print(e)
    except UnboundLocalError as err:
        print("gone:", err)
    return message


print(early(True))
print(early(False))
after_del()
print(loop_var([1, 2, 3]), loop_var([]))
print(asyncio.run(handler_name()))
try:
    print(missing_global)
except NameError as e:
    print(e)
