/* xoshiro256++ 1.0 (Blackman and Vigna, Scrambled linear pseudorandom number generators, ACM TOMS
 * 47, 2021), eight generators side by side, and the uniforms made of their words.
 */

struct generator {
  words a, b, c, d;
};

INLINE struct generator load_generator(const uint64_t *state) {
  struct generator from = {
    load_words(state), load_words(state + 8), load_words(state + 16), load_words(state + 24)};
  return from;
}

INLINE void store_generator(uint64_t *state, struct generator now) {
  store_words(state, now.a);
  store_words(state + 8, now.b);
  store_words(state + 16, now.c);
  store_words(state + 24, now.d);
}

INLINE words rotated(words x, int k) { return (x << k) | (x >> (64 - k)); }

INLINE words next_words(struct generator *now) {
  words result = rotated(now->a + now->d, 23) + now->a;
  words shifted = now->b << 17;
  now->c ^= now->a;
  now->d ^= now->b;
  now->b ^= now->c;
  now->a ^= now->d;
  now->c ^= shifted;
  now->d = rotated(now->d, 45);
  return result;
}

/* (k + 1/2) / 2^52 for the top 52 bits k: 1 + k / 2^52 is a bit pattern and the difference exact. */
INLINE reals open_uniform(words bits) {
  reals from_one_to_two = as_reals((bits >> 12) | 0x3ff0000000000000u);
  return from_one_to_two - 0x1.fffffffffffffp-1;
}

INLINE reals next_uniform(struct generator *now) { return open_uniform(next_words(now)); }

/* The output function of SplitMix64 (Steele, Lea and Flood 2014; variant 13 of
 * Stafford). */
INLINE words mixed(words x) {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

/* The multiples of 2^64 / golden ratio that SplitMix64 counts in. */
INLINE uint64_t weyl(uint64_t step) { return step * 0x9e3779b97f4a7c15u; }

/* Three rounds in which each word takes up the one before it. Every step can be undone, so
 * different keys and lanes never start in the same state. */
INLINE struct generator started(uint64_t seed, uint64_t block, uint64_t purpose) {
  words lanes = {0, 1, 2, 3, 4, 5, 6, 7};
  struct generator now = {(words)seed, (words)block, (words)purpose, lanes};
  for (uint64_t step = 1; step <= 12; step += 4) {
    now.a += mixed(now.d + weyl(step));
    now.b += mixed(now.a + weyl(step + 1));
    now.c += mixed(now.b + weyl(step + 2));
    now.d += mixed(now.c + weyl(step + 3));
  }
  return now;
}
