#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq"))), apply_to = function)
#define KERNELS nines_avx512_kernels
#include "KernelBodies.h"
#pragma clang attribute pop
#endif
