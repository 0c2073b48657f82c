import sys


class ConfigError(Exception):
    def __init__(self, key):
        super().__init__(f"missing key: {key}")
        self.key = key


def load(config, key):
    if key not in config:
        raise ConfigError(key)
    return config[key]


print(load({"a": 1}, "a"))
print("to stderr", file=sys.stderr)
sys.stdout.write("partial")
sys.stdout.flush()
print()
load({}, "name")
