#ifndef STSLINT_MUTATOR_H
#define STSLINT_MUTATOR_H

#include <stddef.h>
#include <stdint.h>

/* Mutates JSON payloads as JSON, for fuzzers of programs that receive them. In a libFuzzer target, C or C++, one line
 * makes it the mutator:
 *
 *     #include <stslint/mutator.h>
 *     STSLINT_DEFINE_LIBFUZZER_MUTATOR()
 *
 * and the library stslint::mutator is linked. Inputs are plain JSON, so a corpus can be shared with any other program.
 * The mutator knows the payloads' members, good values of them, and values that break a rule. Any bytes are taken:
 * what is broken is changed as far as it can be read, and often mended. Of 16 calls about 3 change raw bytes, one makes
 * a payload anew.
 *
 * The same bytes, `max` and seed give the same bytes everywhere, as long as `raw` does. Nothing is kept between calls,
 * nothing is thrown, and all threads may call at once. The library needs nothing but the C library, defines no other
 * names than these, and is built without instrumentation, so that a fuzzer sees the coverage of its target alone. */

#ifdef __cplusplus
extern "C" {
#endif

/* Changes bytes as bytes and returns how many there are then: LLVMFuzzerMutate is one. */
typedef size_t (*stslint_raw_mutate_fn)(uint8_t *data, size_t size, size_t max);

/* Changes the text of `size` bytes in place and returns its new size, never over `max`, which is how many bytes `data`
 * has room for. Without `raw` bytes are changed in ways of its own. */
size_t stslint_mutate(uint8_t *data, size_t size, size_t max, unsigned seed, stslint_raw_mutate_fn raw);

/* Writes to `out` the first text with something of the second in it, where that belongs, and returns its size, never
 * over `max`. `out` must be none of the two. */
size_t stslint_crossover(const uint8_t *first, size_t first_size, const uint8_t *second, size_t second_size,
                         uint8_t *out, size_t max, unsigned seed);

#ifdef __cplusplus
}
#define STSLINT_EXTERN_C extern "C"
#else
#define STSLINT_EXTERN_C
#endif

/* Defines what libFuzzer looks for in a target. */
#define STSLINT_DEFINE_LIBFUZZER_MUTATOR()                                                                             \
  STSLINT_EXTERN_C size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max);                                    \
  STSLINT_EXTERN_C size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max, unsigned seed);              \
  STSLINT_EXTERN_C size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max, unsigned seed) {             \
    return stslint_mutate(data, size, max, seed, LLVMFuzzerMutate);                                                    \
  }                                                                                                                    \
  STSLINT_EXTERN_C size_t LLVMFuzzerCustomCrossOver(const uint8_t *first, size_t first_size, const uint8_t *second,    \
                                                    size_t second_size, uint8_t *out, size_t max, unsigned seed);      \
  STSLINT_EXTERN_C size_t LLVMFuzzerCustomCrossOver(const uint8_t *first, size_t first_size, const uint8_t *second,    \
                                                    size_t second_size, uint8_t *out, size_t max, unsigned seed) {     \
    return stslint_crossover(first, first_size, second, second_size, out, max, seed);                                  \
  }

#endif
