"""Averages checkpoints: `average.py --work DIR --out NAME CHECKPOINT=WEIGHT…`.

Between what the model was before the annotated articles and what they made of it lies one that reads other texts better than either:
trees and names come back, chains and relations stay (Wortsman et al. 2022, model soups). The relation head is that of the stages that taught
it, since the model before knows little of it: a weight with a minus behind it (`finished.pt=0.5-`) has no part there.
"""

import argparse
from pathlib import Path

import torch


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--work", type=Path, default=Path(".build/training"))
    p.add_argument("--out", required=True)
    p.add_argument("checkpoints", nargs="+", help="NAME=WEIGHT; NAME=WEIGHT- has no part in the relation head")
    a = p.parse_args()
    states = []
    for entry in a.checkpoints:
        name, _, weight = entry.partition("=")
        states.append((torch.load(a.work / name, weights_only=True), float(weight.rstrip("-")), not weight.endswith("-")))
    out = {}
    for k, last in states[-1][0].items():
        parts = [(s[k], w) for s, w, heads in states if heads or not k.startswith("relation")]
        out[k] = sum(w * x for x, w in parts) / sum(w for _, w in parts) if last.is_floating_point() else last
    torch.save(out, a.work / a.out)


if __name__ == "__main__":
    main()
