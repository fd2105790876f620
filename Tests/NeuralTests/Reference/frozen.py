"""Writes ../FrozenNumbers.swift: what the kernels, the heads and a small encoder must give, computed here in double precision.

Needs numpy and mpmath: `python3 frozen.py > ../FrozenNumbers.swift`. Inputs come from the same SplitMix64 as in TestModel.swift.
"""

import mpmath
import numpy as np

MASK = (1 << 64) - 1


class SplitMix:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def floats(self, *shape, scale=1.0):
        count = int(np.prod(shape))
        units = np.array([(self.next() >> 40) / 8388608 - 1 for _ in range(count)], np.float32)
        return (units * np.float32(scale)).reshape(shape)

    def bytes(self, *shape):
        count = int(np.prod(shape))
        return np.array([self.next() % 255 - 127 for _ in range(count)], np.int8).reshape(shape)


erf = np.vectorize(lambda v: float(mpmath.erf(v)))


def gelu(x):
    x = x.astype(np.float64)
    return x / 2 * (1 + erf(x / np.sqrt(2)))


def layer_norm(x, gain, bias):
    x = x.astype(np.float64)
    mean = x.mean(-1, keepdims=True)
    variance = ((x - mean) ** 2).mean(-1, keepdims=True)
    return (x - mean) / np.sqrt(variance + 1e-12) * gain + bias


def attention(qkv, heads):
    rows, three = qkv.shape
    width = three // 3
    q, k, v = (part.reshape(rows, heads, -1).astype(np.float64) for part in np.split(qkv, 3, 1))
    scores = np.einsum("ihd,jhd->hij", q, k) / np.sqrt(width // heads)
    weights = np.exp(scores - scores.max(-1, keepdims=True))
    weights /= weights.sum(-1, keepdims=True)
    return np.einsum("hij,jhd->ihd", weights, v).reshape(rows, width)


def q8(x, weight, scale, bias):
    x = x.astype(np.float32)
    amax = np.abs(x).max(-1, keepdims=True)
    q = np.rint(x * (np.float32(127) / amax)).astype(np.int64)
    total = q @ weight.astype(np.int64).T
    return total * (amax / np.float32(127) * scale).astype(np.float64) + bias


def encoder(pieces, shapes, vocabulary=50, length=40, width=64, inner=96, layers=2, seed=7):
    random = SplitMix(seed)

    def norm():
        weight = 1 + random.floats(width) / 4
        return weight, random.floats(width, scale=0.1)

    def linear(outputs, inputs):
        weight = random.bytes(outputs, inputs)
        scale = random.floats(outputs, scale=0.002)
        return weight, scale, random.floats(outputs, scale=0.1)

    word = random.bytes(vocabulary, width)
    word_scale = random.floats(vocabulary, scale=0.001)
    position = random.floats(length, width, scale=0.1)
    shape = np.concatenate([random.floats(7, width, scale=0.1), np.zeros((1, width), np.float32)])
    x = word[pieces] * word_scale[pieces][:, None] + position[: len(pieces)] + shape[shapes]
    x = layer_norm(x, *norm())
    for _ in range(layers):
        query, key, value, output = (linear(width, width) for _ in range(4))
        attention_norm = norm()
        up, down = linear(inner, width), linear(width, inner)
        inner_norm = norm()
        qkv = np.concatenate([q8(x, *query), q8(x, *key), q8(x, *value)], 1)
        x = layer_norm(x + q8(attention(qkv, width // 32), *output), *attention_norm)
        x = layer_norm(x + q8(gelu(q8(x, *up)), *down), *inner_norm)
    return x


def show(name, values, doc):
    numbers = [f"{v:.9g}" for v in np.asarray(values, np.float64).ravel()]
    lines, line = [], "   "
    for number in numbers:
        if len(line) + len(number) + 2 > 118:
            lines.append(line)
            line = "   "
        line += f" {number},"
    lines.append(line)
    print(f"  /// {doc}")
    print(f"  static let {name}: [Float] = [\n" + "\n".join(lines) + "\n  ]")


def main():
    print("// Written by Reference/frozen.py; do not edit.\n")
    print("/// Reference numbers in double precision.")
    print("enum FrozenNumbers {")
    points = np.array(
        [-6, -4, -3.5, -2.25, -1.5, -1, -0.5, -0.125, -0.001, 0, 0.0625, 0.3, 0.75, 1, 1.25, 2, 2.9, 3.7, 5, 9], np.float32)
    show("points", points, "Arguments of the three functions that follow.")
    show("exp", [float(mpmath.exp(float(p))) for p in points], "eˣ.")
    show("erf", erf(points.astype(np.float64)), "The error function.")
    show("gelu", gelu(points), "x/2 (1 + erf(x/√2)).")

    random = SplitMix(11)
    x, gain, bias = random.floats(2, 37, scale=5), random.floats(37), random.floats(37)
    show("layerNorm", layer_norm(x, gain, bias), "SplitMix(11): x [2, 37] × 5, gain, bias.")

    random = SplitMix(12)
    show("attention", attention(random.floats(5, 96, scale=3), 2), "SplitMix(12): qkv [5, 3 × 2 heads × 16] × 3.")

    random = SplitMix(13)
    weight, bias, x = random.floats(10, 21), random.floats(10), random.floats(3, 21)
    y = x.astype(np.float64) @ weight.astype(np.float64).T + bias
    show("linear", y, "SplitMix(13): weight [10, 21], bias, x [3, 21].")
    show("linearGELU", gelu(y), "gelu of the same.")

    random = SplitMix(14)
    u, left, right = random.floats(9, 7), random.floats(4, 8), random.floats(5, 6)
    ones = lambda v: np.concatenate([v.astype(np.float64), np.ones((len(v), 1))], 1)
    show("biaffine", ones(left) @ u @ ones(right).T, "SplitMix(14): U [8 + 1, 6 + 1], left [4, 8], right [5, 6].")
    show("biaffineLeftOnly", ones(left) @ u[:, :6] @ right.astype(np.float64).T, "The same without U's last column.")

    random = SplitMix(15)
    u, left, right = random.floats(5, 9, 7), random.floats(20, 8), random.floats(20, 6)
    scores = np.einsum("mi,lij,mj->ml", ones(left), u.astype(np.float64), ones(right))
    show("labelBiaffine", scores, "SplitMix(15): U [5, 8 + 1, 6 + 1], left [20, 8], right [20, 6].")

    pieces = np.array([1, 7, 7, 49, 0, 23, 31, 8, 15, 2, 48])
    shapes = np.array([7, 0, 1, 2, 3, 4, 5, 6, 0, 1, 7])
    show("encoder", encoder(pieces, shapes)[:, ::8], "TestModel(): every eighth column for the window in EncoderTests.")
    print("}")


if __name__ == "__main__":
    main()
