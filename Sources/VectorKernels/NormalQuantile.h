/* The normal quantile by Wichura (Algorithm AS 241, PPND16, Applied Statistics 37, 1988, 477-484):
 * relative accuracy about 1e-16 before rounding.
 */

struct rational {
  double above[8], below[8];
};

/* |tail - 1/2| <= 0.425, in 0.180625 - (tail - 1/2)^2. */
static const struct rational central = {
  {3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
    1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
    3.3430575583588128105e4, 2.5090809287301226727e3},
  {1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
    2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4,
    5.2264952788528545610e3}};

/* Out to a tail of exp(-25), in sqrt(-log tail) - 1.6. */
static const struct rational middle = {
  {1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
    3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
    2.27238449892691845833e-2, 7.74545014278341407640e-4},
  {1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
    1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
    1.05075007164441684324e-9}};

/* Further out, in sqrt(-log tail) - 5. */
static const struct rational far = {
  {6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
    2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
    2.71155556874348757815e-5, 2.01033439929228813265e-7},
  {1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
    7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
    2.04426310338993978564e-15}};

/* The polynomial `yes` where the mask holds and `no` elsewhere. */
INLINE reals polynomial(mask where, const double *yes, const double *no, reals r) {
  reals sum = choose(where, (reals)yes[7], (reals)no[7]);
#pragma clang loop unroll(full)
  for (int i = 6; i >= 0; i--) sum = sum * r + choose(where, (reals)yes[i], (reals)no[i]);
  return sum;
}

INLINE reals quotient(mask where, const struct rational *yes, const struct rational *no, reals r) {
  return polynomial(where, yes->above, no->above, r) / polynomial(where, yes->below, no->below, r);
}

/* z with P(Z > z) = tail, for tails that are normal numbers below 1. */
INLINE reals upper_normal_quantile(reals tail) {
  reals q = 0.5 - tail;
  mask upper = q >= 0;
  mask near = (q <= 0.425) & (q >= -0.425);
  reals smaller = choose(upper, tail, 1 - tail);
  reals r = __builtin_elementwise_sqrt(-log_of_normal(smaller));
  reals z = quotient(near, &central, &middle, choose(near, 0.180625 - q * q, r - 1.6));
  mask distant = r > 5;
  if (__builtin_expect(any(distant), 0))
    z = choose(distant, quotient(distant, &far, &far, r - 5), z);
  return z * choose(near, q, choose(upper, (reals)1.0, (reals)-1.0));
}
