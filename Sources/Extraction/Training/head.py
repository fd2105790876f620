"""The relation head: a small network over the vectors and traits of a pair, in PyTorch."""

import collections

import numpy as np
import torch
from torch import nn


SEEN = 8                                            # scores of the language model's head, as inputs, are divided by this


class Vocabulary:
    """The traits, hints and relations that occur in enough articles of the training part."""

    def __init__(self, articles, minimum=8, positives=4):
        traits, hints, relations = collections.Counter(), collections.Counter(), collections.Counter()
        for a in articles:
            traits.update({t for p in a.pairs for t in p["traits"]})
            hints.update({h for p in a.pairs for hs in p["hints"].values() for h in hs})
            relations.update(r for key, rs in a.facts.items() for r in rs)
        self.traits = {t: i for i, t in enumerate(sorted(t for t, n in traits.items() if n >= minimum))}
        self.hints = {h: i for i, h in enumerate(sorted(h for h, n in hints.items() if n >= minimum))}
        self.relations = ["any"] + sorted(r for r, n in relations.items() if n >= positives)
        self.index = {r: i for i, r in enumerate(self.relations)}
        self.projection = principal(np.concatenate([a.vectors for a in articles]))


def principal(vectors, count=96):
    """The directions in which words' vectors differ most [count, width]: the head's weights are learned there, from few examples."""
    values, directions = np.linalg.eigh(vectors.T.astype(np.float64) @ vectors)
    return np.ascontiguousarray(directions[:, ::-1][:, :count].T).astype(np.float32)


class Data:
    """Tensors of the pairs of articles, under a vocabulary; `encoder` is the language model's relation head."""

    def __init__(self, articles, vocabulary, encoder):
        v = vocabulary
        self.seen = torch.from_numpy(np.concatenate([encoder.scores(a, v.relations) for a in articles]))
        n = sum(len(a.pairs) for a in articles)
        width = articles[0].vectors.shape[1]
        self.dense = np.zeros((n, 3, width), np.float32)
        self.target = np.zeros((n, len(v.relations)), np.float32)
        self.weight = np.ones((n, len(v.relations)), np.float32)
        self.group = np.zeros(n, int)
        traits, offsets = [], [0]
        hint_row, hint_class, hint_index = [], [], []
        i = 0
        for g, a in enumerate(articles):
            for p, (holds, unsure, optional) in zip(a.pairs, a.labels()):
                x, y = (a.vectors[a.start[s] + t] for s, t in (p["subject"], p["object"]))
                self.dense[i, 0], self.dense[i, 1] = x, y
                if p["inner"]:
                    self.dense[i, 2] = a.vectors[[a.start[p["sentence"]] + t for t in p["inner"]]].mean(0)
                traits += sorted(v.traits[t] for t in set(p["traits"]) if t in v.traits)
                offsets.append(len(traits))
                for r, hs in p["hints"].items():
                    c = v.index.get(r)
                    for h in hs:
                        if c is not None and h in v.hints:
                            hint_row.append(i), hint_class.append(c), hint_index.append(v.hints[h])
                for r, w in holds.items():
                    if r in v.index:
                        self.target[i, v.index[r]] = 1
                        self.weight[i, v.index[r]] = w
                    self.target[i, 0] = 1
                    self.weight[i, 0] = max(holds.values())
                for r in unsure:
                    if r in v.index:
                        self.weight[i, v.index[r]] = 0
                if unsure and not holds:
                    self.weight[i, 0] = 0
                if optional:
                    self.weight[i, :] = 0
                self.group[i] = g
                i += 1
        self.dense = torch.from_numpy(self.dense @ v.projection.T)
        self.target, self.weight = torch.from_numpy(self.target), torch.from_numpy(self.weight)
        self.traits, self.offsets = np.array(traits, int), np.array(offsets, int)
        self.hint_row, self.hint_class, self.hint_index = (np.array(x, int) for x in (hint_row, hint_class, hint_index))
        self.hint_start = np.searchsorted(self.hint_row, np.arange(n + 1))

    def batch(self, rows):
        """The inputs of some rows."""
        rows = np.asarray(rows)
        traits, counts = spans(self.offsets, rows)
        offsets = np.concatenate([[0], np.cumsum(counts)[:-1]])
        at, counts = spans(self.hint_start, rows)
        local = np.repeat(np.arange(len(rows)), counts)
        traits = self.traits[traits]
        t = torch.from_numpy
        return self.dense[rows], self.seen[rows], t(traits), t(offsets), t(local), t(self.hint_class[at]), t(self.hint_index[at])


def spans(starts, rows):
    """The places of some rows in an array that has them one after another, and how many each has."""
    counts = starts[rows + 1] - starts[rows]
    ends = np.cumsum(counts)
    return np.arange(ends[-1] if len(rows) else 0) + np.repeat(starts[rows] - ends + counts, counts), counts


class Head(nn.Module):
    """Whether anything relates the two, and, where something does, what: p(r) = sigmoid(any) * softmax(types)[r]."""

    def __init__(self, vocabulary, hidden=48, rank=24, dropout=0.35, dense=True):
        super().__init__()
        v = vocabulary
        self.uses_dense, width = dense, len(v.projection)
        if dense:
            self.subject, self.object, self.inner = (nn.Linear(width, hidden, bias=False) for _ in range(3))
            self.left, self.right = nn.Linear(width, rank), nn.Linear(width, rank)
        self.scale = nn.Parameter(torch.full((len(v.relations),), 0.7))
        self.mix = nn.Linear(len(v.relations), hidden, bias=False)
        nn.init.zeros_(self.mix.weight)
        self.traits = nn.EmbeddingBag(len(v.traits), hidden, mode="sum")
        self.bias = nn.Parameter(torch.randn(hidden) * 0.1)
        self.out = nn.Linear(hidden + (rank if dense else 0), len(v.relations))
        self.hints = nn.Parameter(torch.zeros(2, len(v.hints)))
        self.bound = nn.Parameter(torch.zeros(len(v.relations), len(v.hints)))
        self.drop = nn.Dropout(dropout)
        nn.init.zeros_(self.traits.weight)
        with torch.no_grad():
            self.out.bias[0] = -2.0
            for name, start in (("rule", 2.0), ("anywhere", 1.0)):
                if name in v.hints:
                    self.hints[:, v.hints[name]] = start

    def forward(self, dense, seen, traits, offsets, row, relation, hint):
        weights = (torch.rand(len(traits)) > 0.15).float() / 0.85 if self.training else torch.ones(len(traits))
        h = self.bias + nn.functional.embedding_bag(traits, self.traits.weight, offsets, mode="sum", per_sample_weights=weights)
        h = h + self.mix(seen / SEEN)
        if self.uses_dense:
            d = self.drop(dense)
            h = h + self.subject(d[:, 0]) + self.object(d[:, 1]) + self.inner(d[:, 2])
            both = nn.functional.gelu(self.left(d[:, 0])) * nn.functional.gelu(self.right(d[:, 1]))
            h = torch.cat([nn.functional.gelu(h), both], 1)
        else:
            h = nn.functional.gelu(h)
        z = self.out(self.drop(h)) + self.scale * seen
        z = z.index_put((row, relation), self.hints[1][hint] + self.bound[relation, hint], accumulate=True)
        # Whatever speaks for a relation speaks for there being one.
        return z.index_put((row, torch.zeros_like(relation)), self.hints[0][hint], accumulate=True)


def loss(z, target, weight):
    known = (weight[:, 1:] > 0).float()
    some = nn.functional.binary_cross_entropy_with_logits(z[:, 0], target[:, 0], weight[:, 0], reduction="sum")
    wanted = target[:, 1:] * weight[:, 1:]
    total = wanted.sum(1, keepdim=True)
    # Relations that may hold besides are neither wanted nor punished.
    types = nn.functional.log_softmax(z[:, 1:] - 30 * (1 - known), 1)
    which = -(wanted / total.clamp(min=1e-6) * types).sum(1) * (total[:, 0] > 0) * weight[:, 0]
    return (some + which.sum()) / len(z)


def train(data, rows, vocabulary, seed, epochs=5, rate=5e-3, decay=0.05, batch=256, **shape):
    torch.manual_seed(seed)
    model = Head(vocabulary, **shape)
    groups = [
        {"params": [p for n, p in model.named_parameters() if n not in ("bound",)], "weight_decay": decay},
        {"params": [model.bound], "weight_decay": decay * 4},
    ]
    optimizer = torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98))
    random = np.random.default_rng(seed)
    steps, step = epochs * (len(rows) // batch + 1), 0
    for _ in range(epochs):
        model.train()
        for part in np.array_split(random.permutation(rows), len(rows) // batch + 1):
            for g in optimizer.param_groups:
                g["lr"] = rate * min(1, (step + 1) / (0.1 * steps)) * max(0.02, 1 - step / steps)
            step += 1
            error = loss(model(*data.batch(part)), data.target[part], data.weight[part])
            optimizer.zero_grad()
            error.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimizer.step()
    return model.eval()


@torch.no_grad()
def logits(model, data, rows):
    return torch.cat([model(*data.batch(part)) for part in np.array_split(rows, len(rows) // 4096 + 1)]).numpy()


def joint(z):
    """Of logits: p(any), and p(r) for each relation."""
    z = torch.from_numpy(z)
    some = torch.sigmoid(z[:, :1])
    return torch.cat([some, some * torch.softmax(z[:, 1:], 1)], 1).numpy()


def probabilities(model, data, rows):
    return joint(logits(model, data, rows))
