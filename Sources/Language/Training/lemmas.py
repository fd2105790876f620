"""Words and their lemmas, from the treebanks' training parts: `python lemmas.py --corpora DIR > ../Resources/en-2/lemmas.tsv`.

A line: `V`, `N` or `A` (verb, noun, adjective or adverb), a lemma, then the forms that the regular rules of `Lemmatizer.swift` do not give.
Only what was seen twice, or is irregular, is kept.
"""

import argparse
from collections import Counter, defaultdict
from pathlib import Path

import corpora

CLASSES = {"VERB": "V", "AUX": "V", "NOUN": "N", "ADJ": "A", "ADV": "A"}
VOWELS = set("aeiou")


def regular(kind, lemma):
    """The forms that the program makes itself; the same rules as in Lemmatizer.swift."""
    s = lemma + "es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else lemma[:-1] + "ies" if lemma[-1] == "y" and lemma[-2:-1] not in VOWELS else lemma + "s"
    if kind == "N":
        return {lemma, s}
    if kind == "A":
        return {lemma}
    if lemma.endswith("e"):
        past, present = lemma + "d", lemma[:-1] + "ing"
    elif lemma[-1] == "y" and lemma[-2:-1] not in VOWELS:
        past, present = lemma[:-1] + "ied", lemma + "ing"
    else:
        past, present = lemma + "ed", lemma + "ing"
    out = {lemma, s, past, present}
    if len(lemma) > 2 and lemma[-1] not in VOWELS | set("wxy") and lemma[-2] in VOWELS and lemma[-3] not in VOWELS:
        out |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
    return out


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--corpora", required=True, type=Path)
    a = p.parse_args()
    seen = defaultdict(Counter)
    for name in ("ewt/train.conllu.xz", "gum/train.conllu.xz"):
        for line in corpora.read(a.corpora / name).split("\n"):
            c = line.split("\t")
            if len(c) == 10 and c[3] in CLASSES and c[1].isalpha() and c[1].isascii() and c[2].isalpha() and c[2].islower() and "Typo=Yes" not in c[5] and "Abbr=Yes" not in c[5]:
                seen[CLASSES[c[3]], c[1].lower()][c[2]] += 1
    lemmas, forms = Counter(), defaultdict(set)
    best = {}
    for (kind, form), found in sorted(seen.items()):
        lemma, n = max(sorted(found.items()), key=lambda x: x[1])
        lemmas[kind, lemma] += sum(found.values())
        best[kind, form] = lemma
    for (kind, form), lemma in best.items():
        if form not in regular(kind, lemma):
            forms[kind, lemma].add(form)
    print("# Lemmas and irregular forms from the training parts of UD English EWT and GUM; CC BY-SA 4.0")
    for kind, lemma in sorted(lemmas):
        if forms[kind, lemma] or lemmas[kind, lemma] > 1 and kind != "A":
            print("\t".join([kind, lemma, *sorted(forms[kind, lemma])]))


if __name__ == "__main__":
    main()
