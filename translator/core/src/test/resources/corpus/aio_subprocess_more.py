import asyncio
import sys


async def run(*cmd, data=None):
    proc = await asyncio.create_subprocess_exec(
        *cmd, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    out, err = await proc.communicate(data)
    return proc.returncode, out.decode(), err.decode()


async def main():
    print(await run("sh", "-c", "echo hello; echo oops >&2; exit 3"))
    print(await run("tr", "a-z", "A-Z", data=b"shout this"))
    proc = await asyncio.create_subprocess_shell("for i in 1 2 3; do echo line $i; done", stdout=asyncio.subprocess.PIPE)
    async for line in proc.stdout:
        print("got", line.decode().strip())
    print(await proc.wait())
    sleeper = await asyncio.create_subprocess_exec("sleep", "30")
    print(sleeper.returncode)
    sleeper.kill()
    await sleeper.wait()
    print("killed", sleeper.returncode)
    try:
        await asyncio.create_subprocess_exec("no-such-program-here")
    except FileNotFoundError as e:
        print("not found:", e.filename)
    cat = await asyncio.create_subprocess_exec("cat", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    for word in ("one", "two"):
        cat.stdin.write(f"{word}\n".encode())
        await cat.stdin.drain()
        print((await cat.stdout.readline()).decode().strip())
    cat.stdin.close()
    print(await cat.stdout.read(), await cat.wait(), cat.pid > 0)


asyncio.run(main())
