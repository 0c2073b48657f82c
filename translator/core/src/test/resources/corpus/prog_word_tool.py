import argparse, logging, os, pathlib, re, sys, tempfile, threading, queue, time, concurrent.futures, subprocess, asyncio, shutil, csv, io, hashlib, uuid, base64, string, operator


def walk(root: pathlib.Path, pattern: str = "*"):
    for p in sorted(root.rglob(pattern)):
        if p.is_file():
            yield p


def parse(argv):
    ap = argparse.ArgumentParser(prog="tool", description="Counts things.")
    ap.add_argument("paths", nargs="+")
    ap.add_argument("-n", "--top", type=int, default=3)
    ap.add_argument("--mode", choices=["lines", "words"], default="words")
    ap.add_argument("-v", "--verbose", action="count", default=0)
    return ap.parse_args(argv)


def count(path, mode):
    text = path.read_text(encoding="utf-8")
    items = text.splitlines() if mode == "lines" else re.findall(r"\w+", text.lower())
    total = {}
    for i in items:
        total[i] = total.get(i, 0) + 1
    return total


def worker(jobs, results, mode):
    while (path := jobs.get()) is not None:
        try:
            results.put((path.name, count(path, mode)))
        except UnicodeDecodeError as e:
            results.put((path.name, f"{type(e).__name__}: {e.reason}"))
        finally:
            jobs.task_done()


def main():
    tmp = pathlib.Path(tempfile.mkdtemp())
    try:
        (tmp / "sub").mkdir()
        (tmp / "a.txt").write_text("the cat\nthe dog\n")
        (tmp / "sub" / "b.txt").write_text("dog eats dog\n")
        (tmp / "c.bin").write_bytes(b"\xff\xfe\x00")
        args = parse([str(tmp), "-n", "2", "-vv"])
        print(args.top, args.mode, args.verbose, len(args.paths))
        jobs, results = queue.Queue(), queue.Queue()
        threads = [threading.Thread(target=worker, args=(jobs, results, args.mode), daemon=True) for _ in range(2)]
        for t in threads:
            t.start()
        for p in walk(tmp):
            jobs.put(p)
        jobs.join()
        for _ in threads:
            jobs.put(None)
        for t in threads:
            t.join(timeout=2)
        found = {}
        while not results.empty():
            name, r = results.get()
            found[name] = r
        for name in sorted(found):
            r = found[name]
            if isinstance(r, str):
                print(name, r)
            else:
                print(name, sorted(r.items(), key=lambda kv: (-kv[1], kv[0]))[: args.top])
        with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
            futs = {pool.submit(hashlib.sha256, p.read_bytes()): p for p in walk(tmp, "*.txt")}
            for f in sorted(concurrent.futures.as_completed(futs), key=lambda f: futs[f].name):
                print(futs[f].relative_to(tmp), f.result().hexdigest()[:12])
        buf = io.StringIO()
        w = csv.writer(buf)
        w.writerow(["name", "note"])
        w.writerows([["a", 'say "hi", ok'], ["b", "x\ny"]])
        print(repr(buf.getvalue()))
        print([row["note"] for row in csv.DictReader(io.StringIO(buf.getvalue()))])
        print(os.path.splitext("x.tar.gz"), os.path.join("a", "b"), pathlib.PurePath("/a/b/../c.txt").name, tmp.joinpath("zz").exists())
        print(uuid.UUID(int=5), base64.b64encode(b"hello"), string.ascii_lowercase[:5], operator.itemgetter(1, 0)("ab"))
    finally:
        shutil.rmtree(tmp)
    print(tmp.exists())
    try:
        parse(["x", "--mode", "bad"])
    except SystemExit as e:
        print("exit", e.code)


if __name__ == "__main__":
    main()
