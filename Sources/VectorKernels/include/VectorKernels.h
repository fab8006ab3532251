#ifndef NINES_VECTOR_KERNELS_H
#define NINES_VECTOR_KERNELS_H

#include <stddef.h>
#include <stdint.h>

/* Random numbers and elementary functions by block.
 *
 * Every kernel exists in up to three copies, compiled for the baseline of the processor family, for
 * AVX2 and for AVX-512, and all copies give the same bits: each uses additions, multiplications,
 * divisions and square roots of IEEE 754 in one order, and none fuses a multiplication with an
 * addition.
 *
 * `level` chooses the copy: 0 baseline, 1 AVX2, 2 AVX-512. A level above nines_best_level() is
 * lowered to it. Other processors have the baseline alone.
 *
 * A state is 32 words of the caller: four words of a xoshiro256++ generator (Blackman and Vigna
 * 2021) for each of eight lanes, word by word: state[8 w + l] is word w of lane l. Value i of a
 * block comes from lane i mod 8, so a fill of 8 a values followed by one of 8 b equals one fill of
 * 8 (a + b) for every kernel.
 *
 * `count` is a multiple of 8; a remainder is left untouched. Nothing is allocated.
 */

/* The highest level that this processor and its operating system support. */
int nines_best_level(void);

/* Starts a state from a key: lane l gets a 256-bit permutation of (seed, block, purpose, l). */
void nines_start(int level, uint64_t *state, uint64_t seed, uint64_t block, uint64_t purpose);

/* 64 random bits each. */
void nines_fill_bits(int level, uint64_t *state, uint64_t *out, size_t count);

/* Uniform in the open (0, 1): (k + 1/2) / 2^52 for the top 52 bits k of one word. */
void nines_fill_uniform(int level, uint64_t *state, double *out, size_t count);

/* Exponential of mean 1: -log u. */
void nines_fill_exponential(int level, uint64_t *state, double *out, size_t count);

/* Standard normal by inversion: z with P(Z > z) = u. */
void nines_fill_normal(int level, uint64_t *state, double *out, size_t count);

/* Lognormal of median 1: exp(sigma z). */
void nines_fill_lognormal(int level, uint64_t *state, double *out, size_t count, double sigma);

/* Weibull of scale 1: (-log u)^(1/shape); the caller gives 1/shape. */
void nines_fill_weibull(
  int level, uint64_t *state, double *out, size_t count, double inverse_shape);

/* The same by a table of the quantile function, of 2 x 192 strips with 8 coefficients each, from the
 * constant term up; WeibullTable.h says which strip is which. Beyond the table, for a u below 2^-13 or
 * above 1 - 2^-13, as nines_fill_weibull. */
void nines_fill_weibull_by_table(
  int level, uint64_t *state, double *out, size_t count, double inverse_shape,
  const double *table);

/* Gamma of scale 1 by Marsaglia and Tsang (2000); shape positive and finite. */
void nines_fill_gamma(int level, uint64_t *state, double *out, size_t count, double shape);

/* Natural logarithm, below 1 ulp; in and out may be the same block. */
void nines_log(int level, const double *in, double *out, size_t count);

/* Exponential function, below 1 ulp for normal results; in and out may be the same block. */
void nines_exp(int level, const double *in, double *out, size_t count);

/* The whole part of x, from 0 to below 2^63. Nothing is checked. */
static inline int64_t nines_whole_part(double x) { return (int64_t)x; }

#endif
