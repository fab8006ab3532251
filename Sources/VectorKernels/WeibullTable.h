/* Weibull variates by a table of their quantile function. With t the smaller of u and 1 - u, each
 * binade of t from 2^-13 to 1/2 is cut into 16 strips of equal width, once for each side. A strip
 * has a polynomial of degree 7 in the distance from its middle.
 */

enum { STRIP_BITS = 4, FIRST_EXPONENT = -13, STRIPS_OF_SIDE = 12 << STRIP_BITS };

/* Where a uniform lies in the table. */
struct strip_place {
  words byte;  /* Where the coefficients of its strip begin. */
  reals v;     /* Its distance from the middle of the strip, in binades. */
  mask beyond; /* True for what lies outside of the table, where `byte` is that of some strip. */
};

INLINE struct strip_place place_in_table(reals u) {
  const int rest = 52 - STRIP_BITS;
  mask upper = u >= 0.5;
  reals t = choose(upper, 1 - u, u);
  words bits = as_words(t);
  mask beyond = t < 0x1p-13;
  words strip = (bits >> rest) - ((1023 + FIRST_EXPONENT) << STRIP_BITS);
  strip = choose_words(beyond, (words)0, strip);
  strip += choose_words(upper, (words)STRIPS_OF_SIDE, (words)0);
  reals one_and_more = as_reals((bits & ((UINT64_C(1) << rest) - 1)) | 0x3ff0000000000000u);
  struct strip_place place = {strip * 64, one_and_more - (1 + 0x1p-5), beyond};
  return place;
}

/* Eight vectors, as rows or as columns of a square. */
struct square {
  reals at[8];
};

/* The coefficients of eight strips, a strip a row. */
INLINE struct square rows_at(const double *table, words byte) {
  uint64_t bytes[8];
  store_words(bytes, byte);
  struct square rows;
#pragma clang loop unroll(full)
  for (int i = 0; i < 8; i++)
    rows.at[i] = load_reals((const double *)((const char *)table + bytes[i]));
  return rows;
}

/* Exchanges what stands at odd places of row i with what stands at even places of row i + 1; the
 * same with pairs of places and rows two apart, and with halves and rows four apart. */
INLINE struct square transposed(struct square from) {
  struct square singles, pairs, halves;
#pragma clang loop unroll(full)
  for (int i = 0; i < 8; i += 2) {
    reals x = from.at[i], y = from.at[i + 1];
    singles.at[i] = __builtin_shufflevector(x, y, 0, 8, 2, 10, 4, 12, 6, 14);
    singles.at[i + 1] = __builtin_shufflevector(x, y, 1, 9, 3, 11, 5, 13, 7, 15);
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < 8; i += i % 2 ? 3 : 1) {
    reals x = singles.at[i], y = singles.at[i + 2];
    pairs.at[i] = __builtin_shufflevector(x, y, 0, 1, 8, 9, 4, 5, 12, 13);
    pairs.at[i + 2] = __builtin_shufflevector(x, y, 2, 3, 10, 11, 6, 7, 14, 15);
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < 4; i++) {
    reals x = pairs.at[i], y = pairs.at[i + 4];
    halves.at[i] = __builtin_shufflevector(x, y, 0, 1, 2, 3, 8, 9, 10, 11);
    halves.at[i + 4] = __builtin_shufflevector(x, y, 4, 5, 6, 7, 12, 13, 14, 15);
  }
  return halves;
}

/* The polynomials with these coefficients, each at its own v: even and odd powers apart, so that
 * they run side by side. */
INLINE reals polynomials(struct square c, reals v) {
  reals w = v * v;
  reals even = c.at[0] + w * (c.at[2] + w * (c.at[4] + w * c.at[6]));
  reals odd = c.at[1] + w * (c.at[3] + w * (c.at[5] + w * c.at[7]));
  return even + v * odd;
}

/* (-log u)^inverse_shape. */
INLINE reals weibull_of(reals u, double inverse_shape) {
  return exp_of(inverse_shape * log_of_normal(-log_of_normal(u)));
}

INLINE reals tabulated_weibull(reals u, double inverse_shape, const double *table) {
  struct strip_place place = place_in_table(u);
  reals x = polynomials(transposed(rows_at(table, place.byte)), place.v);
  if (__builtin_expect(any(place.beyond), 0))
    x = choose(place.beyond, weibull_of(u, inverse_shape), x);
  return x;
}
