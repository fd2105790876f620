"""The runtime's arithmetic in NumPy, read from `weights.bin` alone, and the frozen numbers that the Swift code is tested against.

`python parity.py --model Resources/en-2 --out ../../../Tests/LanguageTests/Reference/parity.json`. The sentences were written for this test.
Floating-point sums differ between machines in their last bits, and a value on the edge of a rounding step moves by one step: hence `tolerance`.
"""

import argparse
import json
import math
from pathlib import Path

import numpy as np

import weight_file
from antecedents import SIZES
from decode import spanning_tree, viterbi
from labels import apply_script
from tags import PENALTY, read as read_tags
from wordpieces import WordPieces, shape

F = np.float32

WINDOWS = [
    [["The", "ambassador", "of", "Norland", "met", "delegations", "from", "the", "Harbour", "Workers'", "Union", "in", "Port", "Ellery", "on", "Tuesday", "."],
     ["She", "told", "them", "that", "her", "government", "would", "n't", "close", "the", "docks", "."],
     ["The", "two", "sides", "agreed", "to", "meet", "again", "."]],
    [["Deputy", "Foreign", "Minister", "Tomas", "Veidt", "was", "invited", "to", "Iran", "by", "President", "A.", "Karimi", ",", "the", "Iranian", "agency", "IRNA", "reported", "."]],
    [["Stop", "!"]],
    [["Acme", "Widgets", "Ltd", ",", "which", "owns", "42", "%", "of", "Zephyr", "Motors", ",", "has", "sued", "its", "rival", "'s", "CEO", ",", "Jane", "O'Neill-Müller", "."],
     ["O'Neill-Müller", "denied", "wrongdoing", "."]],
    [["Who", "is", "whom", "’s", "friend", "in", "東京", "?"], ["2nd", "e-mail", ":", "info@example.org", "🙂"]],
    [["BREAKING", ":", "Senate", "votes", "51-49", "to", "confirm", "Judge", "R.", "Ortega", "after", "weeks", "of", "talks", "between", "Democrats", "and", "the", "White", "House"]],
]


_erf = np.vectorize(math.erf, otypes=[float])


def gelu(x):
    return (x * F(0.5) * (F(1) + _erf(x.astype(np.float64) / math.sqrt(2)).astype(F))).astype(F)


def norm(x, w, b):
    x64 = x.astype(np.float64)
    mean, var = x64.mean(-1, keepdims=True), x64.var(-1, keepdims=True)
    return ((x64 - mean) / np.sqrt(var + 1e-12)).astype(F) * w + b


class Runtime:
    def __init__(self, folder):
        self.t = weight_file.read(Path(folder) / "weights.bin")
        self.manifest = json.loads((Path(folder) / "manifest.json").read_text())
        self.tokenizer = WordPieces(Path(folder) / "vocab.txt")
        self.tags = read_tags(Path(folder) / "tags.tsv")

    def q8(self, x, name):
        w, scale, bias = self.t[name + ".weight"], self.t[name + ".weight.scale"], self.t[name + ".bias"]
        amax = np.abs(x).max(-1, keepdims=True).astype(F)
        safe = np.where(amax == 0, F(1), amax)
        q = np.where(amax == 0, F(0), np.rint(x * (F(127) / safe))).astype(np.int32)
        acc = q @ w.astype(np.int32).T
        return (acc.astype(F) * ((amax / F(127)) * scale[None, :]) + bias).astype(F)

    def linear(self, x, name):
        return (x @ self.t[name + ".weight"].T + self.t[name + ".bias"]).astype(F)

    def encode(self, sentences):
        tk, t = self.tokenizer, self.t
        pieces, shapes, first = [tk.cls], [-1], []
        for words in sentences:
            for w in words:
                ids = tk(w)
                first.append(len(pieces))
                pieces += ids
                shapes += [shape(w)] * len(ids)
            pieces.append(tk.sep)
            shapes.append(-1)
        e = t["embeddings.word"][pieces].astype(F) * t["embeddings.word.scale"][pieces][:, None]
        x = e + t["embeddings.position"][:len(pieces)]
        x = x + np.stack([t["embeddings.shape"][s] if s >= 0 else np.zeros(384, F) for s in shapes])
        x = norm(x, t["embeddings.norm.weight"], t["embeddings.norm.bias"])
        for i in range(6):
            p = f"layer.{i}."
            q, k, v = (self.q8(x, p + "attention." + n).reshape(-1, 12, 32).transpose(1, 0, 2) for n in ("query", "key", "value"))
            s = (q @ k.transpose(0, 2, 1)) / F(math.sqrt(32))
            s = np.exp(s - s.max(-1, keepdims=True))
            a = ((s / s.sum(-1, keepdims=True)) @ v).transpose(1, 0, 2).reshape(-1, 384)
            x = norm(x + self.q8(a.astype(F), p + "attention.output"), t[p + "attention.norm.weight"], t[p + "attention.norm.bias"])
            x = norm(x + self.q8(gelu(self.q8(x, p + "ffn.up")), p + "ffn.down"), t[p + "ffn.norm.weight"], t[p + "ffn.norm.bias"])
        return pieces, shapes, x[first], x[0]

    def analyze(self, sentences):
        t, m = self.t, self.manifest
        one = lambda x: np.concatenate([x, np.ones(x.shape[:-1] + (1,), F)], -1)
        pieces, shapes, h, root = self.encode(sentences)
        scores = {k: self.linear(h, k) for k in ("xpos", "upos", "feats", "lemma")}
        for row, word in zip(scores["xpos"], (w for words in sentences for w in words)):
            if word in self.tags:
                row -= F(PENALTY) * np.array([tag not in self.tags[word] for tag in m["xpos"]])
        pick = {k: v.argmax(1) for k, v in scores.items()}
        emissions, mention = self.linear(h, "ner"), 1 / (1 + np.exp(-self.linear(h, "mention")[:, 0]))
        out, at = {"sentences": sentences, "pieces": pieces, "shapes": shapes, "vectors": [[round(float(v), 4) for v in x[:8]] for x in h],
                   "root": [round(float(v), 4) for v in root[:8]]}, 0
        result = []
        for words in sentences:
            n = len(words)
            x = h[at:at + n]
            dep = one(gelu(self.linear(x, "arc.dep")))
            head = gelu(self.linear(np.concatenate([root[None], x]), "arc.head"))
            s = (dep @ t["arc.biaffine"]) @ head.T
            for i in range(n):
                s[i, i + 1] = -1e9
            s = s - np.log(np.exp(s - s.max(1, keepdims=True)).sum(1, keepdims=True)) - s.max(1, keepdims=True)
            heads = spanning_tree(s)
            every = np.concatenate([root[None], x])
            d, e = one(gelu(self.linear(x, "label.dep"))), one(gelu(self.linear(every[heads], "label.head")))
            labels = np.einsum("wi,lij,wj->wl", d, t["label.biaffine"], e)
            labels[:, m["deprels"].index("root")] = -1e9
            deprels = ["root" if hd == 0 else m["deprels"][k] for hd, k in zip(heads, labels.argmax(1))]
            tags = viterbi(emissions[at:at + n], t["ner.transitions"], t["ner.start"], t["ner.end"])
            result.append({
                "xpos": [m["xpos"][k] for k in pick["xpos"][at:at + n]], "upos": [m["upos"][k] for k in pick["upos"][at:at + n]],
                "feats": [m["feats"][k] for k in pick["feats"][at:at + n]],
                "lemmas": [apply_script(m["lemma_scripts"][k], w) for k, w in zip(pick["lemma"][at:at + n], words)],
                "heads": [int(x) for x in heads], "arc_log_probability": [round(float(s[i, hd]), 3) for i, hd in enumerate(heads)],
                "deprels": deprels, "ner": [m["ner"][k] for k in tags], "mention": [round(float(v), 3) for v in mention[at:at + n]]})
            at += n
        out["results"] = result
        heads = [i for i, p in enumerate(mention) if p >= m["mention_threshold"]]
        a, b = gelu(self.linear(h[heads], "coref.ana")), gelu(self.linear(h[heads], "coref.ante"))
        s = one(a) @ t["coref.biaffine"] @ one(b).T
        a, b = self.linear(a, "coref.hidden.ana"), self.linear(b, "coref.hidden.ante")
        offsets = np.cumsum([0] + SIZES[:-1])

        def score(p, q):
            """With features that stand for none in particular: the program's own are tested where they are computed."""
            values = [(3 * p + 5 * q + k) % size for k, size in enumerate(SIZES)]
            hidden = np.maximum(a[p] + b[q] + t["coref.features"][offsets + values].sum(0), 0)
            return float(s[p, q] + hidden @ t["coref.output"])

        links = []
        for p, i in enumerate(heads):
            scored = [(score(p, q), j) for q, j in enumerate(heads[:p])]
            best = max(scored, default=(0.0, -1))
            links.append({"mention": i, "antecedent": best[1] if best[0] > 0 else -1, "score": round(best[0], 3)})
        out["coreference"] = links
        return out


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--model", required=True)
    p.add_argument("--out", required=True)
    a = p.parse_args()
    runtime = Runtime(a.model)
    frozen = {"generator": "Sources/Language/Training/parity.py", "weights_sha256": runtime.manifest["weights_sha256"], "tolerance": {"vectors": 0.07, "arc_log_probability": 0.05, "mention": 0.02, "coreference": 0.15},
              "windows": [runtime.analyze(w) for w in WINDOWS]}
    Path(a.out).parent.mkdir(parents=True, exist_ok=True)
    Path(a.out).write_text(json.dumps(frozen, ensure_ascii=False, indent=None, separators=(",", ":")).replace('{"sentences"', '\n{"sentences"') + "\n")


if __name__ == "__main__":
    main()
