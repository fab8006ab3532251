#include "KernelTable.h"
#include "VectorKernels.h"

#if defined(__x86_64__)

int nines_best_level(void) {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")) return 2;
  return __builtin_cpu_supports("avx2") ? 1 : 0;
}

static const struct nines_kernels *kernels_at(int level) {
  if (level <= 0) return &nines_baseline_kernels;
  int best = nines_best_level();
  switch (level < best ? level : best) {
    case 0: return &nines_baseline_kernels;
    case 1: return &nines_avx2_kernels;
    default: return &nines_avx512_kernels;
  }
}

#else

int nines_best_level(void) { return 0; }

static const struct nines_kernels *kernels_at(int level) {
  (void)level;
  return &nines_baseline_kernels;
}

#endif

void nines_start(int level, uint64_t *state, uint64_t seed, uint64_t block, uint64_t purpose) {
  kernels_at(level)->start(state, seed, block, purpose);
}

void nines_fill_bits(int level, uint64_t *state, uint64_t *out, size_t count) {
  kernels_at(level)->bits(state, out, count);
}

void nines_fill_uniform(int level, uint64_t *state, double *out, size_t count) {
  kernels_at(level)->uniform(state, out, count);
}

void nines_fill_exponential(int level, uint64_t *state, double *out, size_t count) {
  kernels_at(level)->exponential(state, out, count);
}

void nines_fill_normal(int level, uint64_t *state, double *out, size_t count) {
  kernels_at(level)->normal(state, out, count);
}

void nines_fill_lognormal(int level, uint64_t *state, double *out, size_t count, double sigma) {
  kernels_at(level)->lognormal(state, out, count, sigma);
}

void nines_fill_weibull(
  int level, uint64_t *state, double *out, size_t count, double inverse_shape) {
  kernels_at(level)->weibull(state, out, count, inverse_shape);
}

void nines_fill_weibull_by_table(
  int level, uint64_t *state, double *out, size_t count, double inverse_shape,
  const double *table) {
  kernels_at(level)->weibull_by_table(state, out, count, inverse_shape, table);
}

void nines_fill_gamma(int level, uint64_t *state, double *out, size_t count, double shape) {
  kernels_at(level)->gamma(state, out, count, shape);
}

void nines_log(int level, const double *in, double *out, size_t count) {
  kernels_at(level)->log(in, out, count);
}

void nines_exp(int level, const double *in, double *out, size_t count) {
  kernels_at(level)->exp(in, out, count);
}
