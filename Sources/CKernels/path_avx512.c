// x86-64 with AVX-512 and VNNI.

#if defined(__x86_64__)
#include <immintrin.h>

#include "coefficients.h"
#include "kernels.h"

#pragma clang attribute push( \
    __attribute__((target("avx2,fma,avx512f,avx512bw,avx512dq,avx512vl,avx512vnni"))), apply_to = function)

#include "lanes.h"

#define CK_KERNELS ck_kernels_avx512
#define CK_F32_ROWS 8
#define CK_F32_VECTORS 3
#define CK_I8_ROWS 8

/// acc[r][j] = Σ_i q[r, i] w[i, j] over one panel. `vpdpbusd` multiplies unsigned by signed bytes, so the weights are kept as w + 128
/// and 128 Σ q is taken off again.
CK_INLINE void i8_tile(
    int rows, const int8_t *q, size_t row_size, size_t groups, const int32_t *sum, const uint8_t *w,
    int32_t acc[CK_I8_ROWS][ck_panel]) {
  __m512i total[CK_I8_ROWS][3];
#pragma clang loop unroll(full)
  for (int r = 0; r < rows; r++) total[r][0] = total[r][1] = total[r][2] = _mm512_set1_epi32(-128 * sum[r]);
  for (size_t g = 0; g < groups; g++, w += ck_panel * 4) {
    __m512i w0 = _mm512_loadu_si512(w), w1 = _mm512_loadu_si512(w + 64), w2 = _mm512_loadu_si512(w + 128);
#pragma clang loop unroll(full)
    for (int r = 0; r < rows; r++) {
      int32_t four;
      memcpy(&four, q + r * row_size + 4 * g, 4);
      __m512i a = _mm512_set1_epi32(four);
      total[r][0] = _mm512_dpbusd_epi32(total[r][0], w0, a);
      total[r][1] = _mm512_dpbusd_epi32(total[r][1], w1, a);
      total[r][2] = _mm512_dpbusd_epi32(total[r][2], w2, a);
    }
  }
#pragma clang loop unroll(full)
  for (int r = 0; r < rows; r++)
    for (int v = 0; v < 3; v++) _mm512_storeu_si512(acc[r] + 16 * v, total[r][v]);
}

#include "layers.h"

#pragma clang attribute pop
#endif
