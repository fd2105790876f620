// The portable path: plain C, what the compiler's default target offers.

#include "coefficients.h"
#include "kernels.h"
#include "lanes.h"

#define CK_KERNELS ck_kernels_portable
#define CK_F32_ROWS 2
#define CK_F32_VECTORS 1
#define CK_I8_ROWS 2

/// acc[r][j] = Σ_i q[r, i] w[i, j] over one panel.
CK_INLINE void i8_tile(
    int rows, const int8_t *q, size_t row_size, size_t groups, const int32_t *sum, const uint8_t *w,
    int32_t acc[CK_I8_ROWS][ck_panel]) {
  (void)sum;
  for (int r = 0; r < rows; r++)
    for (int j = 0; j < ck_panel; j++) acc[r][j] = 0;
  for (size_t g = 0; g < groups; g++, w += ck_panel * 4)
    for (int r = 0; r < rows; r++) {
      const int8_t *a = q + r * row_size + 4 * g;
      const int8_t *b = (const int8_t *)w;
      for (int j = 0; j < ck_panel; j++)
        acc[r][j] += a[0] * b[4 * j] + a[1] * b[4 * j + 1] + a[2] * b[4 * j + 2] + a[3] * b[4 * j + 3];
    }
}

#include "layers.h"
