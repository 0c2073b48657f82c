import asyncio
import sys


async def run(*command):
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    out, err = await process.communicate()
    return process.returncode, out.decode().strip(), err.decode().strip()


async def main():
    print(await run("echo", "hello", "there"))
    print(await run("sh", "-c", "echo oops >&2; exit 3"))
    process = await asyncio.create_subprocess_shell(
        "tr a-z A-Z", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    out, _ = await process.communicate(b"shout this\n")
    print(out, process.returncode)
    lines = await asyncio.create_subprocess_shell("for i in 1 2 3; do echo line $i; done", stdout=asyncio.subprocess.PIPE)
    async for line in lines.stdout:
        print(line.decode().rstrip())
    print(await lines.wait())
    results = await asyncio.gather(*(run("echo", str(n)) for n in range(3)))
    print([r[1] for r in results])
    try:
        await asyncio.create_subprocess_exec("no-such-program-here")
    except FileNotFoundError as e:
        print(type(e).__name__)


asyncio.run(main())
