#!/usr/bin/env python3
"""What a call from Python costs beside a call of the C library: prints the microseconds a payload of about 1 kB, the best of many
rounds. The package stslint must be installed, or in PYTHONPATH."""

import json
import time

START = time.perf_counter()
import stslint  # noqa: E402

stslint.lint(b"{}")
print(f"import stslint, lint {{}}: {(time.perf_counter() - START) * 1000:.1f} ms")


def best(work, payloads):
    times = []
    for _ in range(50):
        start = time.perf_counter()
        for payload in payloads:
            work(payload)
        times.append((time.perf_counter() - start) / len(payloads) * 1e6)
    return min(times)


for kind in ("valid-maximal", "fault"):
    made = [each.payload for each in stslint.generate(3000, kind=kind) if 900 < len(each.payload) < 1100][:200]
    print(f"{kind}, bytes: {best(stslint.lint, made):.2f} us")
    objects = []
    for payload in made:
        try:
            objects.append(json.loads(payload))
        except ValueError:
            pass
    print(f"{kind}, object: {best(stslint.lint, objects):.2f} us, of which json.dumps {best(json.dumps, objects):.2f} us")
