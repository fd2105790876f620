"""Scores a checkpoint: `python evaluate.py --corpora DIR --work DIR --checkpoint NAME [--int8] [--quick]`. Gold tokens throughout."""

import argparse
import json
import random
from collections import Counter
from pathlib import Path

import torch

import corpora
import score_coref
from decode import Analyzer, spans
from model import QuantLinear, Reader
from train import gap_scores, minilm
from wordpieces import WordPieces


def tree_scores(documents, results):
    n = Counter()
    for d in documents:
        for s in d.sentences:
            r = results.get(id(s))
            if r is None:
                n["words"] += len(s.words)
                continue
            for i in range(len(s.words)):
                n["words"] += 1
                arc = r["heads"][i] == s.heads[i]
                n["uas"] += arc
                n["las"] += arc and r["deprels"][i].split(":")[0] == s.deprels[i].split(":")[0]
                n["las with subtypes"] += arc and r["deprels"][i] == s.deprels[i]
                n["xpos"] += r["xpos"][i] == s.xpos[i]
                n["upos"] += r["upos"][i] == s.upos[i]
                n["feats"] += r["feats"][i] == s.feats[i]
                n["lemma"] += r["lemmas"][i] == s.lemmas[i]
    return {k: round(n[k] / n["words"], 4) for k in ("uas", "las", "las with subtypes", "xpos", "upos", "feats", "lemma")}


def name_scores(documents, results, types=("PER", "ORG", "LOC")):
    """Exact spans and types; micro, and each type's. Gold spans that leave the type open count by their first reading."""
    hits, gold, found = Counter(), Counter(), Counter()
    for d in documents:
        for s in d.sentences:
            g = {(a, b, t[0]) for a, b, t in s.names if t[0] in types}
            p = {x for x in spans(results[id(s)]["tags"]) if x[2] in types} if id(s) in results else set()
            for x in g:
                gold[x[2]] += 1
            for x in p:
                found[x[2]] += 1
            for x in g & p:
                hits[x[2]] += 1
    def f(h, g, p):
        return round(2 * h / max(1, g + p), 4)
    total = [sum(c.values()) for c in (hits, gold, found)]
    return {"f1": f(*total), "precision": round(total[0] / max(1, total[2]), 4), "recall": round(total[0] / max(1, total[1]), 4),
            **{t: f(hits[t], gold[t], found[t]) for t in types}, "gold": total[1]}


def conll(gold, system):
    """MUC, B³, CEAFe F1 and their mean, singletons left out, over documents of chains (lists of mentions)."""
    found = score_coref.conll([([set(c) for c in g if len(c) > 1], [set(c) for c in s if len(c) > 1]) for g, s in zip(gold, system)])
    return {k: round(v if k == "conll" else v[2], 4) for k, v in found.items()}


def coreference(documents, analyzer, results, threshold):
    gold, system = [], []
    for d in documents:
        chains = {}
        for k, s in enumerate(d.sentences):
            for head, chain, *_ in s.mentions:
                chains.setdefault(chain, []).append((k, head))
        gold.append(list(chains.values()))
        system.append(analyzer.chains(d, results, threshold))
    return conll(gold, system)


def mention_scores(documents, results, threshold):
    h = g = p = 0
    for d in documents:
        for s in d.sentences:
            gold = {m[0] for m in s.mentions}
            found = {i for i, x in enumerate(results[id(s)]["mention"]) if x >= threshold}
            h, g, p = h + len(gold & found), g + len(gold), p + len(found)
    return round(2 * h / (g + p), 4)


def gap_evaluation(documents, analyzer):
    """F1 over the (pronoun, candidate) pairs, gold two-mention setting, with the ratio of feminine to masculine."""
    counts = {"F": Counter(), "M": Counter()}
    def visit(b, h, root):
        for k, w in enumerate(b["windows"]):
            for p, a, c, answer in w.document.pronouns:
                gender = w.document.id[-1]
                places = [w.word(*x) for x in (p, a, c)]
                predicted = 0
                if None not in places:
                    forms = [w.document.sentences[x[0]].words[x[1]].lower() for x in (p, a, c)]
                    predicted = int(gap_scores(analyzer.model, h, b["base"][k], places, forms).argmax())
                elif all(x is not None for x in (p, a, c)):
                    if places[0] is None:
                        continue
                counts[gender]["gold"] += answer > 0
                counts[gender]["found"] += predicted > 0
                counts[gender]["hit"] += predicted > 0 and predicted == answer
    limit, analyzer.limit = analyzer.limit, 500
    analyzer.windows(documents, None, visit)
    analyzer.limit = limit
    f = {g: 2 * c["hit"] / max(1, c["gold"] + c["found"]) for g, c in counts.items()}
    c = counts["F"] + counts["M"]
    return {"f1": round(2 * c["hit"] / max(1, c["gold"] + c["found"]), 4), "bias": round(f["F"] / max(1e-9, f["M"]), 3), "questions": len(documents)}


def load(work, checkpoint):
    labels = json.loads((Path(work) / "labels.json").read_text())
    model = Reader(labels)
    model.load_state_dict(torch.load(Path(work) / checkpoint, weights_only=True), strict=False)
    return model, labels


def scores(analyzer, root, quick=False):
    out = {}
    sets = {"ewt dev": ("ewt/dev.conllu.xz", "ewt", False), "gum dev": ("gum/dev.conllu.xz", "gum", True)}
    if not quick:
        sets["ewt test"] = ("ewt/test.conllu.xz", "ewt", False)
    for name, (path, source, entities) in sets.items():
        documents = corpora.conllu_documents(corpora.read(root / path), source, entities=entities)
        results = analyzer.analyze(documents)
        out[name] = tree_scores(documents, results)
        if entities:
            news = [d for d in documents if "_news_" in d.id]
            out["gum dev news"] = tree_scores(news, results)
            out["names gum dev"] = name_scores(documents, results)
            out["names gum dev news"] = name_scores(news, results)
            out["NORP, EVENT gum dev"] = name_scores(documents, results, ("NORP", "EVENT"))
            out["mentions gum dev"] = {t: mention_scores(documents, results, t) for t in (0.3, 0.5)}
            out["coreference gum dev"] = {t: coreference(documents, analyzer, results, t) for t in (0.5,)}
        elif not quick:
            lines = corpora.name_sentences(root / f"ner/ewt-{name[4:]}.iob2.xz", "ewt-names")
            flat = [s for d in documents for s in d.sentences]
            if len(lines) == len(flat) and all(a.words == b.words for a, b in zip(lines, flat)):
                for a, b in zip(lines, flat):
                    b.names = a.names
                out["names " + name] = name_scores(documents, results)
    crossner = corpora.chunks(corpora.name_sentences(root / "ner/crossner-politics-dev.iob2.xz", "crossner"), "crossner", 1)
    results = analyzer.analyze(crossner, trees=False)
    out["names crossner politics dev"] = name_scores(crossner, results)
    out["EVENT, NORP crossner politics dev"] = name_scores(crossner, results, ("EVENT", "NORP"))
    gum = [d for d in corpora.conllu_documents(corpora.read(root / "gum/dev.conllu.xz"), "gum", entities=True) if "_news_" in d.id]
    out["names gum dev news + crossner politics dev"] = name_scores(gum + crossner, {**results, **analyzer.analyze(gum, trees=False)})
    out["gap validation"] = gap_evaluation(corpora.gap(root / "gap/validation.tsv.xz"), analyzer)
    return out


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--corpora", default="../shared/corpora")
    p.add_argument("--work", default=".build/training")
    p.add_argument("--checkpoint", default="finished.pt")
    p.add_argument("--int8", action="store_true")
    p.add_argument("--quick", action="store_true", help="leave out the test sets")
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--out")
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    model, labels = load(a.work, a.checkpoint)
    out = scores(Analyzer(model, labels, WordPieces(minilm() / "vocab.txt"), int8=a.int8), Path(a.corpora), a.quick)
    for k, v in out.items():
        print(f"{k}: {v}")
    if a.out:
        Path(a.out).write_text(json.dumps(out, indent=1))


if __name__ == "__main__":
    main()
