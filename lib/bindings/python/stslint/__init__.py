"""Lints the payloads of StackState's Receiver API where your code builds them: each mistake once, with its place, and
what to do. It works offline, and finds the same as the program stslint.

In a test, one line:

    import stslint

    def test_payload():
        stslint.assert_payload(my_agent.payload())

`assert_payload` takes a text (str or bytes) or an object that json.dumps writes, and fails with a report:

    /events/app.deployed/0/msg_text: error[wrong-type]: msg_text is the number 7; expected the text body of the event, …

Findings as values; their attributes are named as in `stslint check --format json`:

    for finding in stslint.lint(payload):
        print(finding.rule, finding.message)

A part of a payload, such as one event, is recognized by its keys. Or say what it is:

    stslint.lint(event, form="event")

Options, which help(stslint.Linter) lists, are those of a Linter:

    strict = stslint.Linter(now=time.time(), max_age=3600, ignore=["log-only-event"])
    strict.assert_payload(payload, fail_on="warning")

What pytest can do more is in help(stslint.pytest_plugin): the fixture `stslint_receiver` lints whatever the code under
test posts.

Also: fix() corrects a payload, explain() and rules() explain rules, schema() is the JSON Schema of payloads, and
generate() makes good and broken payloads for tests of receivers.

Threads: every function can be called from all threads. Errors: stslint.Error for an argument without meaning; TypeError
and ValueError are those of json.dumps.
"""

import ctypes
import json
from typing import Any, Dict, Iterator, List, NamedTuple, Optional

from . import _native
from ._finding import Edit, Event, Finding, Fix, report
from ._linter import Linter, Payload
from ._native import Error

__all__ = [
    "Edit",
    "Error",
    "Event",
    "Finding",
    "Fix",
    "Generated",
    "Linter",
    "assert_payload",
    "explain",
    "fix",
    "generate",
    "lint",
    "report",
    "rules",
    "schema",
]

Error.__module__ = __name__  # how a traceback names it
__version__: str = _native.version().decode()

_linter = Linter()
lint = _linter.lint
fix = _linter.fix
assert_payload = _linter.assert_payload


def explain(rule: str) -> Dict[str, Any]:
    """A rule: its `id`, `severity`, `summary`, why it exists, and `examples`, bad and good ones."""
    return json.loads(_answer(_native.explain, rule))  # type: ignore[no-any-return]


def rules() -> List[Dict[str, Any]]:
    """All rules, each as explain() has it."""
    return json.loads(_answer(_native.explain, None))  # type: ignore[no-any-return]


def schema(part: str = "payload") -> Dict[str, Any]:
    """The JSON Schema (draft-07) of a payload, or of a part of one, such as "event"."""
    return json.loads(_answer(_native.schema, part))  # type: ignore[no-any-return]


def _answer(function: Any, word: Optional[str]) -> bytes:
    text = _native.Text()
    _native.check(function(_linter._handle().pointer, _native.optional(word), text))
    return text.bytes()


class Generated(NamedTuple):
    """A generated payload, and its label as in the lines of `stslint generate`: `class`, `rules`, `expected` and more."""

    payload: bytes
    label: Dict[str, Any]


def generate(
    count: int,
    seed: int = 1,
    *,
    part: str = "payload",
    kind: Optional[str] = None,
    rule: Optional[str] = None,
    time_format: str = "s",
) -> Iterator[Generated]:
    """Makes good and broken payloads: the same for a seed on every machine.

    part  only this part of payloads, such as "event"
    kind  only this class of `stslint generate --list`, such as "valid-maximal"
    rule  only payloads that break this rule
    """
    options = _native.GeneratorOptions(
        size=ctypes.sizeof(_native.GeneratorOptions),
        part=part.encode(),
        kind=_native.optional(kind),
        rule=_native.optional(rule),
        time_format=time_format.encode(),
    )
    generator = ctypes.c_void_p()
    _native.check(_native.generator_new(seed, ctypes.byref(options), ctypes.byref(generator)))
    return _generated(generator, count)


def _generated(generator: ctypes.c_void_p, count: int) -> Iterator[Generated]:
    payload, label = _native.Text(), _native.Text()
    try:
        for index in range(count):
            _native.check(_native.generate(generator, index, payload, label))
            yield Generated(payload.bytes(), json.loads(label.bytes()))
    finally:
        _native.generator_free(generator)
