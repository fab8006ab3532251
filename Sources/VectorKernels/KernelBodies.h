/* The kernels of one level. A file names its table KERNELS before it includes this. */
#include "KernelTable.h"
#include "Lanes.h"
#include "Generator.h"
#include "ElementaryFunctions.h"
#include "NormalQuantile.h"
#include "Gamma.h"
#include "WeibullTable.h"

/* Runs `value` for every eight places of a block, on the generators `now`. */
#define FILL(store, value)                                     \
  size_t whole = count & ~(size_t)7;                           \
  struct generator now = load_generator(state);                \
  for (size_t i = 0; i < whole; i += 8) store(out + i, value); \
  store_generator(state, now);

static void start(uint64_t *state, uint64_t seed, uint64_t block, uint64_t purpose) {
  store_generator(state, started(seed, block, purpose));
}

static void bits(uint64_t *state, uint64_t *out, size_t count) {
  FILL(store_words, next_words(&now))
}

static void uniform(uint64_t *state, double *out, size_t count) {
  FILL(store_reals, next_uniform(&now))
}

static void exponential(uint64_t *state, double *out, size_t count) {
  FILL(store_reals, -log_of_normal(next_uniform(&now)))
}

static void normal(uint64_t *state, double *out, size_t count) {
  FILL(store_reals, upper_normal_quantile(next_uniform(&now)))
}

static void lognormal(uint64_t *state, double *out, size_t count, double sigma) {
  FILL(store_reals, exp_of(sigma * upper_normal_quantile(next_uniform(&now))))
}

static void weibull(uint64_t *state, double *out, size_t count, double inverse_shape) {
  FILL(store_reals, weibull_of(next_uniform(&now), inverse_shape))
}

static void weibull_by_table(
  uint64_t *state, double *out, size_t count, double inverse_shape, const double *table) {
  FILL(store_reals, tabulated_weibull(next_uniform(&now), inverse_shape, table))
}

/* u^(1/shape) from one further word, for shapes below 1 (Marsaglia and Tsang 2000, section 6). */
INLINE reals boost(struct generator *now, double inverse_shape) {
  return exp_of(inverse_shape * log_of_normal(next_uniform(now)));
}

static void gamma(uint64_t *state, double *out, size_t count, double shape) {
  int boosted = shape < 1;
  double d = (boosted ? shape + 1 : shape) - 1.0 / 3.0;
  double c = 1 / __builtin_elementwise_sqrt(9 * d);
  double inverse_shape = 1 / shape;
  if (boosted) {
    FILL(store_reals, next_gamma(&now, d, c) * boost(&now, inverse_shape))
  } else {
    FILL(store_reals, next_gamma(&now, d, c))
  }
}

static void log_block(const double *in, double *out, size_t count) {
  size_t whole = count & ~(size_t)7;
  for (size_t i = 0; i < whole; i += 8) store_reals(out + i, log_of(load_reals(in + i)));
}

static void exp_block(const double *in, double *out, size_t count) {
  size_t whole = count & ~(size_t)7;
  for (size_t i = 0; i < whole; i += 8) store_reals(out + i, exp_of(load_reals(in + i)));
}

const struct nines_kernels KERNELS = {
  start, bits, uniform, exponential, normal, lognormal, weibull, weibull_by_table, gamma,
  log_block, exp_block};
