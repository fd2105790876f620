"""Windows of consecutive sentences, and batches of windows as tensors."""

import random

import torch

import corpora
import labels as lb
import name_types as nt
from model import distance_buckets
from wordpieces import WordPieces, shape

LIMIT = 256                                         # pieces of a window, [CLS] and [SEP] included
LONGEST = 510


class Window:
    """Sentences `start..<end` of a document, in pieces."""

    def __init__(self, document, start, end, tokenizer):
        self.document, self.start, self.end = document, start, end
        self.before = sum(len(s.words) for s in document.sentences[:start])         # words of the document before the window
        self.sentences = document.sentences[start:end]
        self.pieces, self.shapes, self.first = [tokenizer.cls], [7], []
        self.offset = []                            # of each sentence in the window's words
        for s in self.sentences:
            self.offset.append(len(self.first))
            for w in s.words:
                ids = tokenizer(w)
                self.first.append(len(self.pieces))
                self.pieces += ids
                self.shapes += [shape(w)] * len(ids)
            self.pieces.append(tokenizer.sep)
            self.shapes.append(7)

    def word(self, sentence, word):
        """The window's index of a document's word, or None when it lies outside."""
        return self.offset[sentence - self.start] + word if self.start <= sentence < self.end else None


def piece_count(sentence, tokenizer):
    return sum(len(tokenizer(w)) for w in sentence.words) + 1


def cut(document, tokenizer, limit):
    """Greedy windows of at most `limit()` pieces; a longer sentence stands alone, one beyond `LONGEST` is left out."""
    windows, start, used, most = [], 0, 1, limit()
    sizes = [piece_count(s, tokenizer) for s in document.sentences]
    for i, size in enumerate(sizes):
        if i > start and used + size > most:
            windows.append((start, i))
            start, used, most = i, 1, limit()
        used += size
    if start < len(sizes):
        windows.append((start, len(sizes)))
    return [Window(document, a, b, tokenizer) for a, b in windows if sum(sizes[a:b]) + 1 <= LONGEST + 2]


def training_limit(rng, source, long=False):
    """Draws a window's size: single sentences, the full length (nearly always when `long`), and what lies between."""
    singles = {"gum": 0.15, "gap": 0.0, "redocred": 0.15, "articles": 0.1}.get(source, 0.3)
    def draw():
        r = rng.random()
        if long:
            return LIMIT if r > 0.15 else rng.randint(64, LIMIT)
        return 0 if r < singles else LIMIT if r > 0.7 or source == "gap" else rng.randint(32, LIMIT)
    return draw


class Collator:
    def __init__(self, labels, tokenizer, joined=False):
        self.labels, self.tokenizer, self.joined = labels, tokenizer, joined
        self.index = {k: {x: i for i, x in enumerate(v)} for k, v in labels.items()}
        self.deprel = lb.deprel_index(labels)
        names = labels["ner"]
        self.type_rows = {t: torch.tensor([n == "O" or n[2:] not in known for n in names])
                          for t, known in ((frozenset(k), k) for k in {frozenset(m[1]) for m in nt.MAPPING.values()})}

    def open_labels(self, s):
        """[T, L] bool: the labels that the annotation of a sentence allows."""
        rows = self.type_rows[s.name_types].repeat(len(s.words), 1)
        for start, end, types in s.names:
            for i in range(start, end):
                p = "S" if end - start == 1 else "B" if i == start else "E" if i == end - 1 else "I"
                rows[i] = False
                for t in types:
                    rows[i, self.index["ner"][f"{p}-{t}"]] = True
        if "NORP" in s.name_types and s.source != "gum":     # demonyms that a set left out: open
            for i, w in enumerate(s.words):
                if w in nt.SURE_DEMONYMS and rows[i, 0]:
                    rows[i, self.index["ner"]["S-NORP"]] = True
        return rows

    def __call__(self, windows, targets=True):
        n = max(len(w.pieces) for w in windows)
        b = {"windows": windows, "lengths": torch.tensor([len(w.pieces) for w in windows]),
             "pieces": torch.tensor([w.pieces + [self.tokenizer.pad] * (n - len(w.pieces)) for w in windows]),
             "shapes": torch.tensor([w.shapes + [7] * (n - len(w.shapes)) for w in windows])}
        first, base = [], []
        for k, w in enumerate(windows):
            base.append(len(first))
            first += [k * n + i for i in w.first]
        b["first"], b["base"] = torch.tensor(first), base
        sentences = [(k, base[k] + w.offset[j], s) for k, w in enumerate(windows) for j, s in enumerate(w.sentences)]
        b["sentences"] = sentences
        if targets:
            self.targets(b)
        return b

    def padded(self, chosen):
        """index [S, T] of words, lengths, window of each sentence."""
        t = max(len(s.words) for _, _, s in chosen)
        index = torch.zeros(len(chosen), t, dtype=torch.long)
        for i, (_, at, s) in enumerate(chosen):
            index[i, :len(s.words)] = torch.arange(at, at + len(s.words))
        return index, torch.tensor([len(s.words) for _, _, s in chosen]), torch.tensor([k for k, _, _ in chosen])

    def targets(self, b):
        trees = [x for x in b["sentences"] if x[2].tree]
        if trees:
            index, lengths, window = self.padded(trees)
            words = torch.cat([index[i, :n] for i, n in enumerate(lengths)])
            get = lambda key, values: [self.index[key].get(v, -100) for v in values]
            b["tree"] = {
                "index": index, "lengths": lengths, "window": window, "words": words,
                "heads": torch.tensor([h for _, _, s in trees for h in s.heads]),
                "head_word": torch.tensor([at + h - 1 if h else -1 - k for k, at, s in trees for h in s.heads]),     # < 0: root of window −1−k
                "deprel": torch.tensor([self.deprel(d) for _, _, s in trees for d in s.deprels]),
                "xpos": torch.tensor([x for _, _, s in trees for x in get("xpos", s.xpos)]),
                "upos": torch.tensor([x for _, _, s in trees for x in get("upos", s.upos)]),
                "feats": torch.tensor([x for _, _, s in trees for x in get("feats", s.feats)]),
                "lemma": torch.tensor([self.index["lemma"].get(lb.lemma_script(f, l, u), -100) for _, _, s in trees for f, l, u in zip(s.words, s.lemmas, s.upos)]),
            }
        named = [x for x in b["sentences"] if x[2].names is not None]
        if named:
            index, lengths, _ = self.padded(named)
            allowed = torch.ones(index.shape + (len(self.labels["ner"]),), dtype=torch.bool)
            for i, (_, _, s) in enumerate(named):
                allowed[i, :len(s.words)] = self.open_labels(s)
            b["ner"] = {"index": index, "lengths": lengths, "open": allowed, "weight": torch.tensor([s.name_weight for _, _, s in named])}
        mentioned = [x for x in b["sentences"] if x[2].mentions is not None]
        if mentioned:
            words = [at + i for _, at, s in mentioned for i in range(len(s.words))]
            gold = [0.0] * len(words)
            where = {w: i for i, w in enumerate(words)}
            for _, at, s in mentioned:
                for head, *_ in s.mentions:
                    gold[where[at + head]] = 1.0
            b["mention"] = {"words": torch.tensor(words), "gold": torch.tensor(gold)}
        b["coref"], b["gap"], b["pairs"] = [], [], []
        for group in self.coreference_groups(b):
            words, positions, chains, forms, classes, names = [], [], [], [], [], []
            for k, w in group:
                for j, s in enumerate(w.sentences):
                    for head, chain, *_ in s.mentions:
                        words.append(b["base"][k] + w.offset[j] + head)
                        positions.append(w.before + w.offset[j] + head)
                        chains.append(chain)
                        forms.append(s.words[head].lower())
                        classes.append(anaphor_class(s.upos[head]))
                        names.append(name_words(s.words, s.upos, s.heads, s.deprels, head))
            if len(words) > 1:
                b["coref"].append(coref_tensors(words, positions, forms, classes, names) | {"gold": torch.tensor([[x == y for y in chains] for x in chains])})
        for k, w in enumerate(b["windows"]):
            for p, a, c, answer in w.document.pronouns:
                places = [w.word(*x) for x in (p, a, c)]
                if None in places:
                    continue
                forms = [w.document.sentences[x[0]].words[x[1]].lower() for x in (p, a, c)]
                b["gap"].append((b["base"][k], places, forms, answer))
            b["pairs"] += self.ties(b["base"][k], w) if w.document.ties else self.pairs(b["base"][k], w)

    def pairs(self, base, w):
        """(first word, second word, classes that hold, classes left open) of the pairs of an annotated article that lie in a window."""
        index = self.index["relation"]
        for first, second, relations, elsewhere in w.document.pairs:
            i, j = w.word(*first), w.word(*second)
            if i is not None and j is not None:
                yield base + i, base + j, [index[r] for r in relations], [index[r] for r in elsewhere]

    def coreference_groups(self, b):
        """Lists of (index, window) among whose mentions antecedents are sought: one window each, or with `joined` all of one document."""
        groups = {}
        for k, w in enumerate(b["windows"]):
            if w.document.source in ("gum", "articles"):
                groups.setdefault(id(w.document) if self.joined else k, []).append((k, w))
        for group in groups.values():
            kept, end = [], 0
            for k, w in sorted(group, key=lambda e: e[1].start):
                if w.start >= end:
                    kept.append((k, w))
                    end = w.end
            yield kept

    def ties(self, base, w):
        """The same of encyclopedic relations: the nearest names of the two, some of the pairs without a relation."""
        rng = random.Random(len(w.pieces) * 1000 + w.start)
        index, found = self.index["relation"], []
        for first, second, relations in w.document.ties:
            a = [x for x in (w.word(*m) for m in first) if x is not None]
            c = [x for x in (w.word(*m) for m in second) if x is not None]
            if a and c and (relations or rng.random() < 0.25):
                i, j = min(((i, j) for i in a for j in c), key=lambda e: (abs(e[0] - e[1]), e))
                if i != j:
                    found.append((base + i, base + j, [index[r] for r in sorted(relations)], []))
        return found if len(found) <= 60 else rng.sample(found, 60)


def anaphor_class(upos):
    return 0 if upos in ("PRON", "DET") else 1 if upos == "PROPN" else 2


def name_words(words, upos, heads, deprels, head):
    """The words of a name by its head: it and its flat and compound PROPN children, lower-cased, without initials; empty for other heads."""
    if upos[head] != "PROPN":
        return frozenset()
    found = {words[head].lower()}
    found |= {words[i].lower() for i in range(len(words)) if heads[i] == head + 1 and upos[i] == "PROPN" and deprels[i].split(":")[0] in ("flat", "compound")}
    return frozenset(w for w in found if len(w) > 2)


def coref_tensors(words, positions, forms, classes, names=None):
    """Pairwise features of mention heads against each other, row = anaphor. `words` index the batch's vectors, `positions` count words of the document."""
    names = names or [frozenset()] * len(words)
    at, kinds = torch.tensor(positions), {f: i for i, f in enumerate(dict.fromkeys(forms))}
    form = torch.tensor([kinds[f] for f in forms])
    same = form[:, None] == form[None, :]
    overlap = torch.zeros(len(words), len(words))
    bearers = {}
    for i, x in enumerate(names):
        for w in x:
            bearers.setdefault(w, []).append(i)
    for found in bearers.values():
        for i in found:
            overlap[i, found] = 1.0
    return {"words": torch.tensor(words), "distance": distance_buckets(at[:, None] - at[None, :]),
            "match": 3 * same.long() + torch.tensor(classes)[:, None], "overlap": overlap * ~same}


def in_document_order(windows, size):
    """Batches of consecutive windows, document after document."""
    out, current, longest = [], [], 0
    for w in windows:
        longest = max(longest, len(w.pieces))
        if current and longest * (len(current) + 1) > size:
            out.append(current)
            current, longest = [], len(w.pieces)
        current.append(w)
    return out + [current] if current else out


def batches(windows, size, rng):
    """Batches of about `size` padded pieces of like-sized windows, in random order."""
    rng.shuffle(windows)
    pool, out = windows, []
    for start in range(0, len(pool), 1200):
        part = sorted(pool[start:start + 1200], key=lambda w: len(w.pieces))
        current, longest = [], 0
        for w in part:
            longest = max(longest, len(w.pieces))
            if current and longest * (len(current) + 1) > size:
                out.append(current)
                current, longest = [], len(w.pieces)
            current.append(w)
        if current:
            out.append(current)
    rng.shuffle(out)
    return out
