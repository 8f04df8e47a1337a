#!/usr/bin/env python3
"""Builds the wheel of the package stslint, with nothing but the standard library.

usage: build_wheel.py VERSION LIBRARY PROGRAM FOLDER    LIBRARY: the file libstslint.so.0; PROGRAM: the file stslint
"""

import base64
import hashlib
import pathlib
import platform
import re
import sys
import zipfile

METADATA = """Metadata-Version: 2.1
Name: stslint
Version: {version}
Summary: Lints the payloads of StackState's Receiver API where your code builds them
License: MIT
Requires-Python: >=3.8
Classifier: Framework :: Pytest
Classifier: Typing :: Typed

Lints the payloads of StackState's Receiver API in unit tests, offline. `help(stslint)` is the manual.
"""
ENTRY_POINTS = "[pytest11]\nstslint = stslint.pytest_plugin\n"


def platform_of(library: bytes) -> str:
    """The tag of systems whose C library has all that this one needs."""
    newest = max((int(minor) for minor in re.findall(rb"GLIBC_2\.(\d+)\b", library)), default=17)
    return f"manylinux_2_{newest}_{platform.machine()}"


def main(version: str, library: str, program: str, folder: str) -> None:
    here = pathlib.Path(__file__).resolve().parent
    shared = pathlib.Path(library).read_bytes()
    tag = f"py3-none-{platform_of(shared)}"
    info = f"stslint-{version}.dist-info"
    sources = sorted(file for file in (here / "stslint").iterdir() if file.is_file())
    files = {f"stslint/{file.name}": file.read_bytes() for file in sources}
    files["stslint/libstslint.so.0"] = shared
    script = f"stslint-{version}.data/scripts/stslint"  # installed as a command
    files[script] = pathlib.Path(program).read_bytes()
    files[f"{info}/LICENSE"] = (here.parents[2] / "LICENSE").read_bytes()
    files[f"{info}/METADATA"] = METADATA.format(version=version).encode()
    files[f"{info}/WHEEL"] = f"Wheel-Version: 1.0\nGenerator: stslint\nRoot-Is-Purelib: false\nTag: {tag}\n".encode()
    files[f"{info}/entry_points.txt"] = ENTRY_POINTS.encode()

    def record(name: str) -> str:
        digest = base64.urlsafe_b64encode(hashlib.sha256(files[name]).digest()).rstrip(b"=").decode()
        return f"{name},sha256={digest},{len(files[name])}\n"

    files[f"{info}/RECORD"] = ("".join(map(record, files)) + f"{info}/RECORD,,\n").encode()
    wheel = pathlib.Path(folder) / f"stslint-{version}-{tag}.whl"
    wheel.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name)  # of 1980: the same input makes the same bytes
            entry.external_attr = (0o100755 if name == script else 0o100644) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    print(wheel)


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
