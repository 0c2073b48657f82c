import os
import socket
import subprocess
import threading

import weft


class Misbehave(weft.Node):
    """Does what a node must not do; the sandbox stops it, and the other items go on."""

    def process(self, item):
        match item:
            case "loop":
                while True:
                    pass
            case "count":
                return sum(range(10**12))
            case "memory":
                hoard = []
                while True:
                    hoard.append(bytearray(1 << 20))
            case "large":
                return len([0] * (1 << 28))
            case "recurse":
                return self.process(item)
            case "output":
                return "x" * (20 << 20)
            case "read":
                return open("/etc/passwd").read()
            case "write":
                return open("/tmp/left-behind", "w").write("gone")
            case "list":
                return os.listdir("/")
            case "environment":
                return os.environ["HOME"]
            case "connect":
                return socket.create_connection(("127.0.0.1", 80)).recv(1)
            case "thread":
                return threading.Thread(target=print).start()
            case "spawn":
                return subprocess.run(["ls"]).returncode
            case "exit":
                os._exit(3)
        return item
