"""The program stslint, which reads configurations and baselines: their meaning is written there alone."""

import json
import math
import os
import shutil
import subprocess
import sysconfig
import tempfile
from typing import Any, Dict, List, NamedTuple, Set

from ._linter import text_of
from ._native import Error

_OPTIONS = ("now", "max_age", "time_format", "stackstate", "ignore", "schema", "comments")


class Checked(NamedTuple):
    """What the program says of one payload."""

    failed: bool
    report: str
    rules: Set[str]


def check(body: bytes, name: str, folder: str, expected: List[str], more: List[str], options: Dict[str, Any]) -> Checked:
    """Lints a payload as if it lay in the file `name`, with the configuration and the baseline that apply there.

    name      relative to `folder`, where the program runs
    expected  rules whose findings are no failure
    more      further arguments of the program
    options   those of stslint.Linter; they go before the configuration
    """
    with tempfile.TemporaryDirectory(prefix="stslint-") as temporary:
        findings = os.path.join(temporary, "findings.json")
        command = [_program(), "check", "-", "--stdin-filename", name + (".jsonc" if options.get("comments") else ".json")]
        command += ["--color=never", "--max-findings=50", "--format", "text", "--format", f"json={findings}", *more]
        command += [f"--severity={rule}=info" for rule in expected] + _arguments(options, temporary)
        done = subprocess.run(command, input=body, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder, check=False)
        if done.returncode not in (0, 1):
            why = done.stderr.decode("utf-8", "replace").strip()
            raise Error(why[len("stslint: ") :] if why.startswith("stslint: ") else why)
        with open(findings, encoding="utf-8") as file:
            rules = {each["rule"] for each in json.load(file)["findings"]}
    return Checked(done.returncode == 1, done.stdout.decode("utf-8", "replace").rstrip(), rules)


def _program() -> str:
    """The program that was installed with this package; else the one in the PATH."""
    found = shutil.which("stslint", path=sysconfig.get_path("scripts")) or shutil.which("stslint")
    if found is None:
        raise Error("the program stslint is not in the PATH; install the wheel that `tools/dev package` makes")
    return found


def _arguments(options: Dict[str, Any], temporary: str) -> List[str]:
    """The options of a Linter, as the program names them."""
    for name in options:
        if name not in _OPTIONS:
            raise Error(f"{name!r} is no option of stslint.Linter; use one of {', '.join(_OPTIONS)}")
    if isinstance(options.get("ignore"), str):
        raise Error("ignore is a string; write a list of rules")
    arguments = []
    if options.get("now"):
        arguments.append(f"--now={options['now']}")
    if options.get("max_age"):
        arguments.append(f"--max-age={math.ceil(options['max_age'])}s")
    if options.get("ignore"):
        arguments.append(f"--ignore={','.join(options['ignore'])}")
    if options.get("schema") is not None:
        path = os.path.join(temporary, "schema.json")
        with open(path, "wb") as file:
            file.write(text_of(options["schema"]))
        arguments.append(f"--schema={path}")
    return arguments + [
        f"--{name.replace('_', '-')}={options[name]}" for name in ("time_format", "stackstate") if name in options
    ]
