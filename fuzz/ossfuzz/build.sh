#!/bin/bash -eu
# What OSS-Fuzz runs in its container: brings the targets to $OUT, each with its corpus, words and options.
# `tools/dev ossfuzz` runs it here.
cmake -S "$SRC/stslint" -B "$WORK/build" -G Ninja -DSTSLINT_HTTP=OFF -DSTSLINT_TESTS=OFF -DSTSLINT_INSTALL=OFF
cmake --build "$WORK/build" --target stslint_fuzzers
for fuzzer in "$WORK"/build/fuzz/fuzz_*; do
  name=$(basename "$fuzzer")
  seeds=$("$SRC/stslint/fuzz/seeds_of" "${name#fuzz_}" "$WORK/build/fuzz/corpus")
  cp "$fuzzer" "$OUT/"
  zip -qj "$OUT/${name}_seed_corpus.zip" "$seeds"/* "$SRC"/stslint/fuzz/regressions/*
  cp "$WORK/build/fuzz/corpus/words.dict" "$OUT/$name.dict"
  printf '[libfuzzer]\nmax_len = 8192\nentropic = 0\n' >"$OUT/$name.options"
done
