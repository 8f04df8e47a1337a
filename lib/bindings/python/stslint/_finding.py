"""Findings, and how they are shown."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Any, Dict, List, Optional, Sequence, Tuple

SEVERITIES = ("info", "warning", "error")


@dataclass(frozen=True)
class Event:
    """The event that a finding lies in."""

    name: str
    index: int


@dataclass(frozen=True)
class Edit:
    """Replaces `length` bytes at `offset` by `text`."""

    offset: int
    length: int
    text: str


@dataclass(frozen=True)
class Fix:
    """Edits that correct a mistake; `safe` ones cannot change what the payload means."""

    safe: bool
    edits: Tuple[Edit, ...]


@dataclass(frozen=True)
class Finding:
    """One mistake. The attributes are named as in `stslint check --format json`.

    An object of Python has no lines: then `line`, `column`, `endLine`, `endColumn`, `offset` and `length` are None, and
    `pointer` says where the mistake is.
    """

    file: str
    rule: str
    severity: str
    message: str
    pointer: str
    line: Optional[int]
    column: Optional[int]
    endLine: Optional[int]
    endColumn: Optional[int]
    offset: Optional[int]
    length: Optional[int]
    event: Optional[Event]
    suggestion: Optional[str]
    fix: Optional[Fix]
    frame: str
    """Two lines: the text around the place, and marks below the place."""

    def __str__(self) -> str:
        place = _printable(self.pointer or "(root)" if self.line is None else f"{self.file}:{self.line}:{self.column}")
        margin = " " * 4 if self.line is None else str(self.line).rjust(4)
        text, marks = self.frame.split("\n")
        return (
            f"{place}: {self.severity}[{self.rule}]: {self.message}\n"
            f"{margin} | {text}\n{' ' * len(margin)} | {marks}"
        )


def finding(json: Dict[str, Any], frame: str, is_text: bool) -> Finding:
    """A finding of a JSON report."""
    place = {name: json[name] if is_text else None for name in _PLACE}
    edits = json.get("fix", {}).get("edits", ()) if is_text else ()
    return Finding(
        file=json["file"],
        rule=json["rule"],
        severity=json["severity"],
        message=json["message"],
        pointer=json["pointer"],
        event=Event(**json["event"]) if "event" in json else None,
        suggestion=json.get("suggestion"),
        fix=Fix(json["fix"]["safe"], tuple(Edit(**edit) for edit in edits)) if "fix" in json else None,
        frame=frame,
        **place,
    )


_PLACE = ("line", "column", "endLine", "endColumn", "offset", "length")


def frame(text: bytes, mark: int, size: int) -> str:
    """Marks the `size` bytes at `mark` of a line."""
    before = text[:mark].decode("utf-8", "replace")
    marked = text[mark : mark + size].decode("utf-8", "replace")
    return f"{text.decode('utf-8', 'replace')}\n{' ' * _columns(before)}{'^' * max(1, _columns(marked))}"


def _printable(text: str) -> str:
    """Text that cannot harm a terminal or a log: keys of a payload and names of files can hold anything."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _columns(text: str) -> int:
    """How wide a terminal shows it."""
    return len(text) + sum(_extra_columns(c) for c in _NOT_ASCII.findall(text))


_NOT_ASCII = re.compile("[^\0-\x7f]")


def _extra_columns(c: str) -> int:
    return -1 if unicodedata.combining(c) else 1 if unicodedata.east_asian_width(c) in "WF" else 0


def at_least(findings: Sequence[Finding], severity: str) -> List[Finding]:
    if severity not in SEVERITIES:
        raise ValueError(f"{severity!r} is no severity; use one of {', '.join(SEVERITIES)}")
    worst = SEVERITIES[SEVERITIES.index(severity) :]
    return [each for each in findings if each.severity in worst]


def report(findings: Sequence[Finding]) -> str:
    """What the program prints of them."""
    counts = [(severity, sum(each.severity == severity for each in findings)) for severity in reversed(SEVERITIES)]
    total = ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for noun, count in counts if count)
    worst = max(findings, key=lambda each: SEVERITIES.index(each.severity))
    shown = "\n".join(str(each) for each in findings)
    return f"{shown}\n\n{total}; for more: stslint.explain({worst.rule!r})"
