"""Trains the relation head and its calibration: `relations.py --entente BINARY --shared DIR --out MODEL_FOLDER`.

Reads what `entente pairs` sees of the annotated articles, those of this project (`Language/Training/articles`) and those that it is
scored on, measures by cross-validation over the latter, and writes
`relations.bin`, `relations.tsv` and `RELATIONS.md` (what was measured) into the model's folder. A quarter of an hour on two cores.
"""

import argparse
import collections
import hashlib
import multiprocessing
import pathlib
import subprocess
import sys
import tempfile

import numpy as np
import torch

import calibrate
import head
import judge
import pairs

FOLDS = 5
PUBLISHED = ("gold", "silver")                         # real news, by which confidences are calibrated
MEASURED = ("gold", "silver", "unread")               # annotated graphs that the encoder has not seen
# Chosen on the held-out folds. A line is added only between two that nothing else ties: beside what rules say of a pair, a second relation of
# the head's was right too seldom. Who met whom is said only where it is likelier than not. Lower, pairs F1 of silver and unread articles still rises,
# and what is added is right less often: its confidence says so, and pictures leave it out (Evidence.leastTrusted).
NEVER = 2.0
KEEP, ADD, ANY, MEET = 0.003, NEVER, 0.31, 0.5


def folds(articles):
    """A fold for each article; those that the encoder has not seen are spread evenly, by a hash of their names, and the others are in none."""
    fold = np.full(len(articles), -1)
    for kind in MEASURED:
        ids = sorted((hashlib.md5(a.id.encode()).hexdigest(), i) for i, a in enumerate(articles) if a.kind == kind)
        for n, (_, i) in enumerate(ids):
            fold[i] = n % FOLDS
    return fold


def ensemble(data, rows, vocabulary, seeds):
    return [head.train(data, rows, vocabulary, seed) for seed in range(seeds)]


def mean_logits(models, data, rows):
    """Logits of an ensemble, as the exported head has them: the mean over its members."""
    return np.mean([head.logits(m, data, rows) for m in models], 0)


def right(article, subject, relation, obj):
    """Whether annotators tie the two so; None where that is optional."""
    key = article.to_gold.get(subject), article.to_gold.get(obj)
    if relation in article.facts.get(key, {}):
        return True
    return None if key in article.optional else False


def statements(articles, firsts, probability, relations, symmetric):
    """(article, made by a rule, probability, right) of what rules say of published news that was held out, and of what the head would
    add, were it a little bolder."""
    out = []
    for n, a in enumerate(articles):
        if a.kind not in PUBLISHED:
            continue
        rows = range(firsts[n], firsts[n + 1])
        _, proposed = judge.beliefs(a, rows, probability, relations)
        made = [(s, r, o, True, p) for (s, r, o), (p, _) in sorted(proposed.items()) if r in relations]
        bold = judge.graph(a, firsts[n], probability, relations, symmetric, keep=KEEP, add=0.6 * ADD, any_add=0.6 * ANY)
        made += [(s["subject"], pairs.bare(s["relation"]), s["object"], False, s["probability"]) for s in bold["statements"] if "probability" in s]
        for s, r, o, ruled, p in made:
            ok = right(a, s, r, o)
            if ok is not None:
                out.append((n, ruled, float(p), ok))
    return out


def literal_rules(articles, score, strength=5.0):
    """Share of right titles for each rule that gives them, shrunk towards the share of all."""
    counts = collections.defaultdict(lambda: [0, 0])
    for a in articles:
        like = lambda x, y: len(x & y) * 2 >= max(len(x), len(y), 1)  # noqa: E731
        titles = lambda graph, to: [(to(s["subject"]), set(score.normal(str(s["object"])).split()), s) for s in graph["statements"] if s["relation"] == "holdsRole"]  # noqa: E731
        gold = titles(a.gold, lambda i: i)
        for who, title, s in titles(a.graph, a.to_gold.get):
            ok = any(who == w and like(title, t) for w, t, _ in gold)
            rule = "/".join(s["evidence"][0]["rule"].split("/")[:2])
            counts[rule][0] += ok
            counts[rule][1] += 1
    hits, total = (sum(c[k] for c in counts.values()) for k in (0, 1))
    prior = hits / max(1, total)
    return {r: round((h + strength * prior) / (n + strength), 3) for r, (h, n) in sorted(counts.items())}


def export(models, vocabulary, classes, out, lines):
    state = [{k: v.detach().float().numpy() for k, v in m.state_dict().items()} for m in models]
    n, h = len(models), len(state[0]["bias"])
    tensors = {
        "relations.bias": np.concatenate([s["bias"] for s in state]),
        "relations.left.bias": np.concatenate([s["left.bias"] for s in state]),
        "relations.right.bias": np.concatenate([s["right.bias"] for s in state]),
        # The members' hidden units first, then their products.
        "relations.out.weight": np.concatenate([s["out.weight"][:, :h] for s in state] + [s["out.weight"][:, h:] for s in state], 1) / n,
        "relations.out.bias": sum(s["out.bias"] for s in state) / n,
        "relations.scale": sum(s["scale"] for s in state) / n,
        "relations.mix": np.concatenate([s["mix.weight"] for s in state]).T / head.SEEN,
        "relations.hints": sum(s["hints"] for s in state) / n,
        "relations.bound": sum(s["bound"] for s in state) / n,
    }
    wide = {k: np.concatenate([s[f"{k}.weight"] for s in state]) @ vocabulary.projection for k in ("subject", "object", "inner", "left", "right")}
    wide["traits"] = np.concatenate([s["traits.weight"] for s in state], 1)
    for name, w in wide.items():
        amax = np.maximum(np.abs(w).max(1), 1e-12).astype(np.float32)
        tensors[f"relations.{name}"] = np.rint(w * (127 / amax)[:, None]).clip(-127, 127).astype(np.int8)
        tensors[f"relations.{name}.scale"] = (amax / 127).astype(np.float32)
    pairs.weight_file.write(out / "relations.bin", tensors)
    lines += ["\t".join(["scored"] + classes)]
    lines += [f"relation\t{r}" for r in vocabulary.relations] + [f"trait\t{t}" for t in vocabulary.traits] + [f"hint\t{h}" for h in vocabulary.hints]
    (out / "relations.tsv").write_text("\n".join(lines) + "\n")


def numbers(name, values):
    return name + "\t" + "\t".join(f"{v:g}" for v in values)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--entente", required=True)
    p.add_argument("--shared", required=True, type=pathlib.Path)
    p.add_argument("--out", type=pathlib.Path, help="without it nothing is written")
    p.add_argument("--pairs", help="lines of `entente pairs` made before")
    p.add_argument("--model", required=True, type=pathlib.Path, help="the folder of the model that the program reads with")
    p.add_argument("--seeds", type=int, default=1)
    a = p.parse_args()
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as work:
        own, unread = pathlib.Path(work) / "own", pathlib.Path(work) / "unread"
        for graphs, folder in ((own, "articles"), (unread, "articles/unread")):
            subprocess.run([sys.executable, pairs.LANGUAGE / "annotated.py", "graphs", graphs, *sorted((pairs.LANGUAGE / folder).glob("*.txt"))], check=True)
        dump = a.pairs or str(pathlib.Path(work) / "pairs.jsonl")
        if not a.pairs:
            texts = [str(a.shared / f"articles/{n}.jsonl") for n in ("wikinews-2019", "ukgov")] + [str(f / "articles.jsonl") for f in (own, unread)]
            with open(dump, "wb") as file:
                subprocess.run([a.entente, "pairs", "--model", str(a.model), *texts], stdout=file, check=True)
        articles, score = pairs.read(dump, a.shared, own, unread)
    fold = folds(articles)
    firsts = np.concatenate([[0], np.cumsum([len(x.pairs) for x in articles])]).astype(int)
    fold_of_row = np.repeat(fold, [len(x.pairs) for x in articles])
    vocabulary = head.Vocabulary(articles)
    encoder = pairs.EncoderRelations(a.model)
    data = head.Data(articles, vocabulary, encoder)
    # What the encoder's head says of articles that it has read is better than it will be on others.
    data.seen[torch.from_numpy(fold_of_row < 0)] = 0
    relations = vocabulary.relations
    z = np.zeros((firsts[-1], len(relations)), np.float32)
    # Two at a time; the children share what is in memory.
    global fold_logits

    def fold_logits(f):
        models = ensemble(data, np.where(fold_of_row != f)[0], vocabulary, a.seeds)
        return f, mean_logits(models, data, np.where(fold_of_row == f)[0])

    with multiprocessing.get_context("fork").Pool(2) as pool:
        for f, logits in pool.imap_unordered(fold_logits, range(FOLDS)):
            z[fold_of_row == f] = logits
            print(f"fold {f} of {FOLDS}", flush=True)
    probability = head.joint(z)

    report = []
    def say(text=""):
        print(text, flush=True)
        report.append(text)

    say("Pairs %d, proposed by rules %d; relations %d, traits %d, hints %d" % (
        len(z), sum(bool(q["proposed"]) for x in articles for q in x.pairs), len(relations) - 1, len(vocabulary.traits), len(vocabulary.hints)))
    meetings = {r for r in relations if score.category(r) == "CONSULT"}
    settings = [("rules alone", dict(keep=0, add=2.0)), ("weighed", dict(keep=KEEP, add=2.0)), ("weighed and added", dict(keep=KEEP, add=ADD, any_add=ANY, meetings=meetings, meet=MEET))]
    for name, setting in settings:
        graphs = [judge.graph(x, firsts[i], probability, relations, score.SYMMETRIC, **setting) for i, x in enumerate(articles)]
        for kind in MEASURED:
            say(f"{name:18s} {kind:6s} {judge.line(score, judge.totals(score, articles, graphs, kind))}")

    made = statements(articles, firsts, probability, relations, score.SYMMETRIC)
    lines = ["# Entente relation head. Names in the order of the numbers in relations.bin; CC BY 4.0. Made by Extraction/Training/relations.py."]
    tables = {}
    for name, ruled in (("ruled", True), ("added", False)):
        chosen = [s for s in made if s[1] == ruled]
        p_, ok = np.array([s[2] for s in chosen]), np.array([s[3] for s in chosen], float)
        tables[name] = calibrate.knots(p_, ok, ok.mean())
        # Measured with a table from the other folds.
        held_out = np.zeros(len(chosen))
        where = np.array([fold[s[0]] for s in chosen])
        for f in range(FOLDS):
            rest = where != f
            held_out[~rest] = calibrate.apply(calibrate.knots(p_[rest], ok[rest], ok[rest].mean()), p_[~rest])
        rows, brier, ece = calibrate.reliability(held_out, ok)
        say(f"confidence, {'rules' if ruled else 'head'}: {len(held_out)} statements, Brier {brier:.3f}, calibration error {ece:.3f}")
        for low, high, n, predicted, hit in rows:
            say(f"  {low:.1f}-{high:.1f} {n:5d}  predicted {predicted:.3f}  right {hit:.3f}")
    if a.out is None:
        return
    lines += [numbers("thresholds", [KEEP, ADD, ANY, MEET])] + [numbers(n, [v for k in t for v in k]) for n, t in tables.items()]
    lines += [f"literal\t{r}\t{v}" for r, v in literal_rules([x for x in articles if x.kind in PUBLISHED], score).items()]
    models = ensemble(data, np.arange(firsts[-1]), vocabulary, a.seeds)
    export(models, vocabulary, encoder.classes, a.out, lines)
    (a.out / "RELATIONS.md").write_text(CARD.format(report="\n".join(report), **{k: sum(x.kind == k for x in articles) for k in ("own", "unread")}))


CARD = """# The relation head

What it is: whether and how two mentions of one sentence are related, from what is seen of them in the tree and in the
lexicons, and from what rules propose; a small network, specified in `Sources/Extraction/Training/FORMAT.md`.

Trained on relationship graphs that were annotated by hand: {own} articles and passages of this project that the encoder has read
(`Training/articles`) and {unread} that it has not (`Training/articles/unread`), 18 articles of Wikinews read twice, 75 read once, and 26 British
government releases read once. Texts: Wikinews, CC BY 2.5; Crown copyright, Open
Government Licence v3.0. Annotations: CC BY 4.0. No text is in it; the traits are words and labels that eight or more articles have. Licence: CC BY 4.0.

Measured by cross-validation over those that the encoder has not read (five folds; "gold": read twice, "silver": once, "unread": this project's),
so that no article was scored by a head that had seen it, either. The thresholds were chosen with these figures in view. "Weighed and added" is what is shipped. What `make score` prints of the shipped head is of articles that it was trained on, and better than this:

    views: precision/recall/F1
{report}
"""

if __name__ == "__main__":
    main()
