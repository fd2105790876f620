"""From scores to one analysis: trees (maximum spanning arborescence), names (Viterbi), lemmas, mentions, antecedents."""

import numpy as np
import torch
import torch.nn.functional as F

import labels as lb
from model import QuantLinear
from windows import LIMIT, Collator, anaphor_class, coref_tensors, cut, name_words


def spanning_tree(scores):
    """Heads (0 = root) of words 1…n maximising the sum of scores[i][j] (word i+1, head j), exactly one child of the root."""
    n = len(scores)
    greedy = scores.argmax(1)
    if (greedy == 0).sum() == 1 and _is_tree(greedy):
        return greedy.tolist()
    full = np.full((n + 1, n + 1), -np.inf)
    full[1:] = scores
    best, best_total = None, -np.inf
    order = np.argsort(-scores[:, 0], kind="stable")
    for root in order:                              # one root child at a time; bounded by the greedy total without it
        limited = full.copy()
        limited[1:, 0] = -np.inf
        limited[root + 1, :] = -np.inf
        limited[root + 1, 0] = full[root + 1, 0]
        bound = limited[1:].max(1).sum()
        if bound <= best_total:
            continue
        heads = _edmonds(limited)
        total = sum(full[i, heads[i]] for i in range(1, n + 1))
        if total > best_total:
            best, best_total = heads, total
    return best[1:].tolist()


def _is_tree(heads):
    state = [0] * (len(heads) + 1)
    state[0] = 2
    for i in range(1, len(state)):
        path, j = [], i
        while state[j] == 0:
            state[j] = 1
            path.append(j)
            j = int(heads[j - 1])
        if state[j] == 1:
            return False
        for k in path:
            state[k] = 2
    return True


def _edmonds(scores):
    """Chu-Liu/Edmonds on a dense matrix scores[dependent, head], node 0 the root."""
    n = len(scores)
    heads = np.zeros(n, dtype=int)
    for i in range(1, n):
        row = scores[i].copy()
        row[i] = -np.inf
        heads[i] = int(row.argmax())
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = set(cycle)
    outside = [i for i in range(n) if i not in inside]
    m = len(outside)                                # the contracted node
    small = np.full((m + 1, m + 1), -np.inf)
    enter, leave = {}, {}
    total = sum(scores[i, heads[i]] for i in cycle)
    for a, i in enumerate(outside):
        for b, j in enumerate(outside):
            if i != j:
                small[a, b] = scores[i, j]
        k = max(cycle, key=lambda j: (scores[i, j], -j))            # head inside the cycle for an outer word
        small[a, m], leave[a] = scores[i, k], k
        gains = [(scores[k, i] - scores[k, heads[k]], -k) for k in cycle]
        gain, k = max(gains)
        small[m, a], enter[a] = total + gain, -k
    small[0, :] = -np.inf
    solved = _edmonds(small)
    out = heads.copy()
    for a, i in enumerate(outside):
        if i:
            out[i] = leave[a] if solved[a] == m else outside[solved[a]]
    broken = enter[solved[m]]
    out[broken] = outside[solved[m]]
    return out


def _cycle(heads):
    state = [0] * len(heads)
    state[0] = 2
    for i in range(1, len(heads)):
        path, j = [], i
        while state[j] == 0:
            state[j] = 1
            path.append(j)
            j = int(heads[j])
        if state[j] == 1:
            return path[path.index(j):]
        for k in path:
            state[k] = 2
    return None


def viterbi(emissions, transitions, start, end):
    score, back = start + emissions[0], []
    for e in emissions[1:]:
        options = score[:, None] + transitions
        back.append(options.argmax(0))
        score = options.max(0) + e
    path = [int((score + end).argmax())]
    for b in reversed(back):
        path.append(int(b[path[-1]]))
    return path[::-1]


def spans(tags):
    """(start, end, type) of a BIOES sequence."""
    out, start = [], None
    for i, t in enumerate(tags):
        if t[0] in "BS":
            start = i
        if t[0] in "ES" and start is not None:
            out.append((start, i + 1, t[2:]))
            start = None
    return out


class Analyzer:
    """Runs a trained model over documents; `int8` simulates the runtime's arithmetic."""

    def __init__(self, model, labels, tokenizer, int8=False, limit=LIMIT):
        self.model, self.labels, self.tokenizer, self.int8, self.limit = model.eval(), labels, tokenizer, int8, limit
        self.collate = Collator(labels, tokenizer)

    @torch.no_grad()
    def windows(self, documents, heads, visit, size=3200):
        """Encodes all windows, batched by length; calls visit(batch, h, root)."""
        windows = [w for d in documents for w in cut(d, self.tokenizer, lambda: self.limit)]
        windows.sort(key=lambda w: len(w.pieces))
        QuantLinear.quantized = self.int8
        try:
            group = []
            for w in windows + [None]:
                if w is None or group and len(w.pieces) * (len(group) + 1) > size:
                    batch = self.collate(group, targets=False)
                    h, root = self.model.encode(batch)
                    visit(batch, h, root)
                    group = []
                group.append(w)
        finally:
            QuantLinear.quantized = False

    def analyze(self, documents, trees=True, names=True, vectors=None):
        """Fills `xpos upos feats lemmas heads deprels tags mention` of a dict for each sentence; keyed by id(sentence)."""
        out, m = {}, self.model
        transitions, start, end = (x.detach().numpy() for x in m.transitions())

        def visit(b, h, root):
            chosen = b["sentences"]
            index, lengths, window = b_index = self.collate.padded(chosen)
            results = [{} for _ in chosen]
            if trees:
                tags = {k: getattr(m, k)(h).argmax(1).numpy() for k in ("xpos", "upos", "feats", "lemma")}
                arcs = F.log_softmax(m.arc_scores(h, root, index, lengths, window), 2).numpy()
                heads = [spanning_tree(arcs[i, :n, :n + 1]) for i, n in enumerate(lengths.tolist())]
                every = torch.cat([h, root])
                dep = torch.cat([index[i, :n] for i, n in enumerate(lengths.tolist())])
                to = torch.tensor([at + x - 1 if x else len(h) + k for (k, at, s), hs in zip(chosen, heads) for x in hs])
                scores = m.label_scores(h[dep], every[to])
                root_label = self.labels["deprel"].index("root")
                scores[:, root_label] = -1e9
                best, at_word = scores.argmax(1).numpy(), 0
                for i, (k, at, s) in enumerate(chosen):
                    n, r = len(s.words), results[i]
                    r["heads"] = heads[i]
                    r["deprels"] = ["root" if hd == 0 else self.labels["deprel"][best[at_word + j]] for j, hd in enumerate(heads[i])]
                    at_word += n
                    for key in ("xpos", "upos", "feats"):
                        r[key] = [self.labels[key][x] for x in tags[key][at:at + n]]
                    r["lemmas"] = [lb.apply_script(self.labels["lemma"][x], w) for x, w in zip(tags["lemma"][at:at + n], s.words)]
            if names:
                emissions = m.ner(h).numpy()
                for i, (k, at, s) in enumerate(chosen):
                    path = viterbi(emissions[at:at + len(s.words)], transitions, start, end)
                    results[i]["tags"] = [self.labels["ner"][x] for x in path]
            mention = torch.sigmoid(m.mention(h)).squeeze(-1).numpy()
            for i, (k, at, s) in enumerate(chosen):
                results[i]["mention"] = mention[at:at + len(s.words)]
                results[i]["h"] = h[at:at + len(s.words)]
                out[id(s)] = results[i]

        self.windows(documents, None, visit)
        return out

    @torch.no_grad()
    def chains(self, document, results, threshold, reach=120):
        """Coreference chains over predicted mention heads: lists of (sentence, word)."""
        positions, vectors, classes, forms, names, places, n = [], [], [], [], [], [], 0
        for k, s in enumerate(document.sentences):
            r = results.get(id(s))
            if r is not None:
                for i, p in enumerate(r["mention"]):
                    if p >= threshold:
                        positions.append(n + i)
                        places.append((k, i))
                        vectors.append(r["h"][i])
                        classes.append(anaphor_class(r["upos"][i]))
                        forms.append(s.words[i].lower())
                        names.append(name_words(s.words, r["upos"], r["heads"], r["deprels"], i))
            n += len(s.words)
        if not places:
            return []
        x = torch.stack(vectors)
        scores = self.model.coref_scores(x, coref_tensors(list(range(len(x))), positions, forms, classes, names)).numpy()
        chain, members = list(range(len(places))), {}
        for i in range(len(places)):
            best, best_score = None, 0.0
            for j in range(i - 1, max(-1, i - 1 - reach), -1):
                if scores[i, j] > best_score:
                    best, best_score = j, scores[i, j]
            if best is not None:
                chain[i] = chain[best]
            members.setdefault(chain[i], []).append(places[i])
        return [c for c in members.values() if len(c) > 1]
