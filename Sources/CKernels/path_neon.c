// 64-bit ARM with the dot product extension.

#if defined(__aarch64__)
#include <arm_neon.h>

#include "coefficients.h"
#include "kernels.h"

#pragma clang attribute push(__attribute__((target("dotprod"))), apply_to = function)

#include "lanes.h"

#define CK_KERNELS ck_kernels_neon
#define CK_F32_ROWS 4
#define CK_F32_VECTORS 1
#define CK_I8_ROWS 6

/// acc[r][j] = Σ_i q[r, i] w[i, j] over one panel, 16 outputs at a time.
CK_INLINE void i8_tile(
    int rows, const int8_t *q, size_t row_size, size_t groups, const int32_t *sum, const uint8_t *w,
    int32_t acc[CK_I8_ROWS][ck_panel]) {
  (void)sum;
  for (int j = 0; j < ck_panel; j += 16) {
    int32x4_t total[CK_I8_ROWS][4];
    for (int r = 0; r < rows; r++)
      for (int v = 0; v < 4; v++) total[r][v] = vdupq_n_s32(0);
    const int8_t *column = (const int8_t *)w + 4 * j;
    for (size_t g = 0; g < groups; g++, column += ck_panel * 4) {
      int8x16_t b0 = vld1q_s8(column), b1 = vld1q_s8(column + 16);
      int8x16_t b2 = vld1q_s8(column + 32), b3 = vld1q_s8(column + 48);
#pragma clang loop unroll(full)
      for (int r = 0; r < rows; r++) {
        int32_t four;
        memcpy(&four, q + r * row_size + 4 * g, 4);
        int8x16_t a = vreinterpretq_s8_s32(vdupq_n_s32(four));
        total[r][0] = vdotq_s32(total[r][0], a, b0);
        total[r][1] = vdotq_s32(total[r][1], a, b1);
        total[r][2] = vdotq_s32(total[r][2], a, b2);
        total[r][3] = vdotq_s32(total[r][3], a, b3);
      }
    }
    for (int r = 0; r < rows; r++)
      for (int v = 0; v < 4; v++) vst1q_s32(acc[r] + j + 4 * v, total[r][v]);
  }
}

#include "layers.h"

#pragma clang attribute pop
#endif
