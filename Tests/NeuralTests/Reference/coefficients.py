"""Finds the coefficients of exp and erf in Sources/CKernels/coefficients.h and prints that file's lines.

Needs mpmath and numpy. Method: relative minimax fits in double precision by iteratively reweighted least squares (Lawson),
then rounding to single precision; the errors printed are those of the rounded coefficients in exact arithmetic.
"""

import mpmath
import numpy as np

mpmath.mp.dps = 40


def nodes(low, high, count):
    angles = (np.arange(count) + 0.5) * np.pi / count
    return (low + high) / 2 + (high - low) / 2 * np.cos(angles)


def lawson(matrix, target, rounds=200):
    """Weighted least squares whose weights follow the error, so that the largest error shrinks; the best round wins."""
    weights = np.ones(len(target))
    best, best_error = None, np.inf
    for _ in range(rounds):
        root = np.sqrt(weights)[:, None]
        solution, *_ = np.linalg.lstsq(matrix * root, target * root[:, 0], rcond=None)
        error = np.abs(matrix @ solution - target)
        if error.max() < best_error:
            best, best_error = solution, error.max()
        weights *= error / error.max() + 1e-3
        weights /= weights.sum()
    return best


def fit_exp():
    """exp(r) = 1 + r + c2 r² + … + c6 r⁶ on |r| ≤ ln 2 / 2."""
    r = nodes(-0.3467, 0.3467, 400)
    exact = np.array([float(mpmath.exp(mpmath.mpf(x)) - 1 - mpmath.mpf(x)) for x in r])
    scale = np.exp(r)
    powers = np.stack([r**k / scale for k in range(2, 7)], axis=1)
    return np.float32(lawson(powers, exact / scale))


def fit_erf(p_degree=6, q_degree=4, limit=3.92):
    """erf(x) = x P(x²) / Q(x²), Q(0) = 1, on |x| ≤ limit; linearised, with the denominator of the round before as weight."""
    x = nodes(0, limit, 1200)
    t = x * x
    ratio = np.array([float(mpmath.erf(mpmath.mpf(v)) / mpmath.mpf(v)) for v in x])
    denominator = np.ones_like(t)
    best, best_error = None, np.inf
    scale = limit * limit
    u = t / scale
    weights = np.ones_like(t)
    for _ in range(300):
        row = 1 / (denominator * ratio)
        matrix = np.concatenate(
            [np.stack([u**k * row for k in range(p_degree + 1)], 1),
             np.stack([-ratio * u**k * row for k in range(1, q_degree + 1)], 1)], 1)
        root = np.sqrt(weights)
        solution, *_ = np.linalg.lstsq(matrix * root[:, None], ratio * row * root, rcond=None)
        p, q = solution[:p_degree + 1], np.concatenate([[1.0], solution[p_degree + 1:]])
        denominator = sum(c * u**k for k, c in enumerate(q))
        error = np.abs(sum(c * u**k for k, c in enumerate(p)) / denominator / ratio - 1)
        if error.max() < best_error and (denominator > 0).all():
            best, best_error = (p.copy(), q.copy()), error.max()
        weights *= error / error.max() + 1e-2
        weights /= weights.sum()
    p, q = best
    p = np.float32([c / scale**k for k, c in enumerate(p)])
    q = np.float32([c / scale**k for k, c in enumerate(q)])
    rounded = sum(float(c) * t**k for k, c in enumerate(p)) / sum(float(c) * t**k for k, c in enumerate(q))
    print(f"// erf: relative error {best_error:.2e} before rounding, {np.abs(rounded / ratio - 1).max():.2e} after")
    return p, q


def literal(value):
    return float(np.float32(value)).hex().replace("0000000p", "p") + "f"


def main():
    exp = fit_exp()
    r = nodes(-0.3467, 0.3467, 1000)
    approx = 1 + r + sum(float(c) * r**k for k, c in enumerate(exp, start=2))
    print(f"// exp: relative error {np.abs(approx / np.exp(r) - 1).max():.2e}")
    for k, c in enumerate(exp, start=2):
        print(f"#define CK_EXP_{k} {literal(c)}")
    p, q = fit_erf()
    for name, values in (("P", p), ("Q", q)):
        print(f"#define CK_ERF_{name}_DEGREE {len(values) - 1}")
        print(f"static const float CK_ERF_{name}[] = {{{', '.join(literal(v) for v in values)}}};")


if __name__ == "__main__":
    main()
