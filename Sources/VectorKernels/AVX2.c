#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define KERNELS nines_avx2_kernels
#include "KernelBodies.h"
#pragma clang attribute pop
#endif
