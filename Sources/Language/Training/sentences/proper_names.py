"""Lists words that are written with a capital wherever they stand: `python proper_names.py --corpora DIR --vocabulary VOCAB --out proper.txt`.

The tokenizer asks this list whether a capital in the middle of a word begins a name that scraping glued on. Counted, away from the beginnings of
sentences, in UD English EWT and GUM (train), Re-DocRED and wikigold; only words that the model's vocabulary has whole, of three letters and more.
"""

import argparse
import json
import lzma
from collections import Counter
from pathlib import Path


def sentences(root):
    for name in ("ewt/train", "gum/train"):
        words = []
        for line in lzma.open(root / f"{name}.conllu.xz", "rt", encoding="utf-8"):
            columns = line.split("\t")
            if len(columns) == 10 and columns[0].isdigit():
                words.append(columns[1])
            elif not line.strip() and words:
                yield words
                words = []
    for name in ("dev", "test"):
        for document in json.load(lzma.open(root / f"redocred/{name}.json.xz")):
            yield from document["sents"]
    words = []
    for line in lzma.open(root / "ner/wikigold.iob2.xz", "rt", encoding="utf-8"):
        if line.strip():
            words.append(line.replace("\t", " ").split(" ")[0])
        elif words:
            yield words
            words = []


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--corpora", required=True)
    p.add_argument("--vocabulary", required=True)
    p.add_argument("--out", required=True)
    a = p.parse_args()
    vocabulary = set(Path(a.vocabulary).read_text(encoding="utf-8").split("\n"))
    capital, small = Counter(), Counter()
    for words in sentences(Path(a.corpora)):
        for before, w in zip(words, words[1:]):
            if w.isascii() and w.isalpha() and len(w) >= 3 and before not in (".", ":", '"', "``", "“", "-"):
                if w[0].isupper() and w[1:].islower():
                    capital[w.lower()] += 1
                elif w.islower():
                    small[w] += 1
    found = sorted(w for w, n in capital.items() if w in vocabulary and n >= 2 and n >= 30 * small[w])
    with open(a.out, "w", encoding="utf-8") as f:
        f.write("# Words that are always capitalised, by Training/sentences/proper_names.py. CC BY-SA 4.0.\n")
        f.writelines(w + "\n" for w in found)
    print(len(found), "words")


if __name__ == "__main__":
    main()
