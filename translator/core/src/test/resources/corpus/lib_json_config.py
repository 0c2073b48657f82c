import json
import os
import tempfile
from pathlib import Path

DEFAULTS = {"host": "localhost", "port": 8080, "features": {"cache": True, "limits": [1, 2.5]}}


def merge(base, override):
    result = dict(base)
    for key, value in override.items():
        if isinstance(value, dict) and isinstance(result.get(key), dict):
            result[key] = merge(result[key], value)
        else:
            result[key] = value
    return result


with tempfile.TemporaryDirectory() as tmp:
    path = Path(tmp) / "config.json"
    with open(path, "w") as f:
        json.dump({"port": 9090, "features": {"debug": None}}, f, indent=2)
    print(path.read_text())
    with open(path) as f:
        loaded = json.load(f)
    config = merge(DEFAULTS, loaded)
    print(json.dumps(config, sort_keys=True))
    print(config["features"]["limits"][1] * 2, config["port"] + 1, os.path.basename(path))
    for key, value in config.items():
        print(f"{key:>10}: {type(value).__name__}")
