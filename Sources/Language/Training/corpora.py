"""Readers: every corpus becomes documents of sentences with what that corpus annotates, and nothing made up for what it does not."""

import csv
import io
import json
import lzma
import re
from dataclasses import dataclass, field
from pathlib import Path

import name_types as nt


@dataclass
class Sentence:
    words: list
    source: str
    tree: bool = False                            # whether the fields of CoNLL-U below are there
    lemmas: list = None
    upos: list = None
    xpos: list = None
    feats: list = None
    heads: list = None                            # 0 is the root, words count from 1
    deprels: list = None
    names: list = None                            # None: not annotated; else [(start, end, (types…))]
    name_types: frozenset = frozenset()           # the types this set annotates
    name_weight: float = 1.0
    mentions: list = None                         # None: not annotated; else [(head word, chain, start, end)]
    misc: list = None
    comments: list = None


@dataclass
class Document:
    id: str
    source: str
    sentences: list
    pronouns: list = field(default_factory=list)  # GAP: ((sentence, word) of pronoun, of A, of B, answer 0 neither, 1 A, 2 B)
    ties: list = field(default_factory=list)      # Re-DocRED: ([mentions of e1 (sentence, head)], [of e2], {relations e1 → e2}), negatives too
    pairs: list = field(default_factory=list)     # articles: ((sentence, head), (sentence, head), {relations}, {relations left open})


def read(path):
    with lzma.open(path, "rt", encoding="utf-8") as f:
        return f.read()


# CoNLL-U ---------------------------------------------------------------------------------------------------------------

def conllu_documents(text, source, entities=False):
    documents, current = [], None
    for block in text.split("\n\n"):
        if not block.strip():
            continue
        rows, comments = [], []
        for line in block.split("\n"):
            if line.startswith("#"):
                comments.append(line)
                if line.startswith("# newdoc"):
                    current = Document(line.split("=", 1)[-1].strip(), source, [])
                    documents.append(current)
            else:
                columns = line.split("\t")
                if len(columns) == 10 and columns[0].isdigit():
                    rows.append(columns)
        if not rows:
            continue
        if current is None:
            current = Document("?", source, [])
            documents.append(current)
        current.sentences.append(Sentence(
            [r[1] for r in rows], source, True, [r[2] for r in rows], [r[3] for r in rows], [r[4] for r in rows], [r[5] for r in rows],
            [int(r[6]) if r[6] != "_" else 0 for r in rows], [r[7] for r in rows], misc=[r[9] for r in rows], comments=comments))
    if entities:
        for document in documents:
            gum_entities(document)
    return documents


_BRACKET = re.compile(r"\((?P<open>[^()]+)(?P<single>\))?|(?P<close>[^()]+)\)")


def gum_entities(document):
    """Fills mentions (head word by tree, chain) and names of a GUM document from `Entity=`."""
    for s in document.sentences:
        spans, stack = [], []
        for i, misc in enumerate(s.misc):
            value = next((m[7:] for m in misc.split("|") if m.startswith("Entity=")), None)
            if value is None:
                continue
            for m in _BRACKET.finditer(value):
                if m["open"]:
                    parts = m["open"].split("-", 7)
                    entry = [parts[0], parts[1] if len(parts) > 1 else "", i, None, parts[7] if len(parts) > 7 else ""]
                    if m["single"]:
                        entry[3] = i + 1
                    else:
                        stack.append(entry)
                    spans.append(entry)
                else:
                    key = m["close"]
                    for entry in reversed(stack):
                        if entry[0] == key:
                            entry[3] = i + 1
                            stack.remove(entry)
                            break
        spans = [e for e in spans if e[3] is not None and "[" not in e[0]]
        mentions, seen = [], set()
        for key, kind, start, end, _ in sorted(spans, key=lambda e: (e[2] - e[3], e[2])):   # longest first: one mention a head word
            head = span_head(s, start, end)
            if head not in seen:
                seen.add(head)
                mentions.append((head, key, start, end))
        s.mentions = sorted(mentions)
        s.names = gum_names(s, spans)
        s.name_types = frozenset(nt.MAPPING["gum"][1])


def span_head(s, start, end):
    """The word of a span whose head lies outside of it (the first, should there be several)."""
    for i in range(start, end):
        h = s.heads[i] - 1
        if not start <= h < end and s.upos[i] != "PUNCT":
            return i
    return start


def gum_names(s, spans):
    names, taken = [], [False] * len(s.words)
    found = []
    for _, kind, start, end, identity in spans:
        head = span_head(s, start, end)
        if s.upos[head] != "PROPN" or kind not in nt.MAPPING["gum"][0]:
            continue
        inside = {head}
        grown = True
        while grown:
            grown = False
            for i in range(start, end):
                h = s.heads[i] - 1
                if i in inside or h not in inside:
                    continue
                relation = s.deprels[i]
                proper = s.xpos[i] in ("NNP", "NNPS", "HYPH", "GW", "AFX") or s.upos[i] == "PROPN"
                joins = (relation.split(":")[0] in ("flat", "goeswith") or relation == "compound" and (proper or s.upos[i] in ("NUM", "X") or s.xpos[i] == "HYPH")
                         or relation in ("amod", "nmod:desc", "det", "case", "conj") and proper and not (relation == "nmod:desc" and s.words[i].lower() in nt.TITLES)
                         or relation in ("nummod", "nmod:unmarked", "nmod") and (s.xpos[i] == "CD" and kind in ("event", "object") or s.xpos[i] in ("NNP", "NNPS") and relation == "nmod:unmarked")
                         or relation in ("punct", "case") and s.words[i] in ("-", "'s", "’s", "'", "."))
                if not joins and relation == "nmod" and s.upos[i] == "PROPN" and (s.words[h].lower() in nt.OF_NAMES or kind == "organization") and h == head \
                        and any(s.heads[k] - 1 == i and s.words[k].lower() == "of" for k in range(start, i)):
                    inside.update(k for k in range(h + 1, i))
                    joins = True
                if joins:
                    inside.add(i)
                    grown = True
        low, high = head, head + 1                  # the unbroken stretch around the head
        while low - 1 in inside:
            low -= 1
        while high in inside:
            high += 1
        if kind == "time" and not any(c.isdigit() for w in s.words[low:high] for c in w) and high - low == 1 and s.xpos[head] not in ("NNP", "NNPS"):
            continue
        resolved = nt.resolve("gum", kind, s.words, low, high)
        if resolved:
            found.append(resolved)
    for start, end, types in sorted(set(found), key=lambda e: (e[0] - e[1], e[0])):
        if not any(taken[start:end]):
            taken[start:end] = [True] * (end - start)
            names.append((start, end, types))
    for i, w in enumerate(s.words):                 # demonym adjectives, which are no mentions in GUM
        if not taken[i] and nt.is_demonym([w]) and s.xpos[i] in ("JJ", "NNP", "NNPS", "NNS", "NN") and (w in nt.SURE_DEMONYMS or s.upos[i] == "PROPN"):
            start = i - 1 if i and not taken[i - 1] and nt.is_demonym(s.words[i - 1:i + 1]) and s.words[i - 1] in nt.DIRECTIONS else i
            taken[start:i + 1] = [True] * (i + 1 - start)
            names.append((start, i + 1, ("NORP",)))
    return sorted(names)


# Names -----------------------------------------------------------------------------------------------------------------

def name_sentences(path, source, weight=1.0):
    sentences, words, tags = [], [], []
    for line in read(path).split("\n") + [""]:
        if line.strip():
            columns = line.split("\t") if "\t" in line else line.split(" ")
            words.append(columns[0])
            tags.append(columns[-1])
        elif words:
            names, i = [], 0
            while i < len(words):
                if tags[i] == "O":
                    i += 1
                    continue
                kind, j = tags[i][2:], i + 1
                while j < len(words) and tags[j] == "I-" + kind:
                    j += 1
                resolved = nt.resolve(source, kind, words, i, j)
                if resolved:
                    names.append(resolved)
                i = j
            sentences.append(Sentence(words, source, names=names, name_types=frozenset(nt.MAPPING[source][1]), name_weight=weight))
            words, tags = [], []
    return sentences


# Re-DocRED -------------------------------------------------------------------------------------------------------------

# Wikidata property -> (our relation, whether the object is our subject)
TIES = {
    "P102": ("memberOf", False), "P463": ("memberOf", False), "P54": ("memberOf", False), "P241": ("memberOf", False), "P27": ("citizenOf", False),
    "P6": ("leads", True), "P35": ("leads", True), "P488": ("leads", True), "P169": ("leads", True), "P108": ("represents", False),
    "P22": ("relatedTo", True), "P25": ("relatedTo", True), "P26": ("relatedTo", False), "P40": ("relatedTo", False), "P3373": ("relatedTo", False),
    "P361": ("partOf", False), "P527": ("partOf", True), "P749": ("partOf", False), "P355": ("partOf", True), "P131": ("locatedIn", False),
    "P17": ("locatedIn", False), "P150": ("locatedIn", True), "P159": ("locatedIn", False), "P276": ("locatedIn", False), "P30": ("locatedIn", False),
    "P551": ("locatedIn", False), "P937": ("locatedIn", False), "P127": ("owns", True), "P137": ("owns", True), "P112": ("founded", True),
    "P1344": ("participatedIn", False), "P607": ("participatedIn", False), "P710": ("participatedIn", True), "P1365": ("succeeded", False),
    "P1366": ("succeeded", True), "P155": ("succeeded", False),
}


def redocred(path):
    documents = []
    for d in json.loads(read(path)):
        sentences = []
        offsets = []
        for words in d["sents"]:
            keep = [i for i, w in enumerate(words) if w.strip()]
            offsets.append({i: k for k, i in enumerate(keep)})
            sentences.append(Sentence([words[i].strip() for i in keep], "redocred", names=[], name_types=frozenset(nt.MAPPING["redocred"][1])))
        spans = [[] for _ in sentences]
        heads = []
        for entity in d["vertexSet"]:
            places = []
            for m in entity:
                where, (a, b) = offsets[m["sent_id"]], m["pos"]
                inside = [where[i] for i in range(a, b) if i in where]
                if not inside:
                    continue
                s = sentences[m["sent_id"]]
                resolved = nt.resolve("redocred", m["type"], s.words, inside[0], inside[-1] + 1)
                if resolved:
                    spans[m["sent_id"]].append(resolved)
                    places.append((m["sent_id"], name_head(s.words, resolved[0], resolved[1], m["type"])))
            heads.append(sorted(set(places)))
        for s, found in zip(sentences, spans):
            taken = [False] * len(s.words)
            for start, end, types in sorted(set(found), key=lambda e: (e[0] - e[1], e[0], e[2])):
                if not any(taken[start:end]):
                    taken[start:end] = [True] * (end - start)
                    s.names.append((start, end, types))
            s.names.sort()
        gold = {}
        for label in d["labels"]:
            if label["r"] in TIES:
                relation, inverse = TIES[label["r"]]
                pair = (label["t"], label["h"]) if inverse else (label["h"], label["t"])
                gold.setdefault(pair, set()).add(relation)
        named = [k for k, entity in enumerate(d["vertexSet"]) if entity[0]["type"] in ("PER", "ORG", "LOC", "MISC") and heads[k]]
        ties = [(heads[a], heads[b], frozenset(gold.get((a, b), ()))) for a in named for b in named if a != b]
        documents.append(Document(d["title"], "redocred", sentences, ties=ties))
    return documents


def name_head(words, start, end, kind):
    """The head word of a name without a tree: a person's first word, else the last before "of"."""
    if kind == "PER":
        return start
    for i in range(start + 1, end):
        if words[i].lower() in ("of", "for", "in", "on", ",", "("):
            return i - 1
    return end - 1


# GAP -------------------------------------------------------------------------------------------------------------------

_TOKEN = re.compile(r"[A-Za-z]\.(?:[A-Za-z]\.)+|(?:Mr|Mrs|Ms|Dr|Jr|Sr|St|Prof|Gen|Col|Lt|Rev|Sgt|Capt|Gov|Sen|Rep|vs|No|Inc|Ltd|Co|Corp)\.|[A-Z]\.(?=\s)|n't\b|\w+(?=n't\b)|'(?:s|re|ve|ll|d|m)\b|’(?:s|re|ve|ll|d|m)\b"
                    r"|\d+(?:[.,:]\d+)*|https?://\S+|[^\W\d_]+\d*|\w+|\.\.\.|--|\S", re.UNICODE | re.IGNORECASE)
_ABBREVIATION = re.compile(r"^(?:[A-Za-z]|Mr|Mrs|Ms|Dr|Jr|Sr|St|Prof|Gen|Col|Lt|Rev|Sgt|Capt|Gov|Sen|Rep|vs|No|[A-Za-z]\.(?:[A-Za-z]\.)*)\.$", re.IGNORECASE)


def tokenize(text):
    """Words with character offsets; a plain stand-in for the tokenizer of the program."""
    return [(m.start(), m.end()) for m in _TOKEN.finditer(text)]


def split_sentences(text, tokens):
    """Lists of token indices, one a sentence: after . ! ? (and closing quotes) before a capital, and at line breaks."""
    sentences, current = [], []
    for i, (a, b) in enumerate(tokens):
        current.append(i)
        word = text[a:b]
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if following is None:
            break
        gap, after = text[b:following[0]], text[following[0]:following[1]]
        closing = word in (".", "!", "?", "...") or word in ('"', "”", "''", ")", "'") and len(current) > 1 and text[tokens[i - 1][0]:tokens[i - 1][1]] in (".", "!", "?")
        if "\n" in gap and ("\n\n" in gap or closing) or closing and gap and (after[0].isupper() or after[0].isdigit() or after[0] in "\"“'(‘"):
            sentences.append(current)
            current = []
    if current:
        sentences.append(current)
    return sentences


def gap(path):
    documents = []
    for row in csv.DictReader(io.StringIO(read(path)), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = row["Text"]
        tokens = tokenize(text)
        sentences, position = [], {}
        for k, indices in enumerate(split_sentences(text, tokens)):
            sentences.append(Sentence([text[a:b] for a, b in (tokens[i] for i in indices)], "gap", names=[], name_types=frozenset(), name_weight=0.2))
            for n, i in enumerate(indices):
                position[i] = (k, n)

        def at(offset):
            for i, (a, b) in enumerate(tokens):
                if a <= offset < b:
                    return i
            return None

        places = [at(int(row["Pronoun-offset"]))]
        for c in "AB":
            start = int(row[c + "-offset"])
            first, last = at(start), at(start + len(row[c]) - 1)
            if first is not None and last is not None and position[first][0] == position[last][0]:
                s, a, b = position[first][0], position[first][1], position[last][1] + 1
                borders = nt.normalize(sentences[s].words, a, b, "PER")
                if borders:
                    sentences[s].names.append((borders[0], borders[1], ("PER",)))
                    places.append(("at", s, borders[0]))
                    continue
            places.append(("at",) + position[first] if first is not None else None)
        if any(p is None for p in places):
            continue
        answer = 1 if row["A-coref"].upper() == "TRUE" else 2 if row["B-coref"].upper() == "TRUE" else 0
        for s in sentences:
            s.names = sorted(set(s.names))
            s.names = [n for k, n in enumerate(s.names) if k == 0 or n[0] >= s.names[k - 1][1]]
        gender = "F" if row["Pronoun"].lower() in ("she", "her", "hers") else "M"
        documents.append(Document(row["ID"] + "/" + gender, "gap", sentences,
                                  pronouns=[(position[places[0]], places[1][1:], places[2][1:], answer)]))
    return documents


# All -------------------------------------------------------------------------------------------------------------------

def chunks(sentences, source, size):
    return [Document(f"{source}-{i}", source, sentences[i:i + size]) for i in range(0, len(sentences), size)]


def training(root):
    """Source name -> documents. Nothing here comes from EWT dev or test, GUM dev, CrossNER dev or GAP validation."""
    root = Path(root)
    return {
        "ewt": conllu_documents(read(root / "ewt/train.conllu.xz"), "ewt"),
        "gum": conllu_documents(read(root / "gum/train.conllu.xz"), "gum", entities=True),
        "redocred": redocred(root / "redocred/dev.json.xz") + redocred(root / "redocred/test.json.xz"),
        "wikigold": chunks(name_sentences(root / "ner/wikigold.iob2.xz", "wikigold", 0.7), "wikigold", 12),
        "crossner": chunks(name_sentences(root / "ner/crossner-politics-train.iob2.xz", "crossner", 1.5), "crossner", 1),
        "btc": chunks(name_sentences(root / "ner/btc.iob2.xz", "btc", 0.3), "btc", 1),
        "wnut17": chunks(name_sentences(root / "ner/wnut17-train.iob2.xz", "wnut17", 0.3), "wnut17", 1),
        "gap": gap(root / "gap/development.tsv.xz"),
    }
