#ifndef NINES_KERNEL_TABLE_H
#define NINES_KERNEL_TABLE_H

#include <stddef.h>
#include <stdint.h>

/* One compiled copy of every kernel. */
struct nines_kernels {
  void (*start)(uint64_t *state, uint64_t seed, uint64_t block, uint64_t purpose);
  void (*bits)(uint64_t *state, uint64_t *out, size_t count);
  void (*uniform)(uint64_t *state, double *out, size_t count);
  void (*exponential)(uint64_t *state, double *out, size_t count);
  void (*normal)(uint64_t *state, double *out, size_t count);
  void (*lognormal)(uint64_t *state, double *out, size_t count, double sigma);
  void (*weibull)(uint64_t *state, double *out, size_t count, double inverse_shape);
  void (*weibull_by_table)(
    uint64_t *state, double *out, size_t count, double inverse_shape, const double *table);
  void (*gamma)(uint64_t *state, double *out, size_t count, double shape);
  void (*log)(const double *in, double *out, size_t count);
  void (*exp)(const double *in, double *out, size_t count);
};

extern const struct nines_kernels nines_baseline_kernels;
#if defined(__x86_64__)
extern const struct nines_kernels nines_avx2_kernels;
extern const struct nines_kernels nines_avx512_kernels;
#endif

#endif
