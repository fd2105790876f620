"""Probabilities from logits, measured on articles that the head was not trained on."""

import numpy as np


def isotonic(x, y, w):
    """The monotone step function nearest to y over x: pool adjacent violators. Returns blocks (mean x, mean y, weight)."""
    order = np.argsort(x, kind="stable")
    blocks = []
    for i in order:
        blocks.append([x[i] * w[i], y[i] * w[i], w[i]])
        while len(blocks) > 1 and blocks[-2][1] * blocks[-1][2] >= blocks[-1][1] * blocks[-2][2]:
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last)]
    return [(sx / n, sy / n, n) for sx, sy, n in blocks]


def knots(logits, right, prior, count=12, strength=6.0):
    """A monotone piecewise linear calibration: quantiles of the logits, each shrunk towards the overall rate, made monotone."""
    logits, right = np.asarray(logits, float), np.asarray(right, float)
    count = max(2, min(count, len(logits) // 25))
    parts = np.array_split(np.argsort(logits, kind="stable"), count)
    x = np.array([logits[p].mean() for p in parts])
    n = np.array([len(p) for p in parts], float)
    y = np.array([right[p].sum() + strength * prior for p in parts]) / (n + strength)
    blocks = isotonic(x, y, n)
    out = []
    for bx, by, _ in blocks:
        bx, by = round(float(bx), 3), round(float(np.clip(by, 0.01, 0.99)), 3)
        if not out or bx > out[-1][0]:
            out.append((bx, by))
    if len(out) == 1:
        out.append((out[0][0] + 1, out[0][1]))
    return out


def apply(table, logits):
    return np.interp(logits, [x for x, _ in table], [y for _, y in table])


def reliability(probability, right, bins=10):
    """Rows (from, to, count, mean predicted, share right), Brier score, expected calibration error."""
    probability, right = np.asarray(probability, float), np.asarray(right, float)
    rows, error = [], 0.0
    for k in range(bins):
        inside = (probability >= k / bins) & ((probability < (k + 1) / bins) | (k == bins - 1))
        if inside.any():
            p, r = probability[inside].mean(), right[inside].mean()
            rows.append((k / bins, (k + 1) / bins, int(inside.sum()), p, r))
            error += inside.sum() / len(right) * abs(p - r)
    return rows, float(((probability - right) ** 2).mean()), float(error)
