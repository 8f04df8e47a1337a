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
 * and the target links stslint::mutator. Inputs are plain JSON, so other programs can share the corpus. The mutator
 * knows the members of payloads, good values for them, and values that break a rule. It accepts any bytes: it changes
 * the readable part of broken text, and often corrects it. Of 16 calls, about 3 change raw bytes, and one generates a
 * new payload.
 *
 * The same bytes, `max` and seed give the same bytes everywhere, if `raw` does so too. The mutator keeps nothing
 * between calls and throws nothing, and all threads may call it at once. The library needs only the C library, defines
 * only these names, and is built without instrumentation, so that a fuzzer sees only the coverage of its target. */

#ifdef __cplusplus
extern "C" {
#endif

/* Changes raw bytes, and returns the new number of bytes. LLVMFuzzerMutate is such a function. */
typedef size_t (*stslint_raw_mutate_fn)(uint8_t *data, size_t size, size_t max);

/* Changes the text of `size` bytes in place, and returns its new size, at most `max`: the number of bytes that `data`
 * can hold. Without `raw`, the mutator changes raw bytes in its own way. */
size_t stslint_mutate(uint8_t *data, size_t size, size_t max, unsigned seed, stslint_raw_mutate_fn raw);

/* Writes to `out` the first text with a part of the second in a fitting place, and returns its size, at most
 * `max`. `out` must differ from both. */
size_t stslint_crossover(const uint8_t *first, size_t first_size, const uint8_t *second, size_t second_size,
                         uint8_t *out, size_t max, unsigned seed);

#ifdef __cplusplus
}
#define STSLINT_EXTERN_C extern "C"
#else
#define STSLINT_EXTERN_C
#endif

/* Defines the functions that libFuzzer looks for in a target. */
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
