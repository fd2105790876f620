/// Numeric kernels of the encoder, one source for every instruction set.
///
/// Every function gives the same bits on every path and processor. Three rules make it so:
///
/// 1. Big products are sums of int8 × int8 in int32, which no order of addition changes.
/// 2. Floating point works on 16 lanes with IEEE operations that are rounded once (+, −, ×, ÷, √, fused multiply-add, min, max);
///    contraction is switched off, a fused operation is one where the source says so.
/// 3. The order of every floating-point sum is written down here and does not depend on the number of rows,
///    on how the work is cut into pieces, or on the path.
///
/// Nothing allocates, nothing keeps state: all functions may run on any number of threads at once.
/// Matrices are row-major; a *stride* is the distance between the starts of two rows, in elements.
/// No pointer needs an alignment beyond its element's, though 64 bytes are faster.
#ifndef ENTENTE_CKERNELS_H
#define ENTENTE_CKERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The instruction sets there is code for.
enum ck_path {
  /// What the compiler's default target offers; runs everywhere.
  CK_PORTABLE = 0,
  /// x86-64 with AVX2 and FMA (2013 and later).
  CK_AVX2 = 1,
  /// x86-64 with AVX2, FMA and VNNI on 256 bits.
  CK_AVX_VNNI = 2,
  /// x86-64 with AVX-512 F, BW, DQ, VL and VNNI.
  CK_AVX512_VNNI = 3,
  /// 64-bit ARM with the dot product extension.
  CK_NEON = 4,
};
typedef enum ck_path ck_path;

/// Whether this build has code for `path` and this processor can run it.
bool ck_path_available(ck_path path);

/// The fastest path that this processor can run.
ck_path ck_path_best(void);

/// CRC-32 as zlib computes it (polynomial 0xEDB88320, reflected, initial and final complement).
uint32_t ck_crc32(const uint8_t *bytes, size_t count);

/// Whether all `count` floats are finite.
bool ck_all_finite(const float *x, size_t count);

// MARK: int8 linear layer

/// Columns that a quantised row of `k` values occupies: `k` rounded up to a multiple of 4.
size_t ck_i8_row_size(size_t k);

/// Bytes of a packed weight matrix [n, k].
size_t ck_i8_packed_size(size_t n, size_t k);

/// Packs rows `first ..< first + count` of a weight matrix whose packed form has `n` rows in all, so that several matrices
/// can be laid side by side into one (query, key and value).
///
/// Layout: [⌈n/48⌉][⌈k/4⌉][48][4], the last two axes being output and input. The VNNI paths keep w + 128, the others w.
/// The caller zeroes `packed` before the first call.
void ck_i8_pack(ck_path path, const int8_t *weight, size_t first, size_t count, size_t k, uint8_t *packed);

/// Quantises each row of x [rows, k] by its largest magnitude.
///
/// amax = max |x|; q = x × (127 / amax), rounded half to even; scale = amax / 127. A row whose amax is below 1e-30 becomes zeros.
/// `q` gets rows of `ck_i8_row_size(k)` bytes, padded with zeros; `sum` each row's Σ q.
void ck_i8_quantise(
    ck_path path, const float *x, size_t rows, size_t k, size_t stride, int8_t *q, float *scale, int32_t *sum);

/// y[m, j] = float(Σ q[m, i] w[j, i]) × (scale[m] × wscale[j]) + bias[j] for j < n; multiplication and addition are rounded apart.
void ck_i8_linear(
    ck_path path, const int8_t *q, const float *scale, const int32_t *sum, size_t rows, size_t k, const uint8_t *packed,
    const float *wscale, const float *bias, size_t n, float *y, size_t y_stride);

// MARK: fp32 layers

/// Floats of a packed fp32 weight matrix [n, k].
size_t ck_f32_packed_size(size_t n, size_t k);

/// Packs w [n, k] with the given stride to [⌈n/48⌉][k][48], padded with zeros.
void ck_f32_pack(const float *weight, size_t n, size_t k, size_t stride, float *packed);

/// y[m, j] = bias[j] + Σ x[m, i] w[j, i], one chain of fused multiply-adds in the order of i that begins at bias[j] (0 without bias).
void ck_f32_linear(
    ck_path path, const float *x, size_t rows, size_t k, size_t x_stride, const float *packed, const float *bias, size_t n,
    float *y, size_t y_stride);

/// x ← x/2 × (1 + erf(x/√2)) in place.
void ck_gelu(ck_path path, float *x, size_t count);

/// y = (x + r − mean) / √(variance + eps) × gain + bias by rows; `r` may be null.
///
/// Mean and (biased) variance are sums over 16 lanes, lane l taking the columns l, l + 16, …, then added by halving
/// (l with l + 8, with l + 4, …). `y` may be `x`.
void ck_layer_norm(
    ck_path path, const float *x, const float *r, size_t rows, size_t width, const float *gain, const float *bias, float eps,
    float *y);

/// Rows of the input embedding: y[m] = word[piece[m]] × word_scale[piece[m]] + position[m] + shape_row[shapes[m]], added from the left.
void ck_embed(
    ck_path path, const int32_t *pieces, const uint8_t *shapes, size_t rows, size_t width, const int8_t *word,
    const float *word_scale, const float *position, const float *shape_rows, float *y);

/// Floats of scratch that `ck_attention` needs.
size_t ck_attention_scratch(size_t rows, size_t head_width);

/// Softmax attention within one window: y[i, h] = Σ_j softmax_j(q[i, h] · k[j, h] / √head_width) v[j, h].
///
/// `qkv` [rows, 3 × heads × head_width] has queries, keys and values side by side; `y` [rows, heads × head_width].
/// Products are chains of fused multiply-adds in the order of their inner index; the exponentials of a row are added over 16 lanes
/// like the sums of `ck_layer_norm`; the division by that sum comes last. `head_width` is a multiple of 16.
void ck_attention(ck_path path, const float *qkv, size_t rows, size_t heads, size_t head_width, float *y, float *scratch);

/// Row-wise y[m, l] = Σ_i a[m, i] t[m, i × labels + l], a chain of fused multiply-adds in the order of i, added to what y holds.
/// The second half of a biaffine product; `labels` is a multiple of 16.
void ck_contract(ck_path path, const float *a, const float *t, size_t rows, size_t width, size_t labels, float *y);

/// exp(x) in place, the softmax's exponential: exact to 2 units in the last place for −87 ≤ x ≤ 88, clamped outside.
void ck_exp(ck_path path, float *x, size_t count);

/// The error function in place.
void ck_erf(ck_path path, float *x, size_t count);

#ifdef __cplusplus
}
#endif
#endif
