/* Vectors of eight values, one lane of a generator each. The compiler divides them among the
 * registers of its level: also at the baseline, where the state then waits in memory, eight
 * independent values hide the latency of the long polynomials (10 ns against 18 for a Weibull value
 * with vectors of two).
 */
#include <stddef.h>
#include <stdint.h>

#pragma STDC FP_CONTRACT OFF
/* Vectors are passed between functions of one file only, all of them inlined. */
#pragma clang diagnostic ignored "-Wpsabi"

typedef double reals __attribute__((ext_vector_type(8)));
typedef uint64_t words __attribute__((ext_vector_type(8)));
/* What a comparison of reals gives; the name of the type differs between systems. */
typedef __typeof__((reals){0} < (reals){0}) mask;

#define INLINE static inline __attribute__((always_inline))

INLINE reals load_reals(const double *from) {
  reals values;
  __builtin_memcpy(&values, from, sizeof values);
  return values;
}

INLINE words load_words(const uint64_t *from) {
  words values;
  __builtin_memcpy(&values, from, sizeof values);
  return values;
}

INLINE void store_reals(double *to, reals values) {
  __builtin_memcpy(to, &values, sizeof values);
}

INLINE void store_words(uint64_t *to, words values) {
  __builtin_memcpy(to, &values, sizeof values);
}

INLINE reals as_reals(words bits) { return __builtin_bit_cast(reals, bits); }

INLINE words as_words(reals values) { return __builtin_bit_cast(words, values); }

INLINE reals choose(mask where, reals yes, reals no) { return where ? yes : no; }

INLINE words choose_words(mask where, words yes, words no) { return where ? yes : no; }

INLINE int any(mask where) { return __builtin_reduce_or(where) != 0; }
