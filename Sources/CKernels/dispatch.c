// Which path this processor can run, and the way to it.

#include "kernels.h"

#if defined(__aarch64__) && defined(__linux__)
#include <sys/auxv.h>
#endif

bool ck_path_available(ck_path path) {
  switch (path) {
    case CK_PORTABLE:
      return true;
    case CK_AVX2:
#if defined(__x86_64__)
      return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#else
      return false;
#endif
    case CK_AVX_VNNI:
#if defined(__x86_64__)
      return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("avxvnni");
#else
      return false;
#endif
    case CK_AVX512_VNNI:
#if defined(__x86_64__)
      return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")
             && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni");
#else
      return false;
#endif
    case CK_NEON:
#if defined(__aarch64__) && defined(__APPLE__)
      return true;  // every Mac with this architecture has it
#elif defined(__aarch64__) && defined(__linux__)
      return (getauxval(AT_HWCAP) >> 20 & 1) != 0;  // HWCAP_ASIMDDP
#else
      return false;
#endif
  }
  return false;
}

ck_path ck_path_best(void) {
  if (ck_path_available(CK_NEON)) return CK_NEON;
  if (ck_path_available(CK_AVX512_VNNI)) return CK_AVX512_VNNI;
  if (ck_path_available(CK_AVX_VNNI)) return CK_AVX_VNNI;
  if (ck_path_available(CK_AVX2)) return CK_AVX2;
  return CK_PORTABLE;
}

/// The table of `path`, which the caller has found available.
static const struct ck_kernels *kernels(ck_path path) {
  switch (path) {
#if defined(__x86_64__)
    case CK_AVX2:
      return &ck_kernels_avx2;
    case CK_AVX_VNNI:
      return &ck_kernels_avxvnni;
    case CK_AVX512_VNNI:
      return &ck_kernels_avx512;
#endif
#if defined(__aarch64__)
    case CK_NEON:
      return &ck_kernels_neon;
#endif
    default:
      return &ck_kernels_portable;
  }
}

void ck_i8_quantise(
    ck_path path, const float *x, size_t rows, size_t k, size_t stride, int8_t *q, float *scale, int32_t *sum) {
  kernels(path)->i8_quantise(x, rows, k, stride, q, scale, sum);
}

void ck_i8_linear(
    ck_path path, const int8_t *q, const float *scale, const int32_t *sum, size_t rows, size_t k, const uint8_t *packed,
    const float *wscale, const float *bias, size_t n, float *y, size_t y_stride) {
  kernels(path)->i8_linear(q, scale, sum, rows, k, packed, wscale, bias, n, y, y_stride);
}

void ck_f32_linear(
    ck_path path, const float *x, size_t rows, size_t k, size_t x_stride, const float *packed, const float *bias, size_t n,
    float *y, size_t y_stride) {
  kernels(path)->f32_linear(x, rows, k, x_stride, packed, bias, n, y, y_stride);
}

void ck_gelu(ck_path path, float *x, size_t count) { kernels(path)->gelu(x, count); }

void ck_exp(ck_path path, float *x, size_t count) { kernels(path)->exp(x, count); }

void ck_erf(ck_path path, float *x, size_t count) { kernels(path)->erf(x, count); }

void ck_layer_norm(
    ck_path path, const float *x, const float *r, size_t rows, size_t width, const float *gain, const float *bias, float eps,
    float *y) {
  kernels(path)->layer_norm(x, r, rows, width, gain, bias, eps, y);
}

void ck_embed(
    ck_path path, const int32_t *pieces, const uint8_t *shapes, size_t rows, size_t width, const int8_t *word,
    const float *word_scale, const float *position, const float *shape_rows, float *y) {
  kernels(path)->embed(pieces, shapes, rows, width, word, word_scale, position, shape_rows, y);
}

void ck_attention(ck_path path, const float *qkv, size_t rows, size_t heads, size_t head_width, float *y, float *scratch) {
  kernels(path)->attention(qkv, rows, heads, head_width, y, scratch);
}

void ck_contract(ck_path path, const float *a, const float *t, size_t rows, size_t width, size_t labels, float *y) {
  kernels(path)->contract(a, t, rows, width, labels, y);
}
