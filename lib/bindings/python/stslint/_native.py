"""The C library, whose manual is stslint/stslint.h."""

import ctypes
import os
from ctypes import POINTER, c_char_p, c_double, c_int, c_size_t, c_uint64, c_void_p
from typing import Any


class Error(ValueError):
    """An argument has no meaning: a form, rule or option that does not exist. What is wrong with a payload is a Finding."""


SAFE_FIX = 1
_bytes_at = ctypes.string_at


class Text(ctypes.Structure):
    _fields_ = [("data", c_void_p), ("size", c_size_t)]

    def bytes(self) -> bytes:
        return _bytes_at(self.data, self.size) if self.data else b""

    def text(self) -> str:
        return _bytes_at(self.data, self.size).decode("utf-8", "replace") if self.size else ""


class Options(ctypes.Structure):
    _fields_ = [
        ("size", c_size_t),
        ("now", c_double),
        ("max_age", c_double),
        ("time_format", c_char_p),
        ("stackstate", c_char_p),
        ("ignore", POINTER(c_char_p)),
        ("ignore_count", c_size_t),
        ("schema", c_char_p),
        ("schema_size", c_size_t),
        ("comments", c_int),
        ("stream", c_int),
    ]


class Finding(ctypes.Structure):
    _fields_ = [
        ("size", c_size_t),
        ("rule", Text),
        ("message", Text),
        ("pointer", Text),
        ("line", c_size_t),
        ("column", c_size_t),
        ("end_line", c_size_t),
        ("end_column", c_size_t),
        ("offset", c_size_t),
        ("length", c_size_t),
        ("severity", c_int),
        ("fix", c_int),
        ("suggestion", Text),
        ("event", Text),
        ("event_index", c_size_t),
        ("frame", Text),
        ("frame_mark", c_size_t),
        ("frame_mark_size", c_size_t),
    ]


class GeneratorOptions(ctypes.Structure):
    _fields_ = [
        ("size", c_size_t),
        ("part", c_char_p),
        ("kind", c_char_p),
        ("rule", c_char_p),
        ("time_format", c_char_p),
    ]


def _load() -> ctypes.CDLL:
    """The library beside this file, as in the wheel; else the one that the system has."""
    name = "libstslint.so.0"
    beside = os.path.join(os.path.dirname(os.path.abspath(__file__)), name)
    try:
        return ctypes.CDLL(beside if os.path.exists(beside) else name)
    except OSError as error:
        raise ImportError(_advice(str(error))) from None


def _advice(why: str) -> str:
    import platform  # costs more than all else here, and is seldom needed
    import re

    needed = re.search(r"GLIBC_([\d.]+)' not found", why)
    if needed:
        return f"stslint needs glibc {needed[1]} or later; this system has {platform.libc_ver()[1] or 'an older one'}"
    return f"{why}; install the wheel that `tools/dev package` makes, which contains it"


_library = _load()


def function(name: str, *arguments: Any) -> Any:
    declared = getattr(_library, "stslint_" + name)
    declared.argtypes = arguments
    return declared


_error = function("error")
_error.restype = c_char_p


def check(code: int) -> None:
    """Raises what a call that answered `code` could not do."""
    if code == 0:
        return
    why = _error().decode("utf-8", "replace")
    raise {1: Error, 2: MemoryError}.get(code, RuntimeError)(why)


version = function("version")
version.restype = c_char_p
linter_new = function("linter_new", POINTER(Options), POINTER(c_void_p))
linter_free = function("linter_free", c_void_p)
linter_free.restype = None
lint = function("lint", c_void_p, c_char_p, c_size_t, c_char_p, POINTER(c_size_t))
describe = function("describe", c_void_p, c_size_t, POINTER(Finding))
report = function("report", c_void_p, c_char_p, POINTER(Text))
fix = function("fix", c_void_p, c_char_p, c_size_t, c_char_p, c_int, POINTER(Text), POINTER(c_size_t))
explain = function("explain", c_void_p, c_char_p, POINTER(Text))
schema = function("schema", c_void_p, c_char_p, POINTER(Text))
generator_new = function("generator_new", c_uint64, POINTER(GeneratorOptions), POINTER(c_void_p))
generator_free = function("generator_free", c_void_p)
generator_free.restype = None
generate = function("generate", c_void_p, c_uint64, POINTER(Text), POINTER(Text))


def optional(word: "str | None") -> "bytes | None":
    return None if word is None else word.encode()
