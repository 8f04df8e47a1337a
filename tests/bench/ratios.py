#!/usr/bin/env python3
"""Prints how fast stslint lints each file of serializers.py, as a ratio to simdjson's walk of the same bytes in memory.

`ratios.py DIR STSLINT PEER RUNS`. stslint is a whole process on one core, with its start, its reading and its report;
it takes turns with simdjson. Each ratio is the median of all rounds, and the lowest and the highest stand beside it.
"""
import os
import statistics
import subprocess
import sys

NOW = "2020-12-08T13:09:10Z"
FILES = [("compact.jsonl", "clean, compact, ASCII: Python", []),
         ("python.jsonl", "clean, Python's json.dumps as it is", []),
         ("utf8.jsonl", "clean, UTF-8: Python, ensure_ascii=False", []),
         ("node.jsonl", "clean, UTF-8: JSON.stringify of Node", []),
         ("jq.jsonl", "clean, UTF-8: jq -c", []),
         ("infos_1.jsonl", "1 % of payloads with an info", []),
         ("infos_10.jsonl", "10 % of payloads with an info", []),
         ("infos_100.jsonl", "every payload with an info", []),
         ("large.json", "one payload, an info in each 15th event", []),
         ("large_indented.json", "the same, indented", []),
         ("broken.jsonl", "every payload broken, --format json", ["--format", "json"])]


def run(command):
    """The seconds of processor time and the most memory in MB of a program whose output goes nowhere."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        usage = os.wait4(process.pid, 0)[2]
        process.returncode = 0
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    folder, stslint, peer, runs = sys.argv[1:5]
    print("%-44s %7s  %13s  %10s  %8s" % ("", "ratio", "spread", "stslint", "memory"))
    for name, what, flags in FILES:
        path = os.path.join(folder, name)
        if not os.path.exists(path):
            continue
        size, ratios, seconds, memory = os.path.getsize(path), [], [], 0
        for _ in range(int(runs)):
            took, used = run([stslint, "check", "--jobs", "1", "--now", NOW, *flags, path])
            walk = float(subprocess.run([peer, "walk", path], capture_output=True, check=True).stdout)
            ratios.append(walk / took)
            seconds.append(took)
            memory = max(memory, used)
        print("%-44s %7.2f  %6.2f–%-6.2f  %5.0f MB/s  %5.1f MB" %
              (what, statistics.median(ratios), min(ratios), max(ratios), size / 1e6 / statistics.median(seconds), memory))


if __name__ == "__main__":
    main()
