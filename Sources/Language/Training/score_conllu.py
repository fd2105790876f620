"""Scores an analysis against a treebank: `python score_conllu.py GOLD SYSTEM` (CoNLL-U each, `.xz` allowed), `--raw GOLD` prints GOLD's text.

Words are matched by their place in the text without white space, so that both sides may split it differently; then heads and labels
are compared, as the CoNLL 2018 shared task does. Reported: F1 of tokens, words and sentences; accuracy over matched words (as F1) of UPOS,
XPOS, features, lemmas, UAS, LAS. `--genre news` takes only documents whose id has that word in it.
"""

import argparse
import json
import lzma
import sys


def read(path):
    opener = lzma.open if str(path).endswith(".xz") else open
    with opener(path, "rt", encoding="utf-8") as f:
        return f.read()


def blocks(text, genre=None):
    """Sentences as (comments, rows)."""
    wanted = genre is None
    for block in text.split("\n\n"):
        lines = block.split("\n")
        comments = [x for x in lines if x.startswith("#")]
        for c in comments:
            if c.startswith("# newdoc") and genre is not None:
                wanted = genre in c
        rows = [x.split("\t") for x in lines if x and not x.startswith("#")]
        if rows and wanted:
            yield comments, rows


def raw(text, genre=None):
    """The text as it was before anyone split it: paragraphs and documents parted by an empty line."""
    parts, current = [], ""
    for comments, rows in blocks(text, genre):
        if current and any(c.startswith(("# newdoc", "# newpar")) and not c.startswith("# newpar_") for c in comments):
            parts.append(current.rstrip())
            current = ""
        covered = 0
        for r in rows:
            if "." in r[0]:
                continue
            if "-" in r[0]:
                covered = int(r[0].split("-")[1])
            elif int(r[0]) <= covered:
                continue
            current += r[1] + ("" if "SpaceAfter=No" in r[9].split("|") else " ")
    return "\n\n".join(parts + [current.rstrip()]) + "\n"


class Analysis:
    def __init__(self, text, genre=None):
        self.tokens, self.sentences, self.words, characters = [], [], [], []
        at = 0
        for _, rows in blocks(text, genre):
            start, base, k = at, len(self.words), 0
            rows = [r for r in rows if "." not in r[0]]
            while k < len(rows):
                first = last = k
                if "-" in rows[k][0]:
                    a, b = map(int, rows[k][0].split("-"))
                    first, last = k + 1, k + 1 + b - a
                form = "".join(rows[k][1].split())
                characters.append(form)
                end = at + len(form)
                self.tokens.append((at, end))
                forms = ["".join(r[1].split()) for r in rows[first:last + 1]]
                splits, place = "".join(forms) == form, at
                for n, r in enumerate(rows[first:last + 1]):
                    span = (place, place + len(forms[n]), 0) if splits else (at, end, n)
                    place += len(forms[n]) if splits else 0
                    head = int(r[6]) if r[6].isdigit() else 0
                    self.words.append({"span": span, "head": base + head - 1 if head else None, "row": r})
                at, k = end, last + 1
            self.sentences.append((start, at))
        self.text = "".join(characters)


def f1(gold, system, correct=None):
    hit = len(set(gold) & set(system)) if correct is None else correct
    p, r = hit / max(1, len(system)), hit / max(1, len(gold))
    return 2 * p * r / max(1e-12, p + r)


def score(gold, system):
    if gold.text != system.text:
        k = next((i for i, (a, b) in enumerate(zip(gold.text, system.text)) if a != b), min(len(gold.text), len(system.text)))
        sys.exit(f"the texts differ at character {k}: gold …{gold.text[max(0, k - 30):k + 30]}… system …{system.text[max(0, k - 30):k + 30]}…")
    g_of = {w["span"]: i for i, w in enumerate(gold.words)}
    s_of = {w["span"]: i for i, w in enumerate(system.words)}
    pairs = [(g, s_of[span]) for span, g in g_of.items() if span in s_of]
    match = {g: s for g, s in pairs}
    base = lambda d: d.split(":")[0]
    hits = dict.fromkeys(("upos", "xpos", "feats", "lemma", "uas", "las", "las_subtypes"), 0)
    for g, s in pairs:
        a, b = gold.words[g], system.words[s]
        hits["upos"] += a["row"][3] == b["row"][3]
        hits["xpos"] += a["row"][4] == b["row"][4]
        hits["feats"] += a["row"][5] == b["row"][5]
        hits["lemma"] += a["row"][2] == b["row"][2] or a["row"][2] == "_"
        head = a["head"] is None and b["head"] is None or a["head"] is not None and b["head"] is not None and match.get(a["head"]) == b["head"]
        hits["uas"] += head
        hits["las"] += head and base(a["row"][7]) == base(b["row"][7])
        hits["las_subtypes"] += head and a["row"][7] == b["row"][7]
    out = {"tokens": f1(gold.tokens, system.tokens), "words": f1(g_of, s_of), "sentences": f1(gold.sentences, system.sentences)}
    out.update({k: f1(gold.words, system.words, v) for k, v in hits.items()})
    return out


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("gold")
    p.add_argument("system", nargs="?")
    p.add_argument("--raw", action="store_true")
    p.add_argument("--genre")
    p.add_argument("--json", action="store_true")
    a = p.parse_args()
    if a.raw:
        sys.stdout.write(raw(read(a.gold), a.genre))
        return
    found = score(Analysis(read(a.gold), a.genre), Analysis(read(a.system), a.genre))
    if a.json:
        print(json.dumps(found))
    else:
        for k, v in found.items():
            print(f"{k:14s}{v:.4f}")


if __name__ == "__main__":
    main()
