#!/usr/bin/env python3
"""What a call from Python costs beside the same call from C: prints the microseconds of processor time a payload of about
1 kB, the median of many rounds that take turns. The package stslint must be installed, or in PYTHONPATH."""

import ctypes
import json
import statistics
import time

START = time.process_time()
import stslint  # noqa: E402

stslint.lint(b"{}")
print(f"import stslint, lint {{}}: {(time.process_time() - START) * 1000:.1f} ms")

from stslint import _native  # noqa: E402

HANDLE = ctypes.c_void_p()
_native.check(_native.linter_new(None, ctypes.byref(HANDLE)))
COUNT = ctypes.c_size_t()
FINDING = _native.Finding(size=ctypes.sizeof(_native.Finding))
REPORT = _native.Text()


def c_calls(payload):
    """What lint asks the C library, without any value of Python."""
    _native.lint(HANDLE, payload, len(payload), None, COUNT)
    for number in range(COUNT.value):
        _native.describe(HANDLE, number, FINDING)
    if COUNT.value and FINDING.fix:
        _native.report(HANDLE, None, REPORT)


def medians(payloads, *works):
    times = [[] for _ in works]
    for _ in range(21):
        for work, of_work in zip(works, times):
            start = time.process_time()
            for payload in payloads:
                work(payload)
            of_work.append((time.process_time() - start) / len(payloads) * 1e6)
    return [statistics.median(of_work) for of_work in times]


sized = [each.payload for each in stslint.generate(5000) if 700 < len(each.payload) < 1300]
kinds = {"no finding": [], "one finding, no fix": [], "one finding, a fix": []}
for payload in sized:
    found = stslint.lint(payload)
    if len(found) < 2:
        kinds["no finding" if not found else "one finding, a fix" if found[0].fix else "one finding, no fix"].append(payload)
for name, made in kinds.items():
    of_c, of_python = medians(made, c_calls, stslint.lint)
    print(f"{len(made)} with {name}: C {of_c:.1f} us, Python {of_python:.1f} us, {of_python - of_c:.1f} us over it")
objects = [json.loads(payload) for payload in kinds["no finding"]]
of_lint, of_dumps = medians(objects, stslint.lint, json.dumps)
print(f"no finding, object: {of_lint:.1f} us, of which json.dumps {of_dumps:.1f} us")
