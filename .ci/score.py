"""Measures quality and compares it with the floors: `score.py --entente BINARY --shared DIR [--only graph,trees,names,chains] [--raise]`.

graph   the relationship graphs against gold/ and gold/silver/ (score.py there) and the project's articles that no training of the encoder
        sees (Training/articles/unread), of the rules alone: the relation head was trained on these
        articles, and what it adds on articles that it has not seen stands in RELATIONS.md beside it
trees   tags and trees on EWT test with its words, and from raw text; sentences of GUM dev news
names   persons, organizations, places on GUM dev news and CrossNER politics dev together
chains  coreference on GUM dev (CoNLL F1 without singletons) and GAP validation

Floors are in floors.json beside this file; `--raise` lifts each to what was measured, less half a point. Exit 1 below a floor.
"""

import argparse
import importlib.util
import json
import lzma
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
TRAINING = HERE.parent / "Sources/Language/Training"
sys.path.insert(0, str(TRAINING))

import score_conllu  # noqa: E402
import score_coref  # noqa: E402


def run(*command, stdin=None):
    result = subprocess.run(list(map(str, command)), input=stdin, capture_output=True, text=True)
    if result.returncode not in (0, 1):
        sys.exit(f"{command[0]} {command[1]} ended with {result.returncode}: {result.stderr.strip()[-500:]}")
    return result.stdout


def graph(entente, shared, work):
    out = {}
    model = work / "rules-alone"
    shutil.copytree(HERE.parent / "Sources/Language/Resources/en-2", model, ignore=shutil.ignore_patterns("relations.*"))
    articles = [shared / "articles/wikinews-2019.jsonl", shared / "articles/ukgov.jsonl"]
    system = work / "system.jsonl"
    unread = work / "unread"
    run(sys.executable, TRAINING / "annotated.py", "graphs", unread, *sorted((TRAINING / "articles/unread").glob("*.txt")))
    system.write_text(run(entente, "extract", "--model", model, *articles, unread / "articles.jsonl"))
    for name, folder in (("gold", shared / "gold"), ("silver", shared / "gold/silver"), ("unread", unread)):
        table = run(sys.executable, shared / "gold/score.py", folder, system)
        print(f"-- {name}\n{table}")
        for line in table.splitlines():
            words = line.split()
            if "F1" in words:
                out[f"{name} {words[0]}"] = float(words[words.index("F1") + 1])
                if words[0] in ("pairs", "typed"):
                    out[f"{name} {words[0]} precision"] = float(words[words.index("P") + 1])
            elif words and words[0] == "core" and name != "unread":
                out[f"{name} core recall"] = float(words[2])
            elif words and words[0] == "factuality":
                out[f"{name} factuality"] = float(words[1])
    system.write_text(run(entente, "extract", *articles))
    reliability(shared, system)
    return out


def reliability(shared, system):
    """Prints whether confidences mean what they say: of the statements that have one, how many are right, by tenths.

    The relation head was trained on these articles; what it reaches on articles that it has not seen is measured when it
    is trained, and stands in RELATIONS.md beside it.
    """
    spec = importlib.util.spec_from_file_location("graphs", shared / "gold/score.py")
    graphs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(graphs)
    found = {d["id"]: d for d in map(json.loads, system.read_text().splitlines())}
    for name, folder in (("gold", shared / "gold"), ("silver", shared / "gold/silver")):
        judged = []
        for file in sorted(folder.glob("*.json")):
            gold = json.loads(file.read_text())
            if gold["id"] in found:
                judged += judge(graphs, gold, found[gold["id"]])
        print(f"-- confidence, {name}: {len(judged)} statements")
        error = 0.0
        for low in range(10):
            inside = [(p, ok) for p, ok in judged if low <= min(int(p * 10), 9) < low + 1]
            if inside:
                p, ok = (sum(x[k] for x in inside) / len(inside) for k in (0, 1))
                error += abs(p - ok) * len(inside) / len(judged)
                print(f"{low / 10:.1f}-{low / 10 + 0.1:.1f} {len(inside):5d}  predicted {p:.3f}  right {ok:.3f}")
        brier = sum((p - ok) ** 2 for p, ok in judged) / max(1, len(judged))
        print(f"Brier score {brier:.3f}, expected calibration error {error:.3f}")


def judge(graphs, gold, system):
    """(confidence, right) of every statement: the same nodes, relation and direction as an annotated one, or the title's words."""
    to = graphs.align(gold["entities"], system["entities"])
    title = lambda s: set(graphs.normal(str(s["object"])).split())  # noqa: E731
    facts, roles, optional = set(), [], set()
    for s in gold["statements"]:
        if s["relation"] == "holdsRole":
            roles.append((s["subject"], title(s)))
            continue
        if s["relation"] == "partOf" and s.get("importance", 1) == 0:
            optional.add((s["subject"], s["object"]))
        kind = s["relation"] if s["relation"] in graphs.OF else "other"
        facts.add((s["subject"], kind, s["object"]))
        if kind in graphs.SYMMETRIC:
            facts.add((s["object"], kind, s["subject"]))
    out = []
    for s in system["statements"]:
        p = max(e["confidence"] for e in s["evidence"])
        if s["relation"] == "holdsRole":
            words = title(s)
            ok = any(w == to.get(s["subject"]) and 2 * len(t & words) >= max(len(t), len(words), 1) for w, t in roles)
        else:
            ends = to.get(s["subject"]), to.get(s["object"])
            if ends in optional or None not in ends and ends[0] == ends[1]:
                continue
            ok = (ends[0], s["relation"] if s["relation"] in graphs.OF else "other", ends[1]) in facts
        out.append((p, ok))
    return out


def conllu(entente, text, work, *options):
    path = work / ("input.txt" if not options else "input.conllu")
    path.write_text(text)
    return run(entente, "analyze", *options, path)


def trees(entente, shared, work):
    out = {}
    gold = score_conllu.read(shared / "corpora/ewt/test.conllu.xz")
    found = score_conllu.score(score_conllu.Analysis(gold), score_conllu.Analysis(conllu(entente, gold, work, "--tokenized")))
    out |= {f"ewt test {k}": found[k] for k in ("las", "uas", "xpos", "upos", "feats", "lemma")}
    found = score_conllu.score(score_conllu.Analysis(gold), score_conllu.Analysis(conllu(entente, score_conllu.raw(gold), work)))
    out |= {f"ewt test raw {k}": found[k] for k in ("tokens", "sentences", "las")}
    gum = score_conllu.read(shared / "corpora/gum/dev.conllu.xz")
    raw = score_conllu.raw(gum, "news")
    found = score_conllu.score(score_conllu.Analysis(gum, "news"), score_conllu.Analysis(conllu(entente, raw, work)))
    out |= {f"gum dev news raw {k}": found[k] for k in ("tokens", "sentences", "las")}
    return out


TYPES = {"PER": "person", "ORG": "organization", "LOC": "place"}


def names(entente, shared, work):
    import corpora

    root = shared / "corpora"
    documents = [d for d in corpora.conllu_documents(corpora.read(root / "gum/dev.conllu.xz"), "gum", entities=True) if "_news_" in d.id]
    lines = corpora.name_sentences(root / "ner/crossner-politics-dev.iob2.xz", "crossner")
    groups = [d.sentences for d in documents] + [[s] for s in lines]
    text = ""
    for number, sentences in enumerate(groups):
        text += f"# newdoc id = {number}\n"
        for s in sentences:
            text += "".join(f"{i + 1}\t{w}" + "\t_" * 8 + "\n" for i, w in enumerate(s.words)) + "\n"
    flat = [s for sentences in groups for s in sentences]
    found = [rows for _, rows in score_conllu.blocks(conllu(entente, text, work, "--tokenized"))]
    if len(found) != len(flat):
        sys.exit(f"{len(flat)} sentences went in, {len(found)} came out")
    hits = wanted = given = 0
    for s, rows in zip(flat, found):
        gold = {(a, b, TYPES[t[0]]) for a, b, t in s.names if t[0] in TYPES}
        system, start, kind = set(), None, None
        for i, row in enumerate(rows + [None]):
            tag = next((m[4:] for m in row[9].split("|") if m.startswith("NER=")), "O") if row else "O"
            if start is not None and tag != "I-" + kind:
                system.add((start, i, kind))
                start = None
            if tag.startswith("B-"):
                start, kind = i, tag[2:]
        system = {x for x in system if x[2] in TYPES.values()}
        hits, wanted, given = hits + len(gold & system), wanted + len(gold), given + len(system)
    return {"names precision": hits / max(1, given), "names recall": hits / max(1, wanted), "names": 2 * hits / max(1, wanted + given)}


def chains(entente, shared, work):
    root = shared / "corpora"
    gold = score_conllu.read(root / "gum/dev.conllu.xz")
    out = {"gum dev chains": score_coref.gum(gold, conllu(entente, gold, work, "--tokenized"))["conll"]}
    rows = score_coref.gap_rows(root / "gap/validation.tsv.xz")
    texts = work / "gap.jsonl"
    texts.write_text("".join(line + "\n" for line in score_coref.gap_texts(rows)))
    p, r, f1 = score_coref.gap(rows, run(entente, "analyze", texts))["all"]
    return out | {"gap validation": f1, "gap validation precision": p, "gap validation recall": r}


MEASURES = {"graph": graph, "trees": trees, "names": names, "chains": chains}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--entente", required=True)
    p.add_argument("--shared", required=True, type=pathlib.Path)
    p.add_argument("--only", default=",".join(MEASURES))
    p.add_argument("--raise", dest="lift", action="store_true")
    a = p.parse_args()
    if not (a.shared / "gold").is_dir():
        print(f"skipped: {a.shared / 'gold'} is absent, so there is nothing to score against")
        return
    entente = pathlib.Path(a.entente).resolve()
    found = {}
    with tempfile.TemporaryDirectory() as work:
        for name in a.only.split(","):
            found |= MEASURES[name](entente, a.shared, pathlib.Path(work))
    path = HERE / "floors.json"
    floors = json.loads(path.read_text()) if path.exists() else {}
    below = 0
    for name, value in found.items():
        floor = floors.get(name)
        below += floor is not None and value < floor
        print(f"{name:32s}{value:8.4f}" + ("" if floor is None else f"   floor {floor:.3f}" + ("   BELOW" if value < floor else "")))
    if a.lift:
        lifted = {k: max(floors.get(k, 0), round(v - 0.005, 3)) for k, v in found.items()}
        path.write_text(json.dumps({**floors, **lifted}, indent=2, sort_keys=True) + "\n")
    if below:
        sys.exit(1)


if __name__ == "__main__":
    main()
