"""Words for people."""


def greet(name: str, times: int = 1) -> str:
    """A greeting, a few times over."""
    return ", ".join(f"hello {name}" for _ in range(times))
