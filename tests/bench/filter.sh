#!/bin/sh
# Compares stslint filter with stslint check on the same lines: processor time and real time, in alternation.
# usage: tests/bench/filter.sh PROGRAM LINES.jsonl [ROUNDS]
set -eu
program=$1 lines=$2 rounds=${3:-7}

# measure NAME COMMAND: prints the name, the processor time and the real time, in seconds.
measure() {
  python3 - "$@" <<'PYTHON'
import resource, subprocess, sys, time
start = time.monotonic()
subprocess.run(sys.argv[2], shell=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{sys.argv[1]}\t{used.ru_utime + used.ru_stime:.3f}\t{time.monotonic() - start:.3f}\t{used.ru_maxrss // 1024} MB")
PYTHON
}

for _ in $(seq "$rounds"); do
  measure check "'$program' check --quiet --no-config --no-baseline --format jsonl '$lines' >/dev/null"
  measure filter "'$program' filter --quiet --no-config --bad /dev/null <'$lines' >/dev/null"
  measure check-1 "'$program' check --quiet --no-config --no-baseline --jobs 1 --format jsonl '$lines' >/dev/null"
  measure filter-1 "'$program' filter --quiet --no-config --jobs 1 --bad /dev/null <'$lines' >/dev/null"
done
