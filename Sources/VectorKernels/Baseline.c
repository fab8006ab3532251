#define KERNELS nines_baseline_kernels
#include "KernelBodies.h"
