/* Logarithm and exponential function after FreeBSD's msun (Sun Microsystems 1993: e_log.c and
 * e_exp.c), without branches.
 */

/* The natural logarithm of positive normal numbers, below 1 ulp. With x = 2^k m, m in
 * [sqrt(1/2), sqrt(2)), f = m - 1 and s = f / (2 + f): log m = f - f^2/2 + s (f^2/2 + R(s^2)). */
INLINE reals log_plus(reals x, reals more_exponent) {
  words shifted = as_words(x) + 0x00095f6200000000u;
  reals k = as_reals((shifted >> 52) | 0x4330000000000000u) - (0x1p52 + 1023);
  k += more_exponent;
  reals f = as_reals((shifted & 0x000fffffffffffffu) + 0x3fe6a09e00000000u) - 1;
  reals half_square = 0.5 * f * f;
  reals s = f / (2 + f);
  reals z = s * s;
  reals w = z * z;
  reals even =
    w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
  reals odd = z * (6.666666666666735130e-01
      + w * (2.857142874366239149e-01
          + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
  reals correction = s * (half_square + (odd + even)) + k * 1.90821492927058770002e-10;
  return correction - half_square + f + k * 6.93147180369123816490e-01;
}

INLINE reals log_of_normal(reals x) { return log_plus(x, (reals)0.0); }

/* The natural logarithm of anything: subnormal numbers are scaled first; log 0 = -infinity, the
 * logarithm of a negative number is not a number. */
INLINE reals log_of(reals x) {
  mask small = x < 0x1p-1022;
  reals scaled = choose(small, x * 0x1p54, x);
  reals result = log_plus(scaled, choose(small, (reals)-54.0, (reals)0.0));
  result = choose(x == __builtin_inf(), x, result);
  result = choose(x == 0, (reals)-__builtin_inf(), result);
  return choose(x >= 0, result, (reals)__builtin_nan(""));
}

/* 2^n for a whole n in [-1022, 1023] that was rounded by adding 1.5 x 2^52. */
INLINE reals power_of_two(reals rounded) {
  return as_reals((as_words(rounded) + 1023) << 52);
}

/* The exponential function, below 1 ulp while the result is normal. With x = n log 2 + r and
 * c = r - r^2 P(r^2): exp r = 1 + r + r c / (2 - c). The power is applied in halves, so that
 * overflow and gradual underflow come out as they should. */
INLINE reals exp_of(reals x) {
  const double rounding = 0x1.8p52;
  x = choose(x > 710, (reals)710.0, x);
  x = choose(x < -746, (reals)-746.0, x);
  reals n = (x * 1.44269504088896338700e+00 + rounding) - rounding;
  reals high = x - n * 6.93147180369123816490e-01;
  reals low = n * 1.90821492927058770002e-10;
  reals r = high - low;
  reals z = r * r;
  reals c = r - z * (1.66666666666666019037e-01
      + z * (-2.77777777770155933842e-03
          + z * (6.61375632143793436117e-05
              + z * (-1.65339022054652515390e-06 + z * 4.13813679705723846039e-08))));
  reals result = 1 + (r * c / (2 - c) - low + high);
  reals half = n * 0.5 + rounding;
  reals rest = n - (half - rounding) + rounding;
  return result * power_of_two(half) * power_of_two(rest);
}
