// x86-64 with AVX2 and FMA.

#if defined(__x86_64__)
#include <immintrin.h>

#include "coefficients.h"
#include "kernels.h"

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)

#include "lanes.h"

#define CK_KERNELS ck_kernels_avx2
#define CK_F32_ROWS 4
#define CK_F32_VECTORS 1
#define CK_I8_ROWS 6

/// Groups of four inputs that are widened at a time.
enum { ck_block = 128 };

/// acc[r][j] = Σ_i q[r, i] w[i, j] over one panel. Both are widened to 16 bits, so that `pmaddwd` cannot saturate;
/// a register holds four outputs, each in two parts.
CK_INLINE void i8_tile(
    int rows, const int8_t *q, size_t row_size, size_t groups, const int32_t *sum, const uint8_t *w,
    int32_t acc[CK_I8_ROWS][ck_panel]) {
  (void)sum;
  for (int r = 0; r < rows; r++) memset(acc[r], 0, sizeof acc[r]);
  for (size_t first = 0; first < groups; first += ck_block, w += ck_block * ck_panel * 4) {
    size_t count = groups - first < ck_block ? groups - first : ck_block;
    int64_t wide[CK_I8_ROWS][ck_block] __attribute__((aligned(32)));
    for (int r = 0; r < rows; r++)
      for (size_t g = 0; g < count; g++) {
        int32_t four;
        memcpy(&four, q + r * row_size + 4 * (first + g), 4);
        wide[r][g] = _mm_cvtsi128_si64(_mm_cvtepi8_epi16(_mm_cvtsi32_si128(four)));
      }
    for (int j = 0; j < ck_panel; j += 8) {
      __m256i low[CK_I8_ROWS], high[CK_I8_ROWS];
      for (int r = 0; r < rows; r++) low[r] = high[r] = _mm256_setzero_si256();
      const uint8_t *column = w + 4 * j;
      for (size_t g = 0; g < count; g++, column += ck_panel * 4) {
        __m256i b = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)column));
        __m256i c = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(column + 16)));
#pragma clang loop unroll(full)
        for (int r = 0; r < rows; r++) {
          __m256i a = _mm256_set1_epi64x(wide[r][g]);
          low[r] = _mm256_add_epi32(low[r], _mm256_madd_epi16(a, b));
          high[r] = _mm256_add_epi32(high[r], _mm256_madd_epi16(a, c));
        }
      }
      for (int r = 0; r < rows; r++) {
        __m256i *to = (__m256i *)(acc[r] + j);
        __m256i pairs = _mm256_permute4x64_epi64(_mm256_hadd_epi32(low[r], high[r]), _MM_SHUFFLE(3, 1, 2, 0));
        _mm256_storeu_si256(to, _mm256_add_epi32(_mm256_loadu_si256(to), pairs));
      }
    }
  }
}

#include "layers.h"

#pragma clang attribute pop
#endif
