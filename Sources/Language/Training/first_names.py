"""Lists first names with the gender of the pronouns that take them up: `python first_names.py --corpora DIR --out first_names.tsv`.

From `given_names.tsv`, compiled for this project from common knowledge: names that nearly all who bear them are of one gender; from GAP (development):
both candidates of a question are of the pronoun's gender; and from GUM (train): names in chains with "he" or "she", where nine of ten pronouns agree.
Where the list and the texts disagree, a name is left out. The coreference rules use it where the text says nothing else.
"""

import argparse
from collections import Counter, defaultdict
from pathlib import Path

import corpora
from score_coref import gap_rows

PRONOUNS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
TITLES = {"mr", "mrs", "ms", "dr", "sir", "lady", "lord", "king", "queen", "prince", "princess", "st", "saint", "the", "miss", "president", "general"}


def first(name):
    words = [w for w in name.replace(".", " ").split() if w.lower() not in TITLES]
    return words[0].lower() if len(words) > 1 and words[0].isalpha() and len(words[0]) > 1 and words[0][0].isupper() else None


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--corpora", required=True)
    p.add_argument("--out", required=True)
    a = p.parse_args()
    root = Path(a.corpora)
    counts = defaultdict(Counter)
    for row in gap_rows(root / "gap/development.tsv.xz"):
        for c in "AB":
            name = first(row[c])
            if name:
                counts[name][PRONOUNS[row["Pronoun"].lower()]] += 2 if row[c + "-coref"].upper() == "TRUE" else 1
    for d in corpora.conllu_documents(corpora.read(root / "gum/train.conllu.xz"), "gum", entities=True):
        chains = defaultdict(lambda: (set(), Counter()))
        for s in d.sentences:
            people = {(b, e) for b, e, types in s.names if "PER" in types}
            for head, chain, start, end in s.mentions:
                if s.words[head].lower() in PRONOUNS:
                    chains[chain][1][PRONOUNS[s.words[head].lower()]] += 1
                for b, e in people:
                    if b <= head < e:
                        name = first(" ".join(s.words[b:e]))
                        if name:
                            chains[chain][0].add(name)
        for names, genders in chains.values():
            if genders:
                for name in names:
                    counts[name][genders.most_common(1)[0][0]] += 2
    told = {}
    for name, genders in counts.items():
        (gender, n), = genders.most_common(1)
        if n >= 0.9 * sum(genders.values()):
            told[name] = gender
    lines = Path(__file__).with_name("given_names.tsv").read_text(encoding="utf-8").splitlines()
    listed = dict(line.split("\t") for line in lines if line[0] != "#")
    kept = {n: g for n, g in (listed | told).items() if listed.get(n, g) == told.get(n, g)}
    with open(a.out, "w", encoding="utf-8") as f:
        f.write("# First names with the gender of those who bear them, by Training/first_names.py from its list, GAP (development) and GUM (train). CC BY-SA 4.0.\n")
        f.writelines(f"{name}\t{kept[name]}\n" for name in sorted(kept))
    print(len(kept), "names")


if __name__ == "__main__":
    main()
