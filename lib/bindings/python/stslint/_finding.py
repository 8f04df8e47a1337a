"""Findings, and how they are shown."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Any, Dict, List, Optional, Sequence, Tuple

from . import _native

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


def members(described: _native.Finding, is_text: bool) -> Dict[str, Any]:
    """The attributes of a finding, without its fix."""
    event = described.event
    return {
        "rule": described.rule.text(),
        "severity": SEVERITIES[described.severity],
        "message": described.message.text(),
        "pointer": described.pointer.text(),
        "line": described.line if is_text else None,
        "column": described.column if is_text else None,
        "endLine": described.end_line if is_text else None,
        "endColumn": described.end_column if is_text else None,
        "offset": described.offset if is_text else None,
        "length": described.length if is_text else None,
        "event": Event(event.text(), described.event_index) if event.data else None,
        "suggestion": described.suggestion.text() or None,
        "frame": frame(described.frame.bytes(), described.frame_mark, described.frame_mark_size),
    }


def edits(json: Dict[str, Any]) -> Tuple[Edit, ...]:
    """Those of a finding in a JSON report."""
    return tuple(Edit(**edit) for edit in json["fix"]["edits"])


def frame(text: bytes, mark: int, size: int) -> str:
    """Marks the `size` bytes at `mark` of a line."""
    before, marked = (part.decode("utf-8", "replace") for part in (text[:mark], text[mark : mark + size]))
    return f"{text.decode('utf-8', 'replace')}\n{' ' * _columns(before)}{'^' * max(1, _columns(marked))}"


def _printable(text: str) -> str:
    """Text that cannot harm a terminal or a log: keys of a payload and names of files can hold anything."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _columns(text: str) -> int:
    """How wide a terminal shows it."""
    return len(text) + sum(map(_extra_columns, _NOT_ASCII.findall(text)))


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
