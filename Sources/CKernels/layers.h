// The kernels of one path. Included once by each path's file after lanes.h; that file has defined
//   CK_F32_ROWS, CK_F32_VECTORS  the tile of fp32 products, in rows and vectors of 16 (1 or 3)
//   CK_I8_ROWS                   rows of int8 tiles
//   i8_tile_ROWS(q, row_size, groups, sum, w, acc)  see `i8_linear`
//   CK_KERNELS                   the name of the table

// MARK: int8

static void i8_quantise(
    const float *x, size_t rows, size_t k, size_t stride, int8_t *q, float *scale, int32_t *sum) {
  size_t row_size = ck_i8_row_size(k), whole = k / 16 * 16, rest = k - whole;
  for (size_t m = 0; m < rows; m++, x += stride, q += row_size) {
    v16 largest = splat(0);
    for (size_t i = 0; i < whole; i += 16)
      largest = max16(largest, (v16)((v16i)load(x + i) & splat_int(0x7FFFFFFF)));
    if (rest) largest = max16(largest, (v16)((v16i)load_some(x + whole, rest) & splat_int(0x7FFFFFFF)));
    float amax = max_lanes(largest);
    bool empty = !(amax >= 1e-30f && amax <= 3e38f);
    v16 factor = splat(empty ? 0.0f : 127.0f / amax);
    scale[m] = empty ? 0.0f : amax / 127.0f;
    v16i total = splat_int(0);
    for (size_t i = 0; i < whole; i += 16) {
      v16 t = load(x + i) * factor + splat(CK_ROUNDER);
      v16i rounded = (v16i)t - splat_int(CK_ROUNDER_BITS);
      *(v16b *)(q + i) = __builtin_convertvector(rounded, v16b);
      total += rounded;
    }
    if (rest) {
      v16 t = load_some(x + whole, rest) * factor + splat(CK_ROUNDER);
      v16i rounded = (v16i)t - splat_int(CK_ROUNDER_BITS);
      v16b bytes = __builtin_convertvector(rounded, v16b);
      memcpy(q + whole, &bytes, row_size - whole);
      total += rounded;
    }
    int32_t s = 0;
    for (int l = 0; l < 16; l++) s += total[l];
    sum[m] = s;
  }
}

static void i8_linear(
    const int8_t *q, const float *scale, const int32_t *sum, size_t rows, size_t k, const uint8_t *packed,
    const float *wscale, const float *bias, size_t n, float *y, size_t y_stride) {
  size_t row_size = ck_i8_row_size(k), groups = row_size / 4;
  for (size_t j = 0; j < n; j += ck_panel, packed += groups * ck_panel * 4) {
    size_t width = n - j < ck_panel ? n - j : ck_panel;
    for (size_t m = 0; m < rows;) {
      int32_t acc[CK_I8_ROWS][ck_panel] __attribute__((aligned(64)));
      const int8_t *a = q + m * row_size;
      // The last rows go in halving tiles, which compute the same integers.
      size_t tile = rows - m >= CK_I8_ROWS ? CK_I8_ROWS : rows - m >= 4 ? 4 : rows - m >= 2 ? 2 : 1;
      switch (tile) {
        case CK_I8_ROWS: i8_tile(CK_I8_ROWS, a, row_size, groups, sum + m, packed, acc); break;
#if CK_I8_ROWS > 4
        case 4: i8_tile(4, a, row_size, groups, sum + m, packed, acc); break;
#endif
#if CK_I8_ROWS > 2
        case 2: i8_tile(2, a, row_size, groups, sum + m, packed, acc); break;
#endif
        default: i8_tile(1, a, row_size, groups, sum + m, packed, acc);
      }
      for (size_t r = 0; r < tile; r++) {
        float *to = y + (m + r) * y_stride + j;
        for (size_t c = 0; c < width; c += 16) {
          v16 product = __builtin_convertvector(*(const v16i *)(acc[r] + c), v16);
          if (width - c >= 16) {
            v16 factor = splat(scale[m + r]) * load(wscale + j + c);
            store(to + c, product * factor + load(bias + j + c));
          } else {
            size_t some = width - c;
            v16 factor = splat(scale[m + r]) * load_some(wscale + j + c, some);
            store_some(to + c, product * factor + load_some(bias + j + c, some), some);
          }
        }
      }
      m += tile;
    }
  }
}

// MARK: fp32

/// acc[r][v] += Σ_i x[r, i] w[i, v], in the order of i; `w_stride` floats from one i to the next.
CK_INLINE void f32_tile(
    int rows, int vectors, const float *x, size_t x_stride, size_t k, const float *w, size_t w_stride,
    v16 acc[CK_F32_ROWS][CK_F32_VECTORS]) {
  for (size_t i = 0; i < k; i++, w += w_stride) {
    v16 columns[CK_F32_VECTORS];
#pragma clang loop unroll(full)
    for (int v = 0; v < vectors; v++) columns[v] = load(w + 16 * v);
#pragma clang loop unroll(full)
    for (int r = 0; r < rows; r++) {
      v16 value = splat(x[r * x_stride + i]);
#pragma clang loop unroll(full)
      for (int v = 0; v < vectors; v++) acc[r][v] = fma16(value, columns[v], acc[r][v]);
    }
  }
}

/// A tile of `rows` × (16 × `vectors`) outputs of which `width` are stored.
CK_INLINE void f32_block(
    int rows, int vectors, const float *x, size_t x_stride, size_t k, const float *w, size_t w_stride, const float *bias,
    size_t width, float *y, size_t y_stride) {
  v16 acc[CK_F32_ROWS][CK_F32_VECTORS];
  for (int v = 0; v < vectors; v++) {
    size_t left = width > (size_t)(16 * v) ? width - 16 * v : 0;
    v16 start = !bias || !left ? splat(0) : left >= 16 ? load(bias + 16 * v) : load_some(bias + 16 * v, left);
    for (int r = 0; r < rows; r++) acc[r][v] = start;
  }
  f32_tile(rows, vectors, x, x_stride, k, w, w_stride, acc);
#pragma clang loop unroll(full)
  for (int r = 0; r < rows; r++) {
#pragma clang loop unroll(full)
    for (int v = 0; v < vectors; v++) {
      size_t left = width > (size_t)(16 * v) ? width - 16 * v : 0;
      if (left >= 16)
        store(y + r * y_stride + 16 * v, acc[r][v]);
      else if (left)
        store_some(y + r * y_stride + 16 * v, acc[r][v], left);
    }
  }
}

/// `f32_linear` for `rows` rows, a constant.
CK_INLINE void f32_rows(
    int rows, const float *x, size_t k, size_t x_stride, const float *packed, const float *bias, size_t n, float *y,
    size_t y_stride) {
  for (size_t j = 0; j < n; j += ck_panel, packed += k * ck_panel) {
    size_t width = n - j < ck_panel ? n - j : ck_panel;
    for (size_t c = 0; c < width; c += 16 * CK_F32_VECTORS) {
      const float *b = bias ? bias + j + c : NULL;
      f32_block(rows, CK_F32_VECTORS, x, x_stride, k, packed + c, ck_panel, b, width - c, y + j + c, y_stride);
    }
  }
}

static void f32_linear(
    const float *x, size_t rows, size_t k, size_t x_stride, const float *packed, const float *bias, size_t n, float *y,
    size_t y_stride) {
  // Panels outside, rows inside: a panel stays in the cache for all rows.
  for (size_t j = 0; j < n; j += ck_panel, packed += k * ck_panel) {
    size_t width = n - j < ck_panel ? n - j : ck_panel, m = 0;
    const float *b = bias ? bias + j : NULL;
    for (; m + CK_F32_ROWS <= rows; m += CK_F32_ROWS)
      f32_rows(CK_F32_ROWS, x + m * x_stride, k, x_stride, packed, b, width, y + m * y_stride + j, y_stride);
#if CK_F32_ROWS > 4
    for (; m + 4 <= rows; m += 4) f32_rows(4, x + m * x_stride, k, x_stride, packed, b, width, y + m * y_stride + j, y_stride);
#endif
    for (; m < rows; m++) f32_rows(1, x + m * x_stride, k, x_stride, packed, b, width, y + m * y_stride + j, y_stride);
  }
}

// MARK: element by element

CK_INLINE v16 gelu16(v16 x) {
  v16 half = x * splat(0.5f);
  return fma16(half, erf16(x * splat(0x1.6a09e6p-1f)), half);
}

#define CK_MAP(name, function)                                                        \
  static void name(float *x, size_t count) {                                          \
    for (; count >= 16; count -= 16, x += 16) store(x, function(load(x)));            \
    if (count) store_some(x, function(load_some(x, count)), count);                   \
  }

CK_MAP(gelu, gelu16)
CK_MAP(map_exp, exp16)
CK_MAP(map_erf, erf16)

static void layer_norm(
    const float *x, const float *r, size_t rows, size_t width, const float *gain, const float *bias, float eps, float *y) {
  size_t whole = width / 16 * 16, rest = width - whole;
  for (size_t m = 0; m < rows; m++, x += width, y += width) {
    v16 total = splat(0);
    for (size_t i = 0; i < whole; i += 16) {
      v16 value = r ? load(x + i) + load(r + i) : load(x + i);
      store(y + i, value);
      total = total + value;
    }
    if (rest) {
      v16 value = r ? load_some(x + whole, rest) + load_some(r + whole, rest) : load_some(x + whole, rest);
      store_some(y + whole, value, rest);
      total = total + value;
    }
    v16 mean = splat(sum_lanes(total) / (float)width);
    v16 squares = splat(0);
    for (size_t i = 0; i < whole; i += 16) {
      v16 d = load(y + i) - mean;
      squares = fma16(d, d, squares);
    }
    if (rest) {
      v16 d = splat(0);
      for (size_t l = 0; l < rest; l++) d[l] = y[whole + l] - mean[0];
      squares = fma16(d, d, squares);
    }
    v16 factor = splat(1.0f / __builtin_sqrtf(sum_lanes(squares) / (float)width + eps));
    for (size_t i = 0; i < whole; i += 16)
      store(y + i, fma16((load(y + i) - mean) * factor, load(gain + i), load(bias + i)));
    if (rest) {
      v16 value = fma16((load_some(y + whole, rest) - mean) * factor, load_some(gain + whole, rest), load_some(bias + whole, rest));
      store_some(y + whole, value, rest);
    }
    if (r) r += width;
  }
}

static void embed(
    const int32_t *pieces, const uint8_t *shapes, size_t rows, size_t width, const int8_t *word, const float *word_scale,
    const float *position, const float *shape_rows, float *y) {
  for (size_t m = 0; m < rows; m++, position += width, y += width) {
    const int8_t *w = word + (size_t)pieces[m] * width;
    const float *s = shape_rows + (size_t)shapes[m] * width;
    float scale = word_scale[pieces[m]];
    for (size_t i = 0; i < width; i++) {
      float value = (float)w[i] * scale;
      value = value + position[i];
      y[i] = value + s[i];
    }
  }
}

// MARK: attention

/// Scores to unnormalised weights in place: e^(c s − max c s) for the first `n` values, zeros up to the next multiple of 16.
/// Returns one over the weights' sum.
CK_INLINE float softmax_weights(float *s, size_t n, float c) {
  size_t whole = n / 16 * 16, rest = n - whole;
  v16 largest = splat(-3e38f), factor = splat(c);
  for (size_t j = 0; j < whole; j += 16) {
    v16 scaled = load(s + j) * factor;
    store(s + j, scaled);
    largest = max16(largest, scaled);
  }
  v16i inside = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  inside = inside < splat_int((int32_t)rest);
  if (rest) {
    v16 scaled = load(s + whole) * factor;
    scaled = (v16)(((v16i)scaled & inside) | ((v16i)splat(-3e38f) & ~inside));
    store(s + whole, scaled);
    largest = max16(largest, scaled);
  }
  v16 top = splat(max_lanes(largest)), total = splat(0);
  for (size_t j = 0; j < whole; j += 16) {
    v16 e = exp16(load(s + j) - top);
    store(s + j, e);
    total = total + e;
  }
  if (rest) {
    v16 e = (v16)((v16i)exp16(load(s + whole) - top) & inside);
    store(s + whole, e);
    total = total + e;
  }
  return 1.0f / sum_lanes(total);
}

/// y[r] = factor[r] × Σ_j weight[r, j] v[j], for `rows` rows, a constant.
CK_INLINE void weighted_values(
    int rows, const float *weight, size_t weight_stride, size_t n, const float *v, size_t head_width, const float *factor,
    float *y, size_t y_stride) {
  for (size_t c = 0; c < head_width; c += 16) {
    v16 acc[ck_attention_rows];
    for (int r = 0; r < rows; r++) acc[r] = splat(0);
    for (size_t j = 0; j < n; j++) {
      v16 value = load(v + j * head_width + c);
#pragma clang loop unroll(full)
      for (int r = 0; r < rows; r++) acc[r] = fma16(splat(weight[r * weight_stride + j]), value, acc[r]);
    }
#pragma clang loop unroll(full)
    for (int r = 0; r < rows; r++) store(y + r * y_stride + c, acc[r] * splat(factor[r]));
  }
}

static void attention(const float *qkv, size_t rows, size_t heads, size_t head_width, float *y, float *scratch) {
  size_t width = heads * head_width, stride = 3 * width, padded = (rows + ck_panel - 1) / ck_panel * ck_panel;
  float *scores = scratch;
  float *keys = scores + ck_attention_rows * padded;
  float *values = keys + padded * head_width;
  float c = 1.0f / __builtin_sqrtf((float)head_width);
  for (size_t h = 0; h < heads; h++) {
    const float *q = qkv + h * head_width;
    ck_f32_pack(q + width, rows, head_width, stride, keys);
    for (size_t j = 0; j < rows; j++)
      memcpy(values + j * head_width, q + 2 * width + j * stride, head_width * sizeof(float));
    for (size_t m = 0; m < rows; m += ck_attention_rows) {
      size_t tile = rows - m < ck_attention_rows ? rows - m : ck_attention_rows;
      float factor[ck_attention_rows];
      // All padded columns: their keys are zeros, and the weights below ignore them.
      f32_linear(q + m * stride, tile, head_width, stride, keys, NULL, padded, scores, padded);
      for (size_t r = 0; r < tile; r++) factor[r] = softmax_weights(scores + r * padded, rows, c);
      float *to = y + m * width + h * head_width;
      if (tile == ck_attention_rows)
        weighted_values(ck_attention_rows, scores, padded, rows, values, head_width, factor, to, width);
      else
        for (size_t r = 0; r < tile; r++)
          weighted_values(1, scores + r * padded, padded, rows, values, head_width, factor + r, to + r * width, width);
    }
  }
}

static void contract(const float *a, const float *t, size_t rows, size_t width, size_t labels, float *y) {
  for (size_t m = 0; m < rows; m++, a += width, t += width * labels, y += labels)
    for (size_t c = 0; c < labels; c += 16) {
      v16 acc = load(y + c);
      for (size_t i = 0; i < width; i++) acc = fma16(splat(a[i]), load(t + i * labels + c), acc);
      store(y + c, acc);
    }
}

const struct ck_kernels CK_KERNELS = {
    .i8_quantise = i8_quantise,
    .i8_linear = i8_linear,
    .f32_linear = f32_linear,
    .gelu = gelu,
    .exp = map_exp,
    .erf = map_erf,
    .layer_norm = layer_norm,
    .embed = embed,
    .attention = attention,
    .contract = contract,
};
