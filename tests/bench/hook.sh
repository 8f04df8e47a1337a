#!/usr/bin/env bash
# How long the hook takes over the git commands that it cannot do without: one for the list of what is staged, one for
# the contents. Prints the median of each in milliseconds and their ratio; the goal is 1.5 at most.
#
#     tests/bench/hook.sh [PROGRAM [FILES [ROUNDS]]]
set -euo pipefail
program=$(realpath "${1:-$(dirname "$0")/../../build/release/stslint}") files=${2:-100} rounds=${3:-200}
example=$(realpath "$(dirname "$0")/../../schema/examples/deployment.json")

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 LC_ALL=C
git init -q .
stage() { # every file with a line of its own
  for ((file = 0; file < files; ++file)); do sed "s/\"collection_timestamp\".*/\"collection_timestamp\": $(($1 + file)),/" "$example" >"$file.json"; done
  git add .
}
stage 1607000000
git -c user.name=bench -c user.email=bench@example.com commit -q -m before
stage 1607432950
git diff --cached --raw --no-abbrev | cut -d' ' -f4 >"$folder/ids"

floor() {
  git diff --cached --raw -z --no-abbrev --no-renames >/dev/null
  git cat-file --batch --buffer <"$folder/ids" >/dev/null
}
hook() { "$program" hook run; }
microseconds() {
  local before=${EPOCHREALTIME/./}
  "$1"
  echo $((${EPOCHREALTIME/./} - before))
}
median() { sort -n "$1" | sed -n "$((rounds / 2 + 1))p"; }

for ((round = 0; round < rounds; ++round)); do
  microseconds floor >>floor.times
  microseconds hook >>hook.times
done
awk -v floor="$(median floor.times)" -v hook="$(median hook.times)" -v files="$files" -v load="$(cut -d' ' -f1 /proc/loadavg)" 'BEGIN {
  printf "%d staged files: git alone %.1f ms, hook %.1f ms, ratio %.2f (load %s)\n", files, floor / 1000, hook / 1000, hook / floor, load }'
