"""The encoder and its heads in PyTorch. FORMAT.md has the equations."""

import math

import torch
import torch.nn.functional as F
from torch import nn

import labels as lb

HIDDEN, LAYERS, HEADS, FFN = 384, 6, 12, 1536


def quantize(x):
    """Straight-through symmetric int8 per last-dimension row: the value that the runtime will see."""
    amax = x.detach().abs().amax(-1, keepdim=True).clamp_min(1e-30)
    q = torch.round(x.detach() * (127.0 / amax)) * (amax / 127.0)
    return x + (q - x.detach())


class QuantLinear(nn.Linear):
    """Linear whose weights and inputs can be rounded to int8 while training."""
    quantized = False

    def forward(self, x):
        if QuantLinear.quantized:
            return F.linear(quantize(x.float()), quantize(self.weight), self.bias)
        return super().forward(x)


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.query, self.key, self.value, self.output = (QuantLinear(HIDDEN, HIDDEN) for _ in range(4))
        self.attention_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up, self.down = QuantLinear(HIDDEN, FFN), QuantLinear(FFN, HIDDEN)
        self.ffn_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.p = dropout

    def forward(self, x, mask):
        b, n, _ = x.shape
        q, k, v = (f(x).view(b, n, HEADS, -1).transpose(1, 2) for f in (self.query, self.key, self.value))
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype))
        a = self.output(a.transpose(1, 2).reshape(b, n, HIDDEN))
        x = self.attention_norm(x + F.dropout(a, self.p, self.training))
        return self.ffn_norm(x + F.dropout(self.down(F.gelu(self.up(x))), self.p, self.training))


class Encoder(nn.Module):
    def __init__(self, vocabulary=30522, dropout=0.1):
        super().__init__()
        self.word = nn.Embedding(vocabulary, HIDDEN)
        self.position = nn.Embedding(512, HIDDEN)
        self.shape = nn.Embedding(8, HIDDEN)        # index 7: no shape, stays zero
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.p = dropout

    def load_minilm(self, path):
        from safetensors.torch import load_file
        t = load_file(path)
        t = {k.removeprefix("bert."): v for k, v in t.items()}
        state = {"word.weight": t["embeddings.word_embeddings.weight"],
                 "position.weight": t["embeddings.position_embeddings.weight"] + t["embeddings.token_type_embeddings.weight"][0],
                 "shape.weight": torch.zeros(8, HIDDEN), "norm.weight": t["embeddings.LayerNorm.weight"], "norm.bias": t["embeddings.LayerNorm.bias"]}
        for i in range(LAYERS):
            p = f"encoder.layer.{i}."
            for ours, theirs in (("query", "attention.self.query"), ("key", "attention.self.key"), ("value", "attention.self.value"), ("output", "attention.output.dense"),
                                 ("attention_norm", "attention.output.LayerNorm"), ("up", "intermediate.dense"), ("down", "output.dense"), ("ffn_norm", "output.LayerNorm")):
                for w in ("weight", "bias"):
                    state[f"layers.{i}.{ours}.{w}"] = t[f"{p}{theirs}.{w}"]
        self.load_state_dict({k: v.float() for k, v in state.items()})

    def forward(self, pieces, shapes, lengths):
        n = pieces.shape[1]
        words = self.word(pieces)
        if QuantLinear.quantized:
            words = quantize(words)
        shape = self.shape(shapes) * (shapes != 7).unsqueeze(-1)
        x = self.norm(words + self.position.weight[:n] + shape)
        x = F.dropout(x, self.p, self.training)
        mask = torch.zeros(pieces.shape[0], 1, 1, n).masked_fill_(torch.arange(n) >= lengths[:, None, None, None], -1e9)
        for layer in self.layers:
            x = layer(x, mask)
        return x.float()


def projection(size):
    return nn.Linear(HIDDEN, size)


def with_one(x):
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


class Reader(nn.Module):
    """Encoder and heads. Words come flattened: `h` [W, 384] over all windows of a batch, `root` [B, 384]."""

    def __init__(self, labels):
        super().__init__()
        self.encoder = Encoder()
        n = {k: len(v) for k, v in labels.items()}
        self.xpos, self.upos, self.feats, self.lemma, self.ner = (projection(n[k]) for k in ("xpos", "upos", "feats", "lemma", "ner"))
        self.mention = projection(1)
        self.arc_dep, self.arc_head = projection(256), projection(256)
        self.arc = nn.Parameter(torch.zeros(257, 256))
        self.label_dep, self.label_head = projection(96), projection(96)
        self.label = nn.Parameter(torch.zeros(n["deprel"], 97, 97))
        self.coref_ana, self.coref_ante = projection(128), projection(128)
        self.coref = nn.Parameter(torch.zeros(129, 129))
        self.coref_distance, self.coref_match = nn.Parameter(torch.zeros(10)), nn.Parameter(torch.zeros(6))
        self.coref_overlap = nn.Parameter(torch.zeros(1))
        self.relation_subject, self.relation_object = projection(96), projection(96)
        self.relation = nn.Parameter(torch.zeros(n["relation"], 97, 97))
        for p in (self.arc, self.label, self.coref, self.relation):
            nn.init.normal_(p, std=0.02)
        allowed, start, end = bioes_constraints(labels["ner"])
        self.register_buffer("ner_allowed", allowed)
        self.register_buffer("ner_may_start", start)
        self.register_buffer("ner_may_end", end)
        self.ner_transitions = nn.Parameter(torch.zeros(n["ner"], n["ner"]))
        self.ner_start, self.ner_end = nn.Parameter(torch.zeros(n["ner"])), nn.Parameter(torch.zeros(n["ner"]))

    def encode(self, batch, bf16=False):
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bf16):
            x = self.encoder(batch["pieces"], batch["shapes"], batch["lengths"])
        x = F.dropout(x, 0.3, self.training)
        return x.reshape(-1, HIDDEN)[batch["first"]], x[:, 0]

    def arc_scores(self, h, root, index, lengths, window):
        """Scores [S, T, T+1] of heads (column 0 the root) for the sentences whose words are `index` [S, T] into h."""
        dep, head = F.gelu(self.arc_dep(h)), F.gelu(self.arc_head(h))
        roots = F.gelu(self.arc_head(root))
        d, e = dep[index], torch.cat([roots[window].unsqueeze(1), head[index]], 1)
        scores = (with_one(d) @ self.arc) @ e.transpose(1, 2)
        t = index.shape[1]
        outside = torch.arange(t + 1) > lengths[:, None, None]
        itself = torch.zeros(t, t + 1, dtype=torch.bool)
        itself[torch.arange(t), torch.arange(t) + 1] = True
        return scores.masked_fill(outside | itself, -1e9)

    def label_scores(self, h_dep, h_head):
        return biaffine(self.label, F.gelu(self.label_dep(h_dep)), F.gelu(self.label_head(h_head)))

    def transitions(self):
        big = -10000.0
        return (self.ner_transitions.masked_fill(~self.ner_allowed, big), self.ner_start.masked_fill(~self.ner_may_start, big), self.ner_end.masked_fill(~self.ner_may_end, big))

    def ner_loss(self, emissions, open_labels, lengths):
        """−log of the probability of all label sequences that the annotation allows, per sentence. emissions [S, T, L], open [S, T, L] bool."""
        transitions, start, end = self.transitions()
        both = torch.cat([emissions, emissions.masked_fill(~open_labels, -10000.0)])        # free, then constrained
        n = torch.cat([lengths, lengths])
        exp_t = transitions.exp()
        alpha = start + both[:, 0]
        for t in range(1, both.shape[1]):
            top = alpha.amax(1, keepdim=True)
            step = ((alpha - top).exp() @ exp_t).clamp_min(1e-30).log() + top + both[:, t]
            alpha = torch.where((t < n).unsqueeze(1), step, alpha)
        z = torch.logsumexp(alpha + end, 1)
        free, constrained = z.chunk(2)
        return free - constrained

    def coref_scores(self, h, t):
        """Scores [n, n] of mention heads `t["words"]` of h as anaphors (rows) of each other, with the features of `coref_tensors`."""
        x = h[t["words"]]
        s = with_one(F.gelu(self.coref_ana(x))) @ self.coref @ with_one(F.gelu(self.coref_ante(x))).T
        return s + self.coref_distance[t["distance"]] + self.coref_match[t["match"]] + self.coref_overlap * t["overlap"]

    def relation_scores(self, h_subject, h_object):
        """Scores [P, R] of relations between mentions by their heads' vectors; the first says whether there is any."""
        return biaffine(self.relation, F.gelu(self.relation_subject(h_subject)), F.gelu(self.relation_object(h_object)))


def biaffine(weights, x, y):
    """[N, L] scores of rows x and y [N, D] under `weights` [L, D + 1, D + 1]."""
    x, y = with_one(x), with_one(y)
    left = x @ weights.permute(1, 0, 2).reshape(x.shape[1], -1)            # [N, L·(D + 1)]
    return (left.view(len(x), -1, y.shape[1]) * y.unsqueeze(1)).sum(-1)


def bioes_constraints(names):
    n = len(names)
    allowed = torch.zeros(n, n, dtype=torch.bool)
    opens = [x == "O" or x[0] in "BS" for x in names]
    closes = [x == "O" or x[0] in "ES" for x in names]
    for a, x in enumerate(names):
        for b, y in enumerate(names):
            allowed[a, b] = opens[b] if closes[a] else (y[0] in "IE" and y[2:] == x[2:])
    return allowed, torch.tensor(opens), torch.tensor(closes)


def distance_buckets(d):
    """Buckets of i − j in words of the window: 0–7 for 1, 2, 4, … back, 8 and 9 for what is ahead."""
    back = torch.bucketize(d.clamp_min(1), torch.tensor([1, 2, 4, 8, 16, 32, 64]))
    return torch.where(d < 0, torch.where(d >= -8, 8, 9), back)
