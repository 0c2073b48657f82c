"""Imports modules from files that the host has sent: directories and wheels on the node's path."""

import importlib.abc
import importlib.machinery
import linecache
import sys

_files = {}


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    def find_spec(self, name, path=None, target=None):
        base = name.replace(".", "/")
        for file, package in ((base + "/__init__.py", True), (base + ".py", False)):
            if file in _files:
                spec = importlib.machinery.ModuleSpec(
                    name, self, origin=_files[file][0], is_package=package
                )
                spec.has_location = True
                if package:
                    spec.submodule_search_locations = [base]
                return spec
        if any(file.startswith(base + "/") and file.endswith(".py") for file in _files):
            spec = importlib.machinery.ModuleSpec(name, None, is_package=True)
            spec.submodule_search_locations = [base]
            return spec
        return None

    def _file(self, name):
        base = name.replace(".", "/")
        return base + "/__init__.py" if base + "/__init__.py" in _files else base + ".py"

    def is_package(self, name):
        return self._file(name).endswith("/__init__.py")

    def get_source(self, name):
        return _files[self._file(name)][1].decode("utf-8")

    def get_data(self, path):
        """A file beside the modules, for pkgutil.get_data."""
        for origin, data in _files.values():
            if origin == path:
                return data
        raise OSError(f"there is no {path} among the packages of the node")

    def exec_module(self, module):
        origin, data = _files[self._file(module.__name__)]
        source = data.decode("utf-8")
        linecache.cache[origin] = (len(source), None, source.splitlines(True), origin)
        exec(compile(source, origin, "exec", dont_inherit=True), module.__dict__)


_finder = _Finder()


def install(files):
    """Makes files importable, given as {path below the root: (where it came from, bytes)}."""
    _files.update(files)
    if files and _finder not in sys.meta_path:
        sys.meta_path.append(_finder)
