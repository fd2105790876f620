"""Trains the sentence splitter: logistic regression over the signs and shapes around a word boundary.

`python train.py --corpora ../../../../../shared/corpora --out ../../Resources/en-2/sentences.tsv`. Needs NumPy and SciPy.
Data: UD English EWT (train) and GUM (train). The features are those of `Sources/Language/Tokenizer/SentenceSplitter.swift`;
a change here is a change there. Prints boundary scores on the dev sets.
"""

import argparse
import lzma
from collections import Counter
from pathlib import Path

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

TITLES = {"mr", "mrs", "ms", "dr", "prof", "rev", "fr", "hon", "messrs", "mme", "st", "ft", "mt", "gen", "col", "lt", "sgt", "capt", "cpl", "maj",
          "cmdr", "adm", "gov", "sen", "rep", "reps", "sens", "supt", "det", "pres", "amb", "atty", "vs", "no", "nos"}
NONE, PERIOD, QUESTION, ELLIPSIS, COMMA, SEMICOLON, COLON, CLOSE_QUOTE, QUOTE, OPEN_QUOTE, OPEN, CLOSE, DASH, TITLE, INITIAL, DOTTED, ABBREVIATION, \
    NUMBER, LOWER, CAPITALISED, UPPER, SINGLE, SYMBOL, ADDRESS = range(24)
MARKS = {".": PERIOD, ",": COMMA, ";": SEMICOLON, ":": COLON, "”": CLOSE_QUOTE, "''": CLOSE_QUOTE, "’’": CLOSE_QUOTE, "»": CLOSE_QUOTE, "’": CLOSE_QUOTE,
         '"': QUOTE, "'": QUOTE, "“": OPEN_QUOTE, "‘": OPEN_QUOTE, "«": OPEN_QUOTE, "``": OPEN_QUOTE, "(": OPEN, "[": OPEN, "{": OPEN, ")": CLOSE, "]": CLOSE, "}": CLOSE}


def word_class(w):
    if w in MARKS:
        return MARKS[w]
    if all(c in ".?!…" for c in w):
        return QUESTION if "?" in w or "!" in w else ELLIPSIS
    if all(c in "-–—‐‑‒―−" for c in w):
        return DASH
    if "@" in w or "://" in w or w.startswith("www."):
        return ADDRESS
    letters = [c for c in w if c.isalpha()]
    if not letters:
        return NUMBER if any(c.isdigit() for c in w) else SYMBOL
    if w[-1] == "." and len(w) > 1:
        if w[:-1].lower() in TITLES:
            return TITLE
        if len(w) == 2 and w[0].isupper():
            return INITIAL
        return DOTTED if "." in w[:-1] else ABBREVIATION
    if w[0].isdigit():
        return NUMBER
    if not letters[0].isupper():
        return LOWER
    if len(letters) == 1:
        return SINGLE
    return UPPER if all(c.isupper() for c in letters) else CAPITALISED


def bin_of(n):
    return 0 if n <= 1 else 1 if n == 2 else 2 if n <= 4 else 3 if n <= 8 else 4 if n <= 16 else 5 if n <= 32 else 6


def candidate(a, c):
    """A word in the middle of running text is none, unless what follows begins like a sentence."""
    return not (a in (LOWER, CAPITALISED, UPPER, SINGLE, NUMBER, COMMA, OPEN, OPEN_QUOTE, TITLE) and c in (LOWER, COMMA, PERIOD, QUESTION, CLOSE, CLOSE_QUOTE, SEMICOLON, COLON, ELLIPSIS)) \
        and c not in (COMMA, SEMICOLON, CLOSE) and a != OPEN


def features(words, classes, joined, i, start, quotes, depth):
    """(template, codes, word) of the boundary after word i of a paragraph; the sentence so far began at `start`."""
    at = lambda k: classes[k] if 0 <= k < len(classes) else NONE
    a, b, c, d = at(i), at(i - 1), at(i + 1), at(i + 2)
    j, length, rest = int(joined[i + 1]), bin_of(i + 1 - start), bin_of(len(words) - i - 1)
    before, after = words[i].lower(), words[i + 1].lower()
    inside = 2 * (quotes % 2) + (depth > 0)
    last = classes[-1]
    ends = last if last in (PERIOD, QUESTION, ELLIPSIS, COLON, CLOSE_QUOTE, QUOTE, CLOSE) else NONE
    return [(0, (), ""), (1, (a, c, j), ""), (2, (a, b, c), ""), (3, (a, c, d), ""), (4, (a, c, inside), ""), (5, (a, c, length), ""), (6, (a, c, rest), ""),
            (7, (a,), after), (8, (c,), before), (9, (a, c, ends), ""), (10, (a, c, at(start)), ""), (11, (a, b, c, d), ""), (12, (c, inside), before if a not in (LOWER, CAPITALISED, UPPER) else "")]


def paragraphs(path):
    """Lists of (words, joined to the word before, indices of last words of sentences)."""
    out = []
    for block in lzma.open(path, "rt", encoding="utf-8").read().split("\n\n"):
        lines = block.split("\n")
        rows = [x.split("\t") for x in lines if x and x[0].isdigit()]
        if not rows:
            continue
        if not out or any(x.startswith(("# newdoc", "# newpar")) and not x.startswith("# newpar_") for x in lines):
            out.append(([], [], []))
        words, joined, ends = out[-1]
        spans = {}
        for r in rows:
            if "-" in r[0]:
                a, b = map(int, r[0].split("-"))
                spans.update({k: "SpaceAfter=No" in r[9] if k == b else True for k in range(a, b + 1)})
        tight = False if not words else previous
        for r in rows:
            if not r[0].isdigit():
                continue
            words.append(r[1])
            joined.append(tight)
            tight = spans.get(int(r[0]), "SpaceAfter=No" in r[9])
        previous = tight
        ends.append(len(words) - 1)
    return out


def boundaries(data):
    for words, joined, ends in data:
        classes, last = [word_class(w) for w in words], set(ends)
        start = quotes = depth = 0
        for i in range(len(words) - 1):
            quotes += classes[i] == QUOTE
            depth = depth + 1 if classes[i] == OPEN else max(0, depth - 1) if classes[i] == CLOSE else depth
            if candidate(classes[i], classes[i + 1]):
                yield features(words, classes, joined, i, start, quotes, depth), i in last
            elif i in last:
                yield None, True
            if i in last:
                start = i + 1
                depth = 0


def decide(data, weights):
    """Boundary precision and recall with the splitter's own earlier decisions."""
    hit = found = gold = 0
    for words, joined, ends in data:
        classes, last = [word_class(w) for w in words], set(ends)
        start = quotes = depth = 0
        for i in range(len(words) - 1):
            quotes += classes[i] == QUOTE
            depth = depth + 1 if classes[i] == OPEN else max(0, depth - 1) if classes[i] == CLOSE else depth
            cut = candidate(classes[i], classes[i + 1]) and sum(weights.get(f, 0.0) for f in features(words, classes, joined, i, start, quotes, depth)) > 0
            hit += cut and i in last
            found += cut
            gold += i in last
            if cut:
                start = i + 1
                depth = 0
    p, r = hit / max(1, found), hit / max(1, gold)
    return p, r, 2 * p * r / max(1e-9, p + r)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpora", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--l2", type=float, default=1.0)
    parser.add_argument("--rare", type=int, default=3)
    a = parser.parse_args()
    root = Path(a.corpora)
    train = paragraphs(root / "ewt/train.conllu.xz") + paragraphs(root / "gum/train.conllu.xz")
    rows = list(boundaries(train))
    lost = sum(f is None for f, _ in rows)
    rows = [x for x in rows if x[0] is not None]
    counts = Counter(f for fs, _ in rows for f in fs)
    names = sorted(f for f, n in counts.items() if n >= a.rare)
    index = {f: i for i, f in enumerate(names)}
    y = np.array([1.0 if t else -1.0 for _, t in rows])
    pairs = [(k, index[f]) for k, (fs, _) in enumerate(rows) for f in fs if f in index]
    x = sparse.csr_matrix((np.ones(len(pairs)), tuple(np.array(pairs).T)), shape=(len(rows), len(names)))

    def loss(w):
        margin = y * (x @ w)
        p = 1 / (1 + np.exp(np.clip(margin, -40, 40)))
        return np.logaddexp(0, -margin).sum() + a.l2 / 2 * w @ w, -(x.T @ (y * p)) + a.l2 * w

    w = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    weights = {f: round(float(v), 2) for f, v in zip(names, w) if abs(v) >= 0.02}
    print(f"{len(rows)} boundaries, {int((y > 0).sum())} ends, {lost} out of reach, {len(weights)} weights")
    for name in ("ewt/train", "ewt/dev", "gum/dev"):
        print(name, "boundary precision, recall, F1: %.4f %.4f %.4f" % decide(paragraphs(root / f"{name}.conllu.xz"), weights))
    with open(a.out, "w", encoding="utf-8") as f:
        f.write("# Weights of the sentence splitter, by Training/sentences/train.py from UD English EWT and GUM (train). CC BY-SA 4.0.\n")
        for (template, codes, word), v in sorted(weights.items()):
            f.write(f"{template}\t{','.join(map(str, codes))}\t{word}\t{v:g}\n")


if __name__ == "__main__":
    main()
