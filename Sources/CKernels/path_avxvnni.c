// x86-64 with AVX2, FMA and VNNI on 256 bits.

#if defined(__x86_64__)
#include <immintrin.h>

#include "coefficients.h"
#include "kernels.h"

#pragma clang attribute push(__attribute__((target("avx2,fma,avxvnni"))), apply_to = function)

#include "lanes.h"

#define CK_KERNELS ck_kernels_avxvnni
#define CK_F32_ROWS 4
#define CK_F32_VECTORS 1
#define CK_I8_ROWS 6

/// acc[r][j] = Σ_i q[r, i] w[i, j] over one panel, 16 outputs at a time; weights are kept as w + 128, as for AVX-512.
CK_INLINE void i8_tile(
    int rows, const int8_t *q, size_t row_size, size_t groups, const int32_t *sum, const uint8_t *w,
    int32_t acc[CK_I8_ROWS][ck_panel]) {
  for (int j = 0; j < ck_panel; j += 16) {
    __m256i low[CK_I8_ROWS], high[CK_I8_ROWS];
    for (int r = 0; r < rows; r++) low[r] = high[r] = _mm256_set1_epi32(-128 * sum[r]);
    const uint8_t *column = w + 4 * j;
    for (size_t g = 0; g < groups; g++, column += ck_panel * 4) {
      __m256i b = _mm256_loadu_si256((const __m256i *)column);
      __m256i c = _mm256_loadu_si256((const __m256i *)(column + 32));
#pragma clang loop unroll(full)
      for (int r = 0; r < rows; r++) {
        int32_t four;
        memcpy(&four, q + r * row_size + 4 * g, 4);
        __m256i a = _mm256_set1_epi32(four);
        low[r] = _mm256_dpbusd_avx_epi32(low[r], b, a);
        high[r] = _mm256_dpbusd_avx_epi32(high[r], c, a);
      }
    }
    for (int r = 0; r < rows; r++) {
      _mm256_storeu_si256((__m256i *)(acc[r] + j), low[r]);
      _mm256_storeu_si256((__m256i *)(acc[r] + j + 8), high[r]);
    }
  }
}

#include "layers.h"

#pragma clang attribute pop
#endif
