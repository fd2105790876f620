"""Analyses text with a checkpoint: `python predict.py [--work DIR --checkpoint NAME] FILE… > out.conllu`.

FILE is CoNLL-U (its words are kept), JSON lines with `id`, `title`, `text`, or plain text. A plain tokenizer stands in for the program's.
MISC: `TokenRange=start:end` (UTF-8 bytes of the text), `NER=B-PER`, `Mention=0.97` for heads of mentions, `Chain=3` for those in a chain.
"""

import argparse
import json
import sys
from pathlib import Path

import torch

import corpora
from decode import Analyzer
from evaluate import load
from train import minilm
from wordpieces import WordPieces


def article(identifier, text):
    """A document with byte offsets and paragraph marks."""
    document, bytes_before, at, done = corpora.Document(identifier, "text", []), 0, 0, 0
    tokens = corpora.tokenize(text)
    starts = [0]
    for c in text:
        starts.append(starts[-1] + len(c.encode()))
    previous_end = None
    for indices in corpora.split_sentences(text, tokens):
        spans = [tokens[i] for i in indices]
        s = corpora.Sentence([text[a:b] for a, b in spans], "text")
        s.misc = [f"TokenRange={starts[a]}:{starts[b]}" for a, b in spans]
        s.comments = []
        if previous_end is None or "\n" in text[previous_end:spans[0][0]]:
            s.comments.append("# newpar")
        s.comments += [f"# sent_id = {identifier}-{len(document.sentences) + 1}", "# text = " + " ".join(text[spans[0][0]:spans[-1][1]].split())]
        previous_end = spans[-1][1]
        document.sentences.append(s)
    if document.sentences:
        document.sentences[0].comments.insert(0, f"# newdoc id = {identifier}")
    return document


def documents(path):
    text = Path(path).read_text(encoding="utf-8")
    if str(path).endswith(".conllu"):
        found = corpora.conllu_documents(text, "text")
        for d in found:
            for s in d.sentences:
                s.tree = False
        return found
    if str(path).endswith(".jsonl"):
        return [article(r["id"], r["text"]) for r in map(json.loads, text.splitlines())]
    return [article(Path(path).stem, text)]


def conllu(document, results, chains):
    where = {m: k for k, c in enumerate(chains) for m in c}
    for k, s in enumerate(document.sentences):
        r = results.get(id(s))
        if r is None:
            continue
        yield from s.comments or []
        for i, w in enumerate(s.words):
            misc = [m for m in [(s.misc or ["_"] * len(s.words))[i]] if m != "_"]
            if r["tags"][i] != "O":
                bio = {"S": "B", "E": "I"}.get(r["tags"][i][0], r["tags"][i][0])
                misc.append(f"NER={bio}{r['tags'][i][1:]}")
            if r["mention"][i] >= 0.3:
                misc.append(f"Mention={r['mention'][i]:.2f}")
            if (k, i) in where:
                misc.append(f"Chain={where[k, i]}")
            yield "\t".join([str(i + 1), w, r["lemmas"][i] or w, r["upos"][i], r["xpos"][i], r["feats"][i], str(r["heads"][i]), r["deprels"][i], "_", "|".join(misc) or "_"])
        yield ""


def main():
    p = argparse.ArgumentParser()
    p.add_argument("files", nargs="+")
    p.add_argument("--work", default=".build/training")
    p.add_argument("--checkpoint", default="finished.pt")
    p.add_argument("--fp32", action="store_true", help="without the runtime's int8 rounding")
    p.add_argument("--threads", type=int, default=1)
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    model, labels = load(a.work, a.checkpoint)
    analyzer = Analyzer(model, labels, WordPieces(minilm() / "vocab.txt"), int8=not a.fp32)
    for path in a.files:
        found = documents(path)
        results = analyzer.analyze(found)
        for d in found:
            for line in conllu(d, results, analyzer.chains(d, results, 0.5)):
                sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
