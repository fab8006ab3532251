/* Vectors of LANES values, one lane of a generator each. A file defines LANES, to fit the registers
 * of its level, before it includes this; the values don't depend on it.
 */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#pragma STDC FP_CONTRACT OFF
/* Vectors are passed between functions of one file only, all of them inlined. */
#pragma clang diagnostic ignored "-Wpsabi"

typedef double reals __attribute__((ext_vector_type(LANES)));
typedef uint64_t words __attribute__((ext_vector_type(LANES)));
typedef int64_t mask __attribute__((ext_vector_type(LANES)));

#define INLINE static inline __attribute__((always_inline))

INLINE reals load_reals(const double *from) {
  reals values;
  memcpy(&values, from, sizeof values);
  return values;
}

INLINE words load_words(const uint64_t *from) {
  words values;
  memcpy(&values, from, sizeof values);
  return values;
}

INLINE void store_reals(double *to, reals values) { memcpy(to, &values, sizeof values); }

INLINE void store_words(uint64_t *to, words values) { memcpy(to, &values, sizeof values); }

INLINE reals as_reals(words bits) { return __builtin_bit_cast(reals, bits); }

INLINE words as_words(reals values) { return __builtin_bit_cast(words, values); }

INLINE reals choose(mask where, reals yes, reals no) { return where ? yes : no; }

INLINE words choose_words(mask where, words yes, words no) { return where ? yes : no; }

INLINE int any(mask where) { return __builtin_reduce_or(where) != 0; }
