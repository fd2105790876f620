"""Scores coreference.

`python score_coref.py gum GOLD SYSTEM [--genre news]`: CoNLL F1 (mean of MUC, B³ and entity-based CEAF) of CoNLL-U with `Chain=` in MISC against GUM's
`Entity=`. The words are GOLD's. A mention is its head word; singletons are left out on both sides.
`python score_coref.py gap TSV SYSTEM`: F1 over the two candidates of each pronoun, and its ratio between genders (Webster et al. 2018). SYSTEM is the
analysis of the texts that `python score_coref.py gap-text TSV` prints as JSON lines. `.xz` is allowed everywhere.
"""

import argparse
import csv
import io
import json
import sys

import corpora
from score_conllu import read


# Clusters --------------------------------------------------------------------------------------------------------------

def muc(gold, system):
    """Links that survive: for each gold chain, its size less the parts that the other side cuts it into (Vilain et al. 1995)."""
    def side(a, b):
        where = {m: i for i, c in enumerate(b) for m in c}
        kept = sum(len(c) - len({where.get(m, ("alone", m)) for m in c}) for c in a)
        return kept, sum(len(c) - 1 for c in a)
    return side(system, gold), side(gold, system)


def b_cubed(gold, system):
    """For each mention, the share of its chain that the other side has together with it (Bagga and Baldwin 1998)."""
    def side(a, b):
        where = {m: i for i, c in enumerate(b) for m in c}
        total = 0.0
        for c in a:
            parts = {}
            for m in c:
                if m in where:
                    parts[where[m]] = parts.get(where[m], 0) + 1
            total += sum(n * n for n in parts.values()) / len(c)
        return total, sum(map(len, a))
    return side(system, gold), side(gold, system)


def ceaf_e(gold, system):
    """The best one-to-one matching of chains by 2|a∩b| / (|a|+|b|) (Luo 2005)."""
    if not gold or not system:
        return (0.0, len(system)), (0.0, len(gold))
    where = {m: j for j, c in enumerate(system) for m in c}
    shared = {}
    for i, c in enumerate(gold):
        for m in c:
            if m in where:
                shared.setdefault(i, {}).setdefault(where[m], 0)
                shared[i][where[m]] += 1
    similarity = {i: {j: 2 * n / (len(gold[i]) + len(system[j])) for j, n in row.items()} for i, row in shared.items()}
    total = sum(assignment(part) for part in components(similarity))
    return (total, len(system)), (total, len(gold))


def components(similarity):
    """The parts of a sparse table {row: {column: value}} that share no column, each as a dense list of rows."""
    rows_of = {}
    for i, row in similarity.items():
        for j in row:
            rows_of.setdefault(j, []).append(i)
    seen = set()
    for start in similarity:
        if start in seen:
            continue
        seen.add(start)
        rows, columns, todo = [], set(), [start]
        while todo:
            i = todo.pop()
            rows.append(i)
            for j in similarity[i]:
                columns.add(j)
                for k in rows_of[j]:
                    if k not in seen:
                        seen.add(k)
                        todo.append(k)
        columns = sorted(columns)
        yield [[similarity[i].get(j, 0.0) for j in columns] for i in sorted(rows)]


def assignment(table):
    """Total of the best one-to-one assignment of rows to columns (Hungarian method by shortest augmenting paths; cubic)."""
    if len(table) > len(table[0]):
        table = [list(column) for column in zip(*table)]
    n, m = len(table), len(table[0])
    u, v, match = [0.0] * (n + 1), [0.0] * (m + 1), [0] * (m + 1)      # index 0 is a dummy
    for i in range(1, n + 1):
        match[0], j = i, 0
        least, way, used = [float("inf")] * (m + 1), [0] * (m + 1), [False] * (m + 1)
        while True:
            used[j] = True
            row, step, following = match[j], float("inf"), 0
            for k in range(1, m + 1):
                if used[k]:
                    continue
                reduced = -table[row - 1][k - 1] - u[row] - v[k]
                if reduced < least[k]:
                    least[k], way[k] = reduced, j
                if least[k] < step:
                    step, following = least[k], k
            for k in range(m + 1):
                if used[k]:
                    u[match[k]] += step
                    v[k] -= step
                else:
                    least[k] -= step
            j = following
            if match[j] == 0:
                break
        while j:
            match[j] = match[way[j]]
            j = way[j]
    return sum(table[match[j] - 1][j - 1] for j in range(1, m + 1) if match[j])


METRICS = {"muc": muc, "b3": b_cubed, "ceafe": ceaf_e}


def conll(documents):
    """Scores over documents, each a pair of chains (gold, system); sums before it divides."""
    out = {}
    for name, metric in METRICS.items():
        sums = [0.0] * 4
        for gold, system in documents:
            (a, b), (c, d) = metric(gold, system)
            sums = [x + y for x, y in zip(sums, (a, b, c, d))]
        p, r = sums[0] / max(1e-12, sums[1]), sums[2] / max(1e-12, sums[3])
        out[name] = (p, r, 2 * p * r / max(1e-12, p + r))
    out["conll"] = sum(out[m][2] for m in METRICS) / 3
    return out


def gold_chains(document):
    chains = {}
    for k, s in enumerate(document.sentences):
        for head, chain, *_ in s.mentions:
            chains.setdefault(chain, set()).add((k, head))
    return [c for c in chains.values() if len(c) > 1]


def system_chains(document):
    chains = {}
    for k, s in enumerate(document.sentences):
        for i, misc in enumerate(s.misc):
            for field in misc.split("|"):
                if field.startswith("Chain="):
                    chains.setdefault(field[6:], set()).add((k, i))
    return [c for c in chains.values() if len(c) > 1]


def gum(gold_text, system_text, genre=None):
    gold = corpora.conllu_documents(gold_text, "gum", entities=True)
    system = {d.id: d for d in corpora.conllu_documents(system_text, "system")}
    gold = [d for d in gold if genre is None or genre in d.id]
    for d in gold:
        if [s.words for s in d.sentences] != [s.words for s in system[d.id].sentences]:
            sys.exit(f"{d.id}: the words of the analysis are not the gold ones; give the treebank as tokenised input")
    return conll([(gold_chains(d), system_chains(system[d.id])) for d in gold])


# GAP -------------------------------------------------------------------------------------------------------------------

def gap_rows(path):
    return list(csv.DictReader(io.StringIO(read(path)), delimiter="\t", quoting=csv.QUOTE_NONE))


def gap_texts(rows):
    """The texts as JSON lines, for the program to read."""
    return [json.dumps({"id": row["ID"], "title": "", "text": row["Text"]}, ensure_ascii=False) for row in rows]


def gap(rows, system_text):
    documents = {d.id: d for d in corpora.conllu_documents(system_text, "system")}
    counts = {}
    for row in rows:
        text, words = row["Text"], []
        for s in documents[row["ID"]].sentences:
            for misc in s.misc:
                fields = dict(f.split("=", 1) for f in misc.split("|") if "=" in f)
                start, end = map(int, fields["TokenRange"].split(":"))
                words.append((start, end, fields.get("Chain")))

        def chains(offset, string):
            a = len(text[:offset].encode())
            b = a + len(string.encode())
            return {c for start, end, c in words if start < b and a < end and c}

        pronoun = chains(int(row["Pronoun-offset"]), row["Pronoun"])
        gender = "f" if row["Pronoun"].lower() in ("she", "her", "hers") else "m"
        for candidate in "AB":
            found = bool(pronoun & chains(int(row[candidate + "-offset"]), row[candidate]))
            gold = row[candidate + "-coref"].upper() == "TRUE"
            for group in ("all", gender):
                c = counts.setdefault(group, [0, 0, 0])
                c[0] += found and gold
                c[1] += found
                c[2] += gold
    out = {}
    for group, (hit, found, gold) in counts.items():
        p, r = hit / max(1, found), hit / max(1, gold)
        out[group] = (p, r, 2 * p * r / max(1e-12, p + r))
    return out


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("what", choices=["gum", "gap", "gap-text"])
    p.add_argument("gold")
    p.add_argument("system", nargs="?")
    p.add_argument("--genre")
    p.add_argument("--json", action="store_true")
    a = p.parse_args()
    if a.what == "gap-text":
        print("\n".join(gap_texts(gap_rows(a.gold))))
        return
    found = gum(read(a.gold), read(a.system), a.genre) if a.what == "gum" else gap(gap_rows(a.gold), read(a.system))
    if a.json:
        print(json.dumps(found))
        return
    for name, value in found.items():
        print(f"{name:8s}" + (f"{value:.4f}" if isinstance(value, float) else "P %.4f  R %.4f  F1 %.4f" % value))


if __name__ == "__main__":
    main()
