import asyncio


class AppError(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


async def step():
    await asyncio.sleep(0)
    raise AppError(7, "step failed")


async def main():
    try:
        await step()
    except AppError as e:
        print("code", e.code)
        raise


print("before")
asyncio.run(main())
print("never")
