// Weight layouts and checks that every path shares.

#include <string.h>

#include "kernels.h"

size_t ck_i8_row_size(size_t k) { return (k + 3) / 4 * 4; }

static size_t panels(size_t n) { return (n + ck_panel - 1) / ck_panel; }

size_t ck_i8_packed_size(size_t n, size_t k) { return panels(n) * ck_panel * ck_i8_row_size(k); }

void ck_i8_pack(ck_path path, const int8_t *weight, size_t first, size_t count, size_t k, uint8_t *packed) {
  uint8_t offset = path == CK_AVX512_VNNI || path == CK_AVX_VNNI ? 128 : 0;
  size_t groups = ck_i8_row_size(k) / 4;
  for (size_t row = 0; row < count; row++) {
    size_t j = first + row;
    uint8_t *to = packed + j / ck_panel * (groups * ck_panel * 4) + j % ck_panel * 4;
    const int8_t *from = weight + row * k;
    for (size_t g = 0; g < groups; g++, to += ck_panel * 4, from += 4) {
      size_t left = k - 4 * g;
      for (size_t i = 0; i < 4; i++) to[i] = (uint8_t)((i < left ? (uint8_t)from[i] : 0) + offset);
    }
  }
}

size_t ck_f32_packed_size(size_t n, size_t k) { return panels(n) * ck_panel * k; }

void ck_f32_pack(const float *weight, size_t n, size_t k, size_t stride, float *packed) {
  for (size_t j = 0; j < n; j += ck_panel, packed += k * ck_panel) {
    size_t width = n - j < ck_panel ? n - j : ck_panel;
    for (size_t c = 0; c < ck_panel; c++) {
      const float *from = weight + (j + c) * stride;
      for (size_t i = 0; i < k; i++) packed[i * ck_panel + c] = c < width ? from[i] : 0.0f;
    }
  }
}

size_t ck_attention_scratch(size_t rows, size_t head_width) {
  size_t padded = panels(rows) * ck_panel;
  return padded * (ck_attention_rows + 2 * head_width);
}

bool ck_all_finite(const float *x, size_t count) {
  uint32_t worst = 0;
  for (size_t i = 0; i < count; i++) {
    uint32_t bits;
    memcpy(&bits, x + i, 4);
    bits &= 0x7FFFFFFF;
    worst = bits > worst ? bits : worst;
  }
  return worst < 0x7F800000;
}

// MARK: CRC-32

/// table[t][b]: the remainder of byte b followed by t zero bytes.
struct crc_table {
  uint32_t entries[8][256];
};

static struct crc_table make_table(void) {
  struct crc_table table;
  for (uint32_t b = 0; b < 256; b++) {
    uint32_t r = b;
    for (int bit = 0; bit < 8; bit++) r = r & 1 ? r >> 1 ^ 0xEDB88320u : r >> 1;
    table.entries[0][b] = r;
  }
  for (int t = 1; t < 8; t++)
    for (uint32_t b = 0; b < 256; b++) {
      uint32_t r = table.entries[t - 1][b];
      table.entries[t][b] = r >> 8 ^ table.entries[0][r & 255];
    }
  return table;
}

/// Eight bytes a step (M. Kounavis and F. Berry, "Novel table lookup-based algorithms for high-performance CRC generation", 2008).
/// The table is made anew each time: 8 KB, some microseconds, and no global state.
uint32_t ck_crc32(const uint8_t *bytes, size_t count) {
  const struct crc_table table = make_table();
  const uint32_t(*t)[256] = table.entries;
  uint32_t crc = 0xFFFFFFFFu;
  for (; count >= 8; count -= 8, bytes += 8) {
    uint32_t low = crc ^ ((uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24);
    crc = t[7][low & 255] ^ t[6][low >> 8 & 255] ^ t[5][low >> 16 & 255] ^ t[4][low >> 24] ^ t[3][bytes[4]] ^ t[2][bytes[5]]
          ^ t[1][bytes[6]] ^ t[0][bytes[7]];
  }
  for (; count > 0; count--, bytes++) crc = crc >> 8 ^ t[0][(crc ^ *bytes) & 255];
  return ~crc;
}
