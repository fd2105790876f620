"""The head's arithmetic in NumPy, and two small heads for tests: `parity.py Tests/ExtractionTests/Reference`.

`arithmetic`: random numbers, and what they give. `weighing`: a head that believes rules but for nouns, and that `mention` means `met`."""

import json
import math
import pathlib
import sys

import numpy as np

from pairs import weight_file
from relations import numbers

D, H, R, P = 8, 6, 4, 3
CLASSES = ["any", "criticized", "killed", "leads", "met", "other"]             # of the language model's head
TRAITS = ["a first", "kind person place", "top word greet", "unsaid"]
HINTS = ["rule", "sense link 0 0"]
RELATIONS = ["any", "leads", "met", "other"]


def gelu(x):
    return x / 2 * (1 + np.vectorize(math.erf)(x / math.sqrt(2)))


def encoder(e, s, o, relations):
    """What the language model's head says of a pair."""
    one = lambda v: np.append(v, 1)  # noqa: E731
    x, y = (one(gelu(e[f"relation.{k}.weight"].astype(float) @ v + e[f"relation.{k}.bias"])) for k, v in (("subject", s), ("object", o)))
    product = (e["relation.biaffine"].astype(float) * e["relation.biaffine.scale"][:, None]).reshape(len(CLASSES), P + 1, P + 1)
    z = np.array([x @ product[CLASSES.index(r)] @ y for r in relations])
    return np.append(np.clip(z[0], -8, 8), np.maximum(z[1:] - z[1:].max(), -8))


def scorer(random, scale):
    draw = lambda *shape: random.normal(0, scale, shape).astype(np.float32)  # noqa: E731
    rows = len(CLASSES) * (P + 1)
    return {"relation.subject.weight": draw(P, D), "relation.subject.bias": draw(P), "relation.object.weight": draw(P, D), "relation.object.bias": draw(P),
            "relation.biaffine": random.integers(-127, 128, (rows, P + 1)).astype(np.int8), "relation.biaffine.scale": (np.abs(draw(rows)) / 20).astype(np.float32)}


def forward(t, seen, s, o, inner, traits, hints):
    """p(any) and p(r), in double precision. `hints`: (relation, hint) pairs."""
    wide = {k: t[f"relations.{k}"].astype(float) * t[f"relations.{k}.scale"][:, None] for k in ("subject", "object", "inner", "left", "right", "traits")}
    h = t["relations.bias"] + sum((wide["traits"][i] for i in traits), np.zeros(H)) + wide["subject"] @ s + wide["object"] @ o
    if len(inner):
        h = h + wide["inner"] @ np.mean(inner, 0)
    h = h + seen @ t["relations.mix"]
    both = gelu(wide["left"] @ s + t["relations.left.bias"]) * gelu(wide["right"] @ o + t["relations.right.bias"])
    z = t["relations.out.weight"] @ np.concatenate([gelu(h), both]) + t["relations.out.bias"] + t["relations.scale"] * seen
    for r, n in hints:
        z[0] += t["relations.hints"][0, n]
        z[r] += t["relations.hints"][1, n] + t["relations.bound"][r, n]
    some = 1 / (1 + np.exp(-z[0]))
    types = np.exp(z[1:] - z[1:].max())
    return np.concatenate([[some], some * types / types.sum()])


def arithmetic(out):
    random = np.random.default_rng(7)
    draw = lambda *shape: random.normal(0, 0.5, shape).astype(np.float32)  # noqa: E731
    t = {"relations.bias": draw(H), "relations.left.bias": draw(R), "relations.right.bias": draw(R), "relations.out.weight": draw(len(RELATIONS), H + R),
         "relations.out.bias": draw(len(RELATIONS)), "relations.hints": draw(2, len(HINTS)), "relations.bound": draw(len(RELATIONS), len(HINTS)),
         "relations.scale": draw(len(RELATIONS)), "relations.mix": draw(len(RELATIONS), H)}
    e = scorer(random, 0.5)
    weight_file.write(out / "pairs.bin", e)
    for name, rows, columns in (("subject", H, D), ("object", H, D), ("inner", H, D), ("left", R, D), ("right", R, D), ("traits", len(TRAITS), H)):
        t[f"relations.{name}"] = random.integers(-127, 128, (rows, columns)).astype(np.int8)
        t[f"relations.{name}.scale"] = (np.abs(draw(rows)) / 60).astype(np.float32)
    weight_file.write(out / "relations.bin", t)
    lines = [numbers("thresholds", [0.1, 0.3, 0.6, 0.6]), numbers("ruled", [0.1, 0.2, 0.5, 0.6, 0.9, 0.8]), numbers("added", [0.2, 0.3, 0.7, 0.8]), "literal\toffice\t0.9"]
    lines += ["\t".join(["scored"] + CLASSES)] + [f"relation\t{r}" for r in RELATIONS] + [f"trait\t{x}" for x in TRAITS] + [f"hint\t{x}" for x in HINTS]
    (out / "relations.tsv").write_text("\n".join(lines) + "\n")
    vectors = draw(5, D).round(3)
    cases = []
    for s, o, inner, traits, hints in ((0, 4, [2], [0, 2], [(2, 1)]), (4, 0, [2], [1, 2, 3], [(2, 0), (2, 1), (1, 1)]), (0, 2, [], [], []), (2, 4, [0, 1, 3], [0, 1, 2, 3], [(3, 0)])):
        p = forward(t, encoder(e, vectors[s].astype(float), vectors[o].astype(float), RELATIONS), vectors[s].astype(float), vectors[o].astype(float), vectors[inner].astype(float), traits, hints)
        cases.append({"subject": s, "object": o, "inner": inner, "traits": [TRAITS[i] for i in traits] + ["unknown"],
                      "hints": [[RELATIONS[r], HINTS[n]] for r, n in hints], "probabilities": [round(float(x), 6) for x in p]})
    (out / "cases.json").write_text(json.dumps({"vectors": vectors.astype(float).round(3).tolist(), "cases": cases}, indent=1) + "\n")


def weighing(out):
    one = lambda *values: np.array(values, np.float32)  # noqa: E731
    relations, hints = ["any", "criticized", "met"], ["family frame/noun", "rule"]
    t = {"relations.bias": one(0), "relations.left.bias": one(0), "relations.right.bias": one(0),
         "relations.out.weight": one([2, 0], [0, 0], [2, 0]), "relations.out.bias": one(-5, 0, 0),
         "relations.hints": one([-9, 8], [0, 4]), "relations.bound": np.zeros((3, 2), np.float32),
         "relations.scale": one(0, 0, 0), "relations.mix": np.zeros((3, 1), np.float32)}
    weight_file.write(out / "pairs.bin", scorer(np.random.default_rng(7), 0.0))
    for name, rows, columns, value in (("subject", 1, D, 0), ("object", 1, D, 0), ("inner", 1, D, 0), ("left", 1, D, 0), ("right", 1, D, 0), ("traits", 1, 1, 100)):
        t[f"relations.{name}"] = np.full((rows, columns), value, np.int8)
        t[f"relations.{name}.scale"] = np.full(rows, 0.04, np.float32)
    weight_file.write(out / "relations.bin", t)
    lines = [numbers("thresholds", [0.1, 0.3, 0.6, 0.6]), numbers("ruled", [0.5, 0.5, 0.9, 0.9]), numbers("added", [0.5, 0.3, 0.9, 0.7]), "literal\toffice\t0.9"]
    lines += ["\t".join(["scored"] + CLASSES)] + [f"relation\t{r}" for r in relations] + ["trait\ttop word mention"] + [f"hint\t{x}" for x in hints]
    (out / "relations.tsv").write_text("\n".join(lines) + "\n")


def main():
    root = pathlib.Path(sys.argv[1])
    for name, make in (("arithmetic", arithmetic), ("weighing", weighing)):
        (root / name).mkdir(parents=True, exist_ok=True)
        make(root / name)


if __name__ == "__main__":
    main()
