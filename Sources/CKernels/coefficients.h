// Coefficients of exp and erf in lanes.h, as Tests/NeuralTests/Reference/coefficients.py prints them.

// exp: relative error 3.69e-09
#define CK_EXP_2 0x1.fffffcp-2f
#define CK_EXP_3 0x1.555492p-3f
#define CK_EXP_4 0x1.5558f2p-5f
#define CK_EXP_5 0x1.123a0ap-7f
#define CK_EXP_6 0x1.6a23f0p-10f
// erf: relative error 5.15e-08 before rounding, 7.36e-08 after
#define CK_ERF_P_DEGREE 6
static const float CK_ERF_P[] = {
    0x1.20dd74p+0f, 0x1.99720cp-3f, 0x1.9e4bf8p-5f, 0x1.e52d74p-9f, 0x1.297b60p-13f, -0x1.06c6acp-19f, 0x1.564baep-26f,
};
#define CK_ERF_Q_DEGREE 4
static const float CK_ERF_Q[] = {
    0x1.000000p+0f, 0x1.056198p-1f, 0x1.d70898p-4f, 0x1.d6536ep-7f, 0x1.f53d68p-11f,
};

/// Beyond this magnitude erf is ±1 in single precision.
#define CK_ERF_LIMIT 3.92f
