#ifndef NINES_CSODIUM_SHIM_H
#define NINES_CSODIUM_SHIM_H

#if !__has_include(<sodium.h>)
#error "The library libsodium is missing: install it (apt-get install libsodium-dev, or brew install libsodium)."
#endif

#include <sodium.h>

#endif
