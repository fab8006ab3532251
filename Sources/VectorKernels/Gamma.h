/* Gamma variates by Marsaglia and Tsang (A simple method for generating gamma variables, ACM TOMS
 * 26, 2000, 363-372), without the squeeze: the logarithm is cheap here.
 */

INLINE struct generator choose_generator(mask where, struct generator yes, struct generator no) {
  struct generator chosen = {
    choose_words(where, yes.a, no.a), choose_words(where, yes.b, no.b),
    choose_words(where, yes.c, no.c), choose_words(where, yes.d, no.d)};
  return chosen;
}

/* Gamma of shape d + 1/3, at least 1; c = 1 / sqrt(9 d). Two words a trial; a lane that accepts
 * keeps its state while the others try again, so that no lane depends on another. */
INLINE reals next_gamma(struct generator *now, double d, double c) {
  reals result = 0;
  mask open = (result == 0);
  do {
    struct generator after = *now;
    reals x = upper_normal_quantile(next_uniform(&after));
    reals u = next_uniform(&after);
    reals root = 1 + c * x;
    reals v = root * root * root;
    mask positive = v > 0;
    reals bound = 0.5 * x * x + d * (1 - v + log_of_normal(choose(positive, v, (reals)1.0)));
    mask accepted = open & positive & (log_of_normal(u) < bound);
    result = choose(accepted, d * v, result);
    *now = choose_generator(open, after, *now);
    open &= ~accepted;
  } while (any(open));
  return result;
}
