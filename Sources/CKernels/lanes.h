// Sixteen lanes, and the elementary functions on them. Included once by each path's file, with that path's target switched on.
//
// `v16` is a compiler vector: on a narrower machine the compiler splits it, which changes no result, since every operation here
// is exact or rounded once, lane by lane.

#include <string.h>

// The functions below are always inlined, so that no vector is passed by an ABI that depends on the target.
#pragma clang diagnostic ignored "-Wpsabi"

#pragma STDC FP_CONTRACT OFF
#pragma clang fp contract(off)

#define CK_INLINE static inline __attribute__((always_inline))

typedef float v16 __attribute__((vector_size(64), aligned(4)));
typedef int32_t v16i __attribute__((vector_size(64), aligned(4)));
typedef uint32_t v16u __attribute__((vector_size(64), aligned(4)));
typedef int8_t v16b __attribute__((vector_size(16), aligned(1)));

CK_INLINE v16 splat(float x) { return (v16){x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x}; }

CK_INLINE v16i splat_int(int32_t x) { return (v16i){x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x}; }

CK_INLINE v16 load(const float *p) { return *(const v16 *)p; }

CK_INLINE void store(float *p, v16 x) { *(v16 *)p = x; }

/// The first `count` lanes from memory (1 to 15), zeros in the others.
CK_INLINE v16 load_some(const float *p, size_t count) {
  v16 x = splat(0);
  memcpy(&x, p, count * sizeof(float));
  return x;
}

CK_INLINE void store_some(float *p, v16 x, size_t count) { memcpy(p, &x, count * sizeof(float)); }

/// a × b + c, rounded once.
CK_INLINE v16 fma16(v16 a, v16 b, v16 c) { return __builtin_elementwise_fma(a, b, c); }

CK_INLINE v16 max16(v16 a, v16 b) { return __builtin_elementwise_max(a, b); }

CK_INLINE v16 min16(v16 a, v16 b) { return __builtin_elementwise_min(a, b); }

/// All lanes added by halving: l with l + 8, then with l + 4, l + 2, l + 1.
CK_INLINE float sum_lanes(v16 x) {
  float s[16];
  memcpy(s, &x, sizeof s);
  for (int half = 8; half > 0; half /= 2)
    for (int l = 0; l < half; l++) s[l] = s[l] + s[l + half];
  return s[0];
}

CK_INLINE float max_lanes(v16 x) {
  float s[16];
  memcpy(s, &x, sizeof s);
  for (int half = 8; half > 0; half /= 2)
    for (int l = 0; l < half; l++) s[l] = s[l] > s[l + half] ? s[l] : s[l + half];
  return s[0];
}

/// 1.5 × 2²³: added to a float below 2²² it leaves the nearest integer, halves to even, in the low bits.
#define CK_ROUNDER 12582912.0f
#define CK_ROUNDER_BITS 0x4B400000

/// exp(x) = 2ⁿ exp(r) with |r| ≤ ln 2 / 2 and a polynomial of degree 6. Coefficients: Tests/NeuralTests/Reference/coefficients.py.
CK_INLINE v16 exp16(v16 x) {
  x = min16(max16(x, splat(-87.0f)), splat(88.0f));
  v16 t = fma16(x, splat(0x1.715476p+0f), splat(CK_ROUNDER));
  v16i n = (v16i)t - splat_int(CK_ROUNDER_BITS);
  v16 whole = t - splat(CK_ROUNDER);
  v16 r = fma16(whole, splat(-0x1.62e4p-1f), x);
  r = fma16(whole, splat(-0x1.7f7d1cp-20f), r);
  v16 p = splat(CK_EXP_6);
  p = fma16(p, r, splat(CK_EXP_5));
  p = fma16(p, r, splat(CK_EXP_4));
  p = fma16(p, r, splat(CK_EXP_3));
  p = fma16(p, r, splat(CK_EXP_2));
  p = fma16(p, r, splat(1.0f));
  p = fma16(p, r, splat(1.0f));
  return (v16)((v16i)p + n * splat_int(1 << 23));
}

/// erf(x) = x P(x²) / Q(x²) on [−3.92, 3.92], beyond which it is ±1 in single precision. Coefficients: coefficients.py.
CK_INLINE v16 erf16(v16 x) {
  x = min16(max16(x, splat(-CK_ERF_LIMIT)), splat(CK_ERF_LIMIT));
  v16 t = x * x;
  v16 p = splat(CK_ERF_P[CK_ERF_P_DEGREE]);
  for (int i = CK_ERF_P_DEGREE - 1; i >= 0; i--) p = fma16(p, t, splat(CK_ERF_P[i]));
  v16 q = splat(CK_ERF_Q[CK_ERF_Q_DEGREE]);
  for (int i = CK_ERF_Q_DEGREE - 1; i >= 0; i--) q = fma16(q, t, splat(CK_ERF_Q[i]));
  return min16(max16(x * p / q, splat(-1.0f)), splat(1.0f));
}
