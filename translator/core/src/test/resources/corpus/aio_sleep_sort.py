import asyncio


async def put_later(value, out):
    await asyncio.sleep(value / 50)
    out.append(value)


async def main():
    out = []
    await asyncio.gather(*[put_later(v, out) for v in [5, 1, 4, 2, 3]])
    print(out)


if __name__ == "__main__":
    asyncio.run(main())
