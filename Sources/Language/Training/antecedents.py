"""Trains the antecedent head on what the program sees, with the rest of the model as it is.

`python antecedents.py prepare --corpora DIR --work DIR` writes the training texts as CoNLL-U for `antecedent-examples`;
`python antecedents.py train --corpora DIR --work DIR` reads its output and writes `antecedents.npz`;
`python antecedents.py merge --work DIR --model FOLDER` puts that into the model's `weights.bin`; with `--zeros`, a head that links nothing.

Pairs of mentions, their vectors and features come from the program itself (`antecedent-examples`), so training and use cannot differ.
The chains of GUM and of the annotated articles teach which of the earlier mentions an anaphor takes up, or none; GAP's pronouns which of two names
it is. In GAP's texts nothing is known of the other pronouns, so these are left out there. They are seen under other names alone: the encoder
has read them, and a head that leans on what it remembers trusts it too much on new texts.
"""

import argparse
import csv
import hashlib
import io
import json
import random
import re
import struct
import time
from pathlib import Path

import numpy as np

import annotated
import corpora
import score_coref

SIZES = [14, 3, 12, 12, 8, 10, 7, 18, 3, 4, 4, 5, 4, 3, 2, 4, 5, 9, 5, 5, 3, 4, 3, 3, 4]
PROJECTED, HIDDEN = 128, 64
PRONOUN = 2                                         # the form of a mention
RENAMED = 3                                         # how often GAP's texts are seen under other names


# Examples --------------------------------------------------------------------------------------------------------------

class Examples:
    """One document: mentions [n, 6] (sentence, head, start, end, rule chain, form), vectors [n, width], pairs."""

    def __init__(self, data):
        n, width, anaphors, k = struct.unpack_from("<4i", data, 0)
        assert k == len(SIZES), "the program has other features than this file"
        at = 16
        self.mentions = np.frombuffer(data, "<i4", n * 6, at).reshape(n, 6)
        at += n * 24
        self.vectors = np.frombuffer(data, "<f4", n * width, at).reshape(n, width)
        at += n * width * 4
        self.anaphors, self.candidates, self.features = [], [], []
        for _ in range(anaphors):
            i, count = struct.unpack_from("<2i", data, at)
            self.anaphors.append(i)
            self.candidates.append(np.frombuffer(data, "<i4", count, at + 8))
            at += 8 + 4 * count
            self.features.append(np.frombuffer(data, "u1", count * k, at).reshape(count, k))
            at += count * k


def examples(path):
    data, at, out = Path(path).read_bytes(), 0, []
    while at < len(data):
        size, = struct.unpack_from("<Q", data, at)
        out.append(Examples(data[at + 8:at + 8 + size]))
        at += 8 + size
    return out


class Task:
    """The anaphors of one document whose answer is known: for each, its candidates that count and which of them are right.

    kind 0: right ones as marked, none where no one is. kind 1: only known that the marked ones are wrong."""

    def __init__(self, source, document):
        self.source, self.document, self.items = source, document, []

    def add(self, position, kept, right, kind=0):
        self.items.append((position, kept, right, kind))


COORDINATION = 9, 3                                 # the feature, and its value, that says that a candidate stands for all joined with it


def chain_tasks(path, documents, source):
    """The anaphors of documents whose chains are annotated in full; "1+4" is the chain of things 1 and 4 together."""
    tasks, found = [], examples(path)
    assert len(documents) == len(found)
    for d, e in zip(documents, found):
        chain, sizes = {}, {}
        for k, s in enumerate(d.sentences):
            for head, key, *_ in s.mentions:
                chain[k, head] = key
        gold = [chain.get((m[0], m[1])) for m in e.mentions.tolist()]
        task = Task(source, e)
        for position, (i, candidates, features) in enumerate(zip(e.anaphors, e.candidates, e.features)):
            right = np.array([gold[i] is not None and gold[j] == gold[i] for j in candidates])
            if source == "articles" and "+" in (gold[i] or ""):
                right |= np.array([gold[j] in gold[i].split("+") for j in candidates]) & (features[:, COORDINATION[0]] == COORDINATION[1])
            # Where only what is mentioned again is numbered, a description without a number may still take something up.
            if source == "gum" or gold[i] is not None or e.mentions[i, 5] == PRONOUN:
                task.add(position, np.ones(len(candidates), bool), right)
        if task.items:
            tasks.append(task)
    return tasks


def gap_tasks(path, conllu, rows):
    """The texts as the program split them; A and B by their bytes."""
    documents = corpora.conllu_documents(Path(conllu).read_text(), "gap")
    found = examples(path)
    assert len(documents) == len(found)
    by_id = {d.id: (d, e) for d, e in zip(documents, found)}
    tasks = []
    for row in rows:
        d, e = by_id[row["ID"]]
        text = row["Text"]
        spans = {}
        for k, s in enumerate(d.sentences):
            for i, misc in enumerate(s.misc):
                r = next(m[11:] for m in misc.split("|") if m.startswith("TokenRange="))
                spans[k, i] = tuple(map(int, r.split(":")))

        def words(offset, string):
            a = len(text[:offset].encode())
            b = a + len(string.encode())
            return {w for w, (start, end) in spans.items() if start < b and a < end}

        pronoun = words(int(row["Pronoun-offset"]), row["Pronoun"])
        mentions = e.mentions.tolist()
        position = next((p for p, i in enumerate(e.anaphors) if tuple(mentions[i][:2]) in pronoun and mentions[i][5] == 2), None)
        task = Task("gap", e)
        task.row = row
        chains = {}
        for c in "AB":
            inside = words(int(row[c + "-offset"]), row[c])
            chains[c] = {m[4] for m in mentions if m[5] != 2 and ((m[0], m[1]) in inside or any((m[0], t) in inside for t in range(m[2], m[3]) if m[5] == 0))}
        task.chains, task.position = chains, position
        tasks.append(task)
        if position is None:
            continue
        candidates = e.candidates[position]
        kept = np.array([mentions[j][5] != 2 for j in candidates])
        right = {c: np.array([mentions[j][4] in chains[c] for j in candidates]) & kept for c in "AB"}
        answer = [c for c in "AB" if row[c + "-coref"].upper() == "TRUE"]
        if answer:
            if right[answer[0]].any():
                task.add(position, kept, right[answer[0]])
        elif (right["A"] | right["B"]).any():
            task.add(position, kept, right["A"] | right["B"], 1)
    return tasks


def renamed(rows, seed):
    """The same texts about people of other names: each row's A and B get names of as many words from other rows with a pronoun of
    the same gender, wherever their words occur. The encoder has seen GAP's texts; so the head cannot lean on what it remembers of them."""
    rng = random.Random(seed)
    female = lambda row: row["Pronoun"].lower() in ("she", "her", "hers")
    plain = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
    pool = {}
    for row in rows:
        for c in "AB":
            if plain.fullmatch(row[c]):
                pool.setdefault((female(row), row[c].count(" ")), []).append(row[c])
    out = []
    for row in rows:
        new = {}
        for c in "AB":
            if plain.fullmatch(row[c]):
                old, name = row[c].split(), rng.choice(pool[female(row), row[c].count(" ")]).split()
                new.update({o: n for o, n in zip(old, name) if o not in new and o[0].isupper()})
        offsets, text, at = {int(row[k]): k for k in ("Pronoun-offset", "A-offset", "B-offset")}, [], 0
        length, moved = 0, {}
        for m in re.finditer(r"[^\W\d_]+|[\W\d_]", row["Text"]):
            word = new.get(m[0], m[0])
            if m.start() in offsets:
                moved[offsets[m.start()]] = length
            text.append(word)
            length += len(word)
        if len(moved) < 3:
            continue
        names = {c: " ".join(new.get(w, w) for w in row[c].split(" ")) for c in "AB"}
        found = "".join(text)
        if all(found[moved[c + "-offset"]:].startswith(names[c]) for c in "AB"):
            out.append({**row, "ID": f"{row['ID']}-{seed}", "Text": found, **names, **{k: str(v) for k, v in moved.items()}})
    return out


def gap_training(root):
    rows = score_coref.gap_rows(root / "gap/development.tsv.xz")
    return [row for seed in range(1, RENAMED + 1) for row in renamed(rows, seed)]


# Model -----------------------------------------------------------------------------------------------------------------

def head(width):
    import torch
    from torch import nn
    import torch.nn.functional as F

    class Head(nn.Module):
        def __init__(self):
            super().__init__()
            self.ana, self.ante = nn.Linear(width, PROJECTED), nn.Linear(width, PROJECTED)
            self.biaffine = nn.Parameter(torch.randn(PROJECTED + 1, PROJECTED + 1) * 0.02)
            self.hidden_ana, self.hidden_ante = nn.Linear(PROJECTED, HIDDEN), nn.Linear(PROJECTED, HIDDEN)
            self.features = nn.EmbeddingBag(sum(SIZES), HIDDEN, mode="sum")
            nn.init.normal_(self.features.weight, std=0.2)
            self.output = nn.Parameter(torch.randn(HIDDEN) * 0.1)
            self.register_buffer("offsets", torch.tensor(np.cumsum([0] + SIZES[:-1])))

        def forward(self, vectors, i, j, features):
            """Scores of the pairs (i, j), indices into `vectors`."""
            x = F.dropout(vectors, 0.3, self.training)
            a = F.dropout(F.gelu(self.ana(x)), 0.3, self.training)
            b = F.dropout(F.gelu(self.ante(x)), 0.3, self.training)
            one = torch.ones(len(a), 1)
            left = torch.cat([a, one], 1) @ self.biaffine
            pairs = (left[i] * torch.cat([b, one], 1)[j]).sum(1)
            hidden = F.relu(self.hidden_ana(a)[i] + self.hidden_ante(b)[j] + self.features(features.long() + self.offsets))
            return pairs + F.dropout(hidden, 0.2, self.training) @ self.output

    return Head()


def flatten(task, rng=None, most=None):
    """Tensors of a task's pairs, with the item of each; with `rng`, at most `most` items."""
    import torch
    e = task.document
    items = task.items if most is None or len(task.items) <= most else rng.sample(task.items, most)
    i, j, f, owner, right = [], [], [], [], []
    for n, (position, kept, good, _) in enumerate(items):
        c = e.candidates[position][kept]
        i += [e.anaphors[position]] * len(c)
        j.append(c)
        f.append(e.features[position][kept])
        owner += [n] * len(c)
        right.append(good[kept])
    return (torch.tensor(np.array(e.vectors)), torch.tensor(i), torch.tensor(np.concatenate(j)).long(), torch.tensor(np.concatenate(f)),
            torch.tensor(owner), torch.tensor(np.concatenate(right)), torch.tensor([it[3] for it in items]))


def losses(scores, owner, right, kinds):
    """−log of the probability of a right antecedent (or of none) for each item; the dummy's score is 0."""
    import torch
    n = len(kinds)
    top = torch.zeros(n).scatter_reduce(0, owner, scores.detach(), "amax")

    def total(mask, dummy):
        e = torch.where(mask, (scores - top[owner]).exp(), torch.zeros(()))
        return torch.zeros(n).index_add(0, owner, e) + dummy * (-top).exp()

    has = torch.zeros(n).index_add(0, owner, right.float()) > 0
    every = total(torch.ones_like(right), torch.ones(n))
    good = total(right, (~has).float())
    wrong = every - total(right, torch.zeros(n))
    wanted = torch.where(kinds == 1, wrong, good)
    return every.clamp_min(1e-20).log() - wanted.clamp_min(1e-20).log()


def train(root, work, written, epochs=5, seed=7, rate=2e-3):
    import torch
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    rng = random.Random(seed)
    gum = chain_tasks(work / "gum-train.examples", corpora.conllu_documents(corpora.read(root / "gum/train.conllu.xz"), "gum", entities=True), "gum")
    articles = annotated.documents(annotated.every(written.glob("*.txt")), (work / "articles.conllu").read_text())
    own = chain_tasks(work / "articles.examples", articles, "articles")
    gap = gap_tasks(work / "gap-development.examples", work / "gap-development.conllu", gap_training(root))
    gap = [t for t in gap if t.items]
    model = head(gum[0].document.vectors.shape[1])
    optimizer = torch.optim.AdamW(model.parameters(), lr=rate, betas=(0.9, 0.98), weight_decay=0.05)
    plan = []
    for _ in range(epochs):
        groups = [[t] for t in gum + own] + [gap[k:k + 16] for k in range(0, len(gap), 16)]
        rng.shuffle(gap)
        rng.shuffle(groups)
        plan += groups
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1, (s + 1) / 100) * max(0.01, 1 - s / len(plan)))
    begun, sums = time.time(), {}
    for step, group in enumerate(plan):
        model.train()
        loss = 0
        for t in group:
            v, i, j, f, owner, right, kinds = flatten(t, rng, 120)
            part = losses(model(v, i, j, f), owner, right, kinds)
            loss = loss + (part.sum() / len(group) if t.source == "gap" else part.mean())
            n, x = sums.get(t.source, (0, 0.0))
            sums[t.source] = (n + 1, x + float(part.detach().mean()))
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        if (step + 1) % 250 == 0 or step + 1 == len(plan):
            print(f"{step + 1}/{len(plan)} {time.time() - begun:.0f}s " + " ".join(f"{k} {x / n:.3f}" for k, (n, x) in sorted(sums.items())), flush=True)
            sums = {}
    model.eval()
    return model


def tensors(model):
    """The head's tensors by the names in `weights.bin`."""
    get = lambda x: x.detach().numpy().astype(np.float32)
    out = {"coref.biaffine": get(model.biaffine), "coref.features": get(model.features.weight), "coref.output": get(model.output)}
    for name, layer in (("ana", model.ana), ("ante", model.ante), ("hidden.ana", model.hidden_ana), ("hidden.ante", model.hidden_ante)):
        out[f"coref.{name}.weight"], out[f"coref.{name}.bias"] = get(layer.weight), get(layer.bias)
    return out


def zeros(width):
    z = lambda *shape: np.zeros(shape, np.float32)
    out = {"coref.biaffine": z(PROJECTED + 1, PROJECTED + 1), "coref.features": z(sum(SIZES), HIDDEN), "coref.output": z(HIDDEN)}
    for name, n, m in (("ana", PROJECTED, width), ("ante", PROJECTED, width), ("hidden.ana", HIDDEN, PROJECTED), ("hidden.ante", HIDDEN, PROJECTED)):
        out[f"coref.{name}.weight"], out[f"coref.{name}.bias"] = z(n, m), z(n)
    return out


def merge(folder, new):
    import weight_file
    path = folder / "weights.bin"
    arrays = {k: v for k, v in weight_file.read(path).items() if not k.startswith("coref.")} | new
    weight_file.write(path, arrays)
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["weights_sha256"] = hashlib.sha256(path.read_bytes()).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("what", choices=["prepare", "train", "merge"])
    p.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    p.add_argument("--work", type=Path, default=Path(".build/training"))
    p.add_argument("--model", type=Path)
    p.add_argument("--written", type=Path, default=Path(__file__).with_name("articles"), help="the annotated articles' folder")
    p.add_argument("--zeros", action="store_true")
    p.add_argument("--epochs", type=int, default=5)
    a = p.parse_args()
    if a.what == "prepare":
        (a.work / "gum-train.conllu").write_text(corpora.read(a.corpora / "gum/train.conllu.xz"))
        (a.work / "gap-development.jsonl").write_text("".join(line + "\n" for line in score_coref.gap_texts(gap_training(a.corpora))))
    elif a.what == "train":
        np.savez(a.work / "antecedents.npz", **tensors(train(a.corpora, a.work, a.written, a.epochs)))
    else:
        merge(a.model, zeros(384) if a.zeros else dict(np.load(a.work / "antecedents.npz")))


if __name__ == "__main__":
    main()
