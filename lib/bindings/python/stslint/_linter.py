"""A linter with its options."""

import ctypes
import json
import threading
from typing import Any, List, Optional, Sequence, Union

from . import _native
from ._finding import Finding, Fix, at_least, edits, members, report

Payload = Any
"""A text (str, bytes, bytearray or memoryview), or an object that json.dumps writes."""


class _Handle:
    """A linter of the C library; for one thread."""

    def __init__(self, options: _native.Options) -> None:
        self.free = _native.linter_free  # at exit, modules go before objects
        self.pointer = ctypes.c_void_p()
        _native.check(_native.linter_new(ctypes.byref(options), ctypes.byref(self.pointer)))
        self.count = ctypes.c_size_t()

    def __del__(self) -> None:
        if self.pointer:
            self.free(self.pointer)


class Linter:
    """Lints with options. All threads can use one Linter.

    now          seconds since 1970; without it, no rule compares with the current time
    max_age      seconds; with it and `now`, older events are findings
    time_format  "s" or "ms": the unit of the times in payloads
    stackstate   "5.1", "5.2" or "suse": the documentation that payloads must follow
    ignore       the ids of rules whose findings are left out
    schema       a JSON Schema (draft-07) of your own that payloads must match too
    comments     comments and trailing commas are no mistakes
    """

    def __init__(
        self,
        *,
        now: Optional[float] = None,
        max_age: Optional[float] = None,
        time_format: str = "s",
        stackstate: str = "5.1",
        ignore: Sequence[str] = (),
        schema: Payload = None,
        comments: bool = False,
    ) -> None:
        if isinstance(ignore, str):
            raise TypeError("ignore is a string; write a list of rules")
        words = [rule.encode() for rule in ignore]
        text = None if schema is None else text_of(schema)
        self._options = _native.Options(
            size=ctypes.sizeof(_native.Options),
            now=now or 0,
            max_age=max_age or 0,
            time_format=time_format.encode(),
            stackstate=stackstate.encode(),
            ignore=(ctypes.c_char_p * len(words))(*words),
            ignore_count=len(words),
            schema=text,
            schema_size=len(text or b""),
            comments=comments,
        )
        self._local = threading.local()
        self._handle()  # a wrong option is told here

    def _handle(self) -> _Handle:
        try:
            return self._local.handle  # type: ignore[no-any-return]
        except AttributeError:
            self._local.handle = _Handle(self._options)
            return self._local.handle

    def lint(self, payload: Payload, form: str = "auto", *, file: str = "<payload>") -> List[Finding]:
        """The mistakes in a payload, in order of place.

        `form` is what it is: "payload", or a part of one, such as "event"; "auto" lets its keys decide.
        `file` is the name of a text in reports.
        """
        is_text, text = is_text_of(payload), text_of(payload)
        handle = self._handle()
        count = handle.count
        code = _native.lint(handle.pointer, text, len(text), form.encode(), count)
        if code:
            _native.check(code)
        return self._findings(handle, count.value, file, is_text) if count.value else []

    def _findings(self, handle: _Handle, count: int, file: str, is_text: bool) -> List[Finding]:
        described, all_members, fixes = _native.Finding(size=ctypes.sizeof(_native.Finding)), [], {}
        for number in range(count):
            _native.check(_native.describe(handle.pointer, number, described))
            all_members.append(members(described, is_text))
            if described.fix:
                fixes[number] = Fix(described.fix == _native.SAFE_FIX, ())
        if fixes and is_text:  # the report alone has the edits
            answer = _native.Text()
            _native.check(_native.report(handle.pointer, None, answer))
            found = json.loads(answer.text())["findings"]
            fixes = {number: Fix(fix.safe, edits(found[number])) for number, fix in fixes.items()}
        return [Finding(file=file, fix=fixes.get(number), **each) for number, each in enumerate(all_members)]

    def fix(self, payload: Payload, form: str = "auto", *, unsafe: bool = False) -> Payload:
        """The payload after its fixes, as the same type: a str, bytes, or an object.

        Without `unsafe`, a fix cannot change what the payload means.
        """
        text, fixed, count = text_of(payload), _native.Text(), ctypes.c_size_t()
        handle = self._handle()
        _native.check(_native.fix(handle.pointer, text, len(text), form.encode(), unsafe, fixed, count))
        if not count.value:
            return payload
        if isinstance(payload, str):
            return fixed.bytes().decode("utf-8", "surrogatepass")
        return fixed.bytes() if is_text_of(payload) else json.loads(fixed.bytes())

    def assert_payload(
        self, payload: Payload, form: str = "auto", *, fail_on: str = "error", file: str = "<payload>"
    ) -> None:
        """Raises AssertionError, with a report, if a finding is at or above `fail_on`: "info", "warning" or "error"."""
        __tracebackhide__ = True  # pytest shows the test instead
        findings = self.lint(payload, form, file=file)
        if at_least(findings, fail_on):
            least = "warning" if fail_on == "error" else fail_on
            raise AssertionError(report(at_least(findings, least)))


def is_text_of(payload: Payload) -> bool:
    return isinstance(payload, (str, bytes, bytearray, memoryview))


def text_of(payload: Payload) -> bytes:
    """The bytes of a text, or what json.dumps writes of an object: NaN, for example, which is no JSON."""
    if isinstance(payload, bytes):
        return payload
    if isinstance(payload, (bytearray, memoryview)):
        return bytes(payload)
    text: Union[str, Any] = payload if isinstance(payload, str) else json.dumps(payload)
    return text.encode("utf-8", "surrogatepass")
