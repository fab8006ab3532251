#ifndef NINES_CGSL_SHIM_H
#define NINES_CGSL_SHIM_H

#if !__has_include(<gsl/gsl_sf_gamma.h>)
#error "The GNU Scientific Library is missing: install it (apt-get install libgsl-dev, or brew install gsl), or build without it (swift build --disable-default-traits)."
#endif

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_sf_erf.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_sf_log.h>
#include <gsl/gsl_sf_psi.h>

#endif
