"""The names that the standard library takes from here."""

from concurrent.futures import BrokenExecutor, ThreadPoolExecutor  # noqa: F401


class BrokenThreadPool(BrokenExecutor):
    pass
