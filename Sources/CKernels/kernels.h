/// What one instruction set provides. Private to this target.
#ifndef ENTENTE_KERNELS_H
#define ENTENTE_KERNELS_H

#include "CKernels.h"

/// Outputs in one packed panel.
enum { ck_panel = 48 };

/// Rows of queries that attention handles at a time.
enum { ck_attention_rows = 8 };

/// The kernels of one path, signatures as in CKernels.h without the path.
struct ck_kernels {
  void (*i8_quantise)(const float *, size_t, size_t, size_t, int8_t *, float *, int32_t *);
  void (*i8_linear)(
      const int8_t *, const float *, const int32_t *, size_t, size_t, const uint8_t *, const float *, const float *, size_t,
      float *, size_t);
  void (*f32_linear)(const float *, size_t, size_t, size_t, const float *, const float *, size_t, float *, size_t);
  void (*gelu)(float *, size_t);
  void (*exp)(float *, size_t);
  void (*erf)(float *, size_t);
  void (*layer_norm)(const float *, const float *, size_t, size_t, const float *, const float *, float, float *);
  void (*embed)(
      const int32_t *, const uint8_t *, size_t, size_t, const int8_t *, const float *, const float *, const float *, float *);
  void (*attention)(const float *, size_t, size_t, size_t, float *, float *);
  void (*contract)(const float *, const float *, size_t, size_t, size_t, float *);
};

extern const struct ck_kernels ck_kernels_portable;
#if defined(__x86_64__)
extern const struct ck_kernels ck_kernels_avx2;
extern const struct ck_kernels ck_kernels_avxvnni;
extern const struct ck_kernels ck_kernels_avx512;
#endif
#if defined(__aarch64__)
extern const struct ck_kernels ck_kernels_neon;
#endif

#endif
