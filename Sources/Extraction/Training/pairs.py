"""Pairs of mentions with what the relation head sees of them, and the labels that annotated graphs give them."""

import base64
import collections
import importlib.util
import json
import pathlib
import re
import sys

import numpy as np

LANGUAGE = pathlib.Path(__file__).resolve().parents[2] / "Language/Training"
_spec = importlib.util.spec_from_file_location("language_parity", LANGUAGE / "parity.py")
sys.path.insert(0, str(LANGUAGE))
parity = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(parity)

import weight_file  # noqa: E402


def scorer(shared):
    """score.py of the annotated graphs: its alignment of entities and its views are the ones that count."""
    spec = importlib.util.spec_from_file_location("score", pathlib.Path(shared) / "gold/score.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module


def bare(relation):
    """A relation as a class: all open phrases are one."""
    return "other" if relation.startswith("other") else relation


class EncoderRelations:
    """The relation head of the language model (`pairs.bin`): what `EncoderRelations.swift` does, for many pairs at once."""

    def __init__(self, folder):
        t = weight_file.read(pathlib.Path(folder) / "pairs.bin")
        self.classes = json.loads((pathlib.Path(folder) / "manifest.json").read_text())["relations"]
        self.subject, self.object = ((t[f"relation.{k}.weight"], t[f"relation.{k}.bias"]) for k in ("subject", "object"))
        product = t["relation.biaffine"].astype(np.float32) * t["relation.biaffine.scale"][:, None]
        self.product = product.reshape(len(self.classes), len(self.subject[0]) + 1, -1)

    def scores(self, article, relations):
        """[pairs, relations] of an article, in the order of `relations`, the first of which is "any"."""
        project = lambda w, b: np.pad(parity.gelu(article.vectors @ w.T + b), ((0, 0), (0, 1)), constant_values=1).astype(np.float32)  # noqa: E731
        s, o = project(*self.subject), project(*self.object)
        row = lambda place: article.start[place[0]] + place[1]  # noqa: E731
        i, j = ([row(p[k]) for p in article.pairs] for k in ("subject", "object"))
        out = np.zeros((len(i), len(self.classes)), np.float32)
        used = sorted(set(i))
        left = dict(zip(used, np.einsum("nd,rde->nre", s[used], self.product, optimize=True)))
        for n, (a, b) in enumerate(zip(i, j)):
            out[n] = left[a] @ o[b]
        out = out[:, [self.classes.index(r) for r in relations]]
        types = out[:, 1:] - out[:, 1:].max(1, keepdims=True) if len(out) else out[:, 1:]
        return np.concatenate([out[:, :1].clip(-8, 8), types.clip(-8, None)], 1)


def words(text):
    return re.findall(r"\w+", text.lower())


class Article:
    """One article: its system graph, annotated graph, and pairs."""

    def __init__(self, record, gold, kind, score):
        self.id, self.kind, self.gold, self.graph = record["id"], kind, gold, record["graph"]
        self.score = score
        self.pairs = record["pairs"]
        self.sentences = [set(words(s)) for s in record["sentences"]]
        starts = np.concatenate([[0], np.cumsum(record["lengths"])]).astype(int)
        self.start = starts
        self.vectors = np.frombuffer(base64.b64decode(record["vectors"]), "<f4").reshape(-1, record["width"] or 1)
        self.to_gold = score.align(gold["entities"], self.graph["entities"])
        self.facts = collections.defaultdict(dict)
        for s in gold["statements"]:
            if s["relation"] == "holdsRole" or s["subject"] == s["object"]:
                continue
            r = bare(s["relation"])
            r = r if r == "other" or r in score.OF else "other"
            told = s.get("passages") or [s.get("evidence") or ""]
            self.facts[s["subject"], s["object"]].setdefault(r, []).extend(told)
            if r in score.SYMMETRIC:
                self.facts[s["object"], s["subject"]].setdefault(r, []).extend(told)
        self.optional = {(s["subject"], s["object"]) for s in gold["statements"] if s["relation"] == "partOf" and s.get("importance", 1) == 0}
        self.evidenced, self.known = {}, None

    def ends(self, pair):
        return [(a, b) for a in pair["subjects"] for b in pair["objects"] if a != b]

    def quoted(self, evidence):
        """The sentences that an annotated evidence quotes."""
        if evidence not in self.evidenced:
            w = words(evidence)
            found = set()
            for k, s in enumerate(self.sentences):
                if w and sum(x in s for x in w) / len(w) >= 0.75:
                    found.add(k)
            if not found and w:
                shares = [sum(x in s for x in w) / len(w) for s in self.sentences]
                if shares and max(shares) >= 0.4:
                    found = {k for k, x in enumerate(shares) if x >= 0.4}
            self.evidenced[evidence] = found
        return self.evidenced[evidence]

    def labels(self):
        """For each pair: {relation: weight} that hold, those that hold elsewhere (no loss there), whether the pair is optional."""
        if self.known is not None:
            return self.known
        seen = collections.defaultdict(set)
        for p in self.pairs:
            for a, b in self.ends(p):
                seen[self.to_gold.get(a), self.to_gold.get(b)].add(p["sentence"])
        out = []
        for p in self.pairs:
            holds, unsure, optional = {}, set(), False
            proposed = {bare(x["relation"]) for x in p["proposed"]}
            for a, b in self.ends(p):
                key = (self.to_gold.get(a), self.to_gold.get(b))
                if None in key:
                    continue
                optional |= key in self.optional
                for r, evidence in self.facts.get(key, {}).items():
                    where = set().union(*(self.quoted(e) for e in evidence))
                    if p["sentence"] in where or r in proposed:
                        holds[r] = 1.0
                    elif where & seen[key]:
                        unsure.add(r)
                    else:
                        holds[r] = 0.5
            out.append((holds, unsure - set(holds), optional))
        self.known = out
        return out


def read(path, shared, own, unread):
    """The articles of a dump that are annotated, in its order: "gold" and "silver" of `shared`, and the project's, of two folders of graphs: "own", which
    the encoder has read, and "unread", which it has not."""
    score = scorer(shared)
    root = pathlib.Path(shared) / "gold"
    out = []
    for line in open(path):
        record = json.loads(line)
        for kind, folder in (("gold", root), ("silver", root / "silver"), ("own", pathlib.Path(own)), ("unread", pathlib.Path(unread))):
            file = folder / f"{record['id']}.json"
            if file.exists():
                out.append(Article(record, json.loads(file.read_text()), kind, score))
                break
    return out, score
