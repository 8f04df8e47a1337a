#!/usr/bin/env python3
"""What a call from Python costs: prints the microseconds of processor time a payload of about 1 kB, the best of many
rounds, as tests/bench/bindings.cpp does for C. The package stslint must be installed, or in PYTHONPATH."""

import json
import time

START = time.process_time()
import stslint  # noqa: E402

stslint.lint(b"{}")
print(f"import stslint, lint {{}}: {(time.process_time() - START) * 1000:.1f} ms")


def best(work, payloads):
    times = []
    for _ in range(20):
        start = time.process_time()
        for payload in payloads:
            work(payload)
        times.append((time.process_time() - start) / len(payloads) * 1e6)
    return min(times)


sized = [each.payload for each in stslint.generate(5000) if 700 < len(each.payload) < 1300]
for name, good in (("good", True), ("broken", False)):
    made = [payload for payload in sized if (not stslint.lint(payload)) == good]
    print(f"{len(made)} {name} ones, bytes: {best(stslint.lint, made):.2f} us")
    objects = []
    for payload in made:
        try:
            objects.append(json.loads(payload))
        except ValueError:
            pass
    print(f"{name}, object: {best(stslint.lint, objects):.2f} us, of which json.dumps {best(json.dumps, objects):.2f} us")
