"""The annotated articles of `articles/` (README.md there has the form).

`annotated.py check FILE…` names what is wrong with them. `annotated.py words FILE…` prints them as CoNLL-U with words alone, for the program to
analyse (`entente analyze --tokenized`); `documents` reads that analysis back with the annotation. `annotated.py graphs DIR FILE…` writes
DIR/articles.jsonl, the texts, and a graph an article beside it, in the form that the scorer of graphs reads.
"""

import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

import corpora
import name_types as nt

TYPES = {"person", "organization", "place", "event", "role", "thing"}
CATEGORIES = {
    "CONSULT": "met spokeWith visited hosted invited negotiatedWith",
    "AGREE": "agreedWith", "SUPPORT": "supported praised", "COOPERATE": "cooperatedWith", "AID": "aided",
    "CONCEDE": "yieldedTo", "REQUEST": "urged", "ACCUSE": "criticized accused", "REJECT": "rejected",
    "THREATEN": "threatened", "PROTEST": "protestedAgainst", "SANCTION": "sanctioned",
    "COERCE": "arrested prosecuted", "ASSAULT": "attacked killed",
    "POWER": "appointed dismissed succeeded defeated elected",
    "TIE": "holdsRole leads memberOf represents citizenOf relatedTo partOf locatedIn owns founded participatedIn",
}
RELATIONS = {r for rs in CATEGORIES.values() for r in rs.split()}
SYMMETRIC = {"met", "spokeWith", "negotiatedWith", "agreedWith", "cooperatedWith", "relatedTo"}
FACTUALITIES = {"planned", "possible", "reported", "denied"}


@dataclass
class Mention:
    things: tuple                                  # ids; several for "they"
    start: int                                     # characters of the sentence without marks
    end: int
    demonym: bool


@dataclass
class Sentence:
    text: str
    mentions: list
    paragraph: int                                 # -1 the headline, then 0, 1, …


@dataclass
class Statement:
    subject: int
    relation: str
    object: object                                 # an id, or the words of a title
    sentences: list                                # [[3], [5, 6]]: passages that say so
    factuality: str = "asserted"
    negative: bool = False
    by: int = None
    core: bool = False


@dataclass
class Article:
    id: str
    date: str
    sentences: list = field(default_factory=list)
    types: dict = field(default_factory=dict)
    statements: list = field(default_factory=list)
    line: int = 0


class Wrong(Exception):
    pass


def marked(text):
    """The words of a marked sentence, and its mentions."""
    out, length, mentions, open_marks = [], 0, [], []
    at = 0
    while at < len(text):
        mark = re.compile(r"\[(\d+(?:\+\d+)*)(~?) ").match(text, at)
        if mark:
            open_marks.append((tuple(map(int, mark[1].split("+"))), length, mark[2] == "~"))
            at = mark.end()
        elif text[at] == "[":
            raise Wrong(f"'[' without a number: {text[at:at + 20]}")
        elif text[at] == "]":
            if not open_marks:
                raise Wrong("']' without '['")
            things, start, demonym = open_marks.pop()
            if length <= start or "".join(out)[start:] != "".join(out)[start:].strip():
                raise Wrong(f"a mention of {things} is empty or has space at its edge")
            mentions.append(Mention(things, start, length, demonym))
            at += 1
        else:
            out.append(text[at])
            length += 1
            at += 1
    if open_marks:
        raise Wrong("'[' is not closed")
    return "".join(out), sorted(mentions, key=lambda m: (m.start, -m.end))


STATEMENT = re.compile(r'S (\d+) (\w+|other:"[^"]+") (\d+|"[^"]+") @([\d,+]+)((?: [\w=]+)*)')


def statement(line):
    m = STATEMENT.fullmatch(line)
    if not m:
        raise Wrong("not the form of a statement")
    relation = m[2] if m[2].startswith("other:") else m[2]
    obj = m[3].strip('"') if m[3].startswith('"') else int(m[3])
    out = Statement(int(m[1]), relation.replace('"', ""), obj, [list(map(int, p.split("+"))) for p in m[4].split(",")])
    for word in m[5].split():
        if word in FACTUALITIES:
            out.factuality = word
        elif word == "negative":
            out.negative = True
        elif word == "core":
            out.core = True
        elif re.fullmatch(r"by=\d+", word):
            out.by = int(word[3:])
        else:
            raise Wrong(f"'{word}' is no word of a statement")
    return out


def read(path, complain=None):
    """The articles of a file; what is wrong is raised, or told to `complain(line, text)`."""
    articles, current, paragraph = [], None, -1
    def wrong(number, text):
        if complain is None:
            raise Wrong(f"{path}:{number}: {text}")
        complain(number, text)
    for number, line in enumerate(Path(path).read_text(encoding="utf-8").split("\n"), 1):
        line = line.rstrip()
        try:
            if line.startswith("@@ "):
                m = re.fullmatch(r"@@ ([\w-]+) \| (\d{4}-\d\d-\d\d)", line)
                if not m:
                    raise Wrong("not the form '@@ id | date'")
                current, paragraph = Article(m[1], m[2], line=number), -1
                articles.append(current)
            elif not line:
                paragraph += 1 if current and current.sentences and not current.types else 0
            elif current is None:
                raise Wrong("before the first '@@'")
            elif line[0].isdigit():
                n, _, text = line.partition(" ")
                if int(n) != len(current.sentences):
                    raise Wrong(f"sentence {n} where {len(current.sentences)} is due")
                current.sentences.append(Sentence(*marked(text.strip()), -1 if n == "0" else max(paragraph, 0)))
            elif line.startswith("E "):
                m = re.fullmatch(r"E (\d+) (\w+).*", line)
                if not m or m[2] not in TYPES:
                    raise Wrong("not the form 'E id type'")
                if int(m[1]) in current.types:
                    raise Wrong(f"{m[1]} has a type already")
                current.types[int(m[1])] = m[2]
            elif line.startswith("S "):
                current.statements.append(statement(line))
            else:
                raise Wrong(f"what is this: {line[:40]}")
        except Wrong as e:
            wrong(number, str(e))
    for a in articles:
        for text in faults(a):
            wrong(a.line, f"{a.id}: {text}")
    return articles


def faults(a):
    mentioned = [{t for m in s.mentions for t in m.things} for s in a.sentences]
    every = set().union(*mentioned) if mentioned else set()
    for t in sorted(every - set(a.types)):
        yield f"{t} is mentioned and has no type"
    for t in sorted(set(a.types) - every):
        yield f"{t} has a type and no mention"
    if len(a.sentences) < 3:
        yield "fewer than three sentences"
    seen = set()
    for s in a.statements:
        told = f"S {s.subject} {s.relation} {s.object}"
        if s.relation not in RELATIONS and not s.relation.startswith("other:"):
            yield f"{told}: no such relation"
        title = s.relation == "holdsRole"
        if title != isinstance(s.object, str):
            yield f"{told}: holdsRole has a title, and nothing else has one"
            continue
        ends = [s.subject] if title else [s.subject, s.object]
        for e in ends:
            if e not in a.types:
                yield f"{told}: {e} has no type"
            elif a.types[e] == "thing":
                yield f"{told}: {e} is a thing, which has no statements"
        if len(ends) == 2 and ends[0] == ends[1]:
            yield f"{told}: with itself"
        if s.by is not None and s.by not in a.types:
            yield f"{told}: by={s.by} has no type"
        key = (s.subject, s.relation, s.object)
        if key in seen or (s.relation in SYMMETRIC and (s.object, s.relation, s.subject) in seen):
            yield f"{told}: said twice"
        seen.add(key)
        for passage in s.sentences:
            if max(passage) >= len(a.sentences) or passage != list(range(passage[0], passage[-1] + 1)):
                yield f"{told}: no passage {passage}"
                continue
            there = set().union(*(mentioned[k] for k in passage))
            for e in ends:
                if e not in there:
                    yield f"{told}: {e} is not mentioned in {'+'.join(map(str, passage))}"


# Text forms ------------------------------------------------------------------------------------------------------------

def every(paths):
    return [a for path in sorted(map(str, paths)) for a in read(path)]


def words(articles):
    """CoNLL-U with words alone, one document an article, its headline the first sentence."""
    out = []
    for a in articles:
        out.append(f"# newdoc id = {a.id}\n")
        for s in a.sentences:
            forms = [s.text[x:y] for x, y in corpora.tokenize(s.text)]
            out.append("".join(f"{i + 1}\t{w}" + "\t_" * 8 + "\n" for i, w in enumerate(forms)) + "\n")
    return "".join(out)


def graph(a):
    """The article's graph as the scorer reads it."""
    names = {}
    for s in a.sentences:
        for m in s.mentions:
            if len(m.things) == 1:
                names.setdefault(m.things[0], []).append(s.text[m.start:m.end])
    entities = []
    for t, kind in sorted(a.types.items()):
        if kind == "thing" or t not in names:
            continue
        found = [n for n in dict.fromkeys(names[t]) if n.lower() not in PRONOUNS]
        if found:
            best = max(found, key=lambda n: (n[0].isupper() and not n.startswith(("The ", "A ", "An ")), len(n.split()) < 6, len(n)))
            entities.append({"id": str(t), "type": kind, "name": best, "aliases": [n for n in found if n != best]})
    known = {e["id"] for e in entities}
    statements = []
    for s in a.statements:
        passages = [" ".join(a.sentences[k].text for k in p) for p in s.sentences]
        if str(s.subject) in known and (s.relation == "holdsRole" or str(s.object) in known):
            statements.append({"subject": str(s.subject), "relation": s.relation, "object": str(s.object), "factuality": s.factuality,
                               "polarity": "negative" if s.negative else "positive", "attribution": str(s.by) if s.by else None,
                               "time": None, "evidence": passages[0], "passages": passages, "importance": 2 if s.core else 1})
    return {"id": a.id, "title": a.sentences[0].text, "date": a.date, "entities": entities, "statements": statements}


def text(a):
    """The article as plain text: sentences of a paragraph on one line."""
    paragraphs = {}
    for s in a.sentences[1:]:
        paragraphs.setdefault(s.paragraph, []).append(s.text)
    return "\n\n".join(" ".join(p) for p in paragraphs.values())


PRONOUNS = set("""i me my mine myself we us our ours ourselves you your yours he him his himself she her hers herself it its itself they them their theirs
themselves who whom whose which that this these those one both each another""".split())


# Training --------------------------------------------------------------------------------------------------------------

NAME_KINDS, NAME_TYPES = nt.MAPPING["articles"]
# Words in lower case that stand inside of names.
PARTICLES = set("of the and for in on de da di do del la le las los van von der den bin ibn al el ben du des e y & - ' . 's of to".split())


def documents(articles, analysis):
    """The articles as documents to train on: words, the analysis' trees (not as gold), mentions by head word, names, pairs with their relations."""
    found = {d.id: d for d in corpora.conllu_documents(analysis, "articles")}
    return [document(a, found[a.id]) for a in articles]


def document(a, d):
    heads = []                                     # of each sentence: [(head word, things)]
    for s, t in zip(a.sentences, d.sentences):
        spans = corpora.tokenize(s.text)
        assert [s.text[x:y] for x, y in spans] == t.words, f"{a.id}: the analysis has other words"
        first, last = {x: i for i, (x, _) in enumerate(spans)}, {y: i + 1 for i, (_, y) in enumerate(spans)}
        mentions, names, taken, used, here = [], [], [False] * len(t.words), set(), []
        inside = [(first[m.start], last[m.end], m) for m in s.mentions if m.start in first and m.end in last]
        for start, end, m in sorted(inside, key=lambda e: (e[0] - e[1], e[0])):
            head = corpora.span_head(t, start, end)
            if m.demonym or head in used:
                head = end - 1 if m.demonym else head
            if head not in used:
                used.add(head)
                here.append((head, m.things))
                mentions.append((head, "+".join(map(str, m.things)), start, end))
        for start, end, m in sorted(inside, key=lambda e: (e[1] - e[0], e[0])):
            kind = NAME_KINDS.get(a.types[m.things[0]]) if len(m.things) == 1 else None
            if kind is None or any(taken[start:end]):
                continue
            if m.demonym:
                entry = (start, end, ("NORP",))
            else:
                borders = nt.normalize(t.words, start, end, kind)
                if borders is None or not is_name(t.words[slice(*borders)], sentence=s):
                    continue
                entry = (*borders, ("MISC", "EVENT") if kind == "MISC" else (kind,))
            taken[entry[0]:entry[1]] = [True] * (entry[1] - entry[0])
            names.append(entry)
        t.tree, t.mentions, t.names = False, sorted(mentions), sorted(names)
        t.name_types, t.name_weight = frozenset(NAME_TYPES), 0.4
        heads.append(here)
    return corpora.Document(a.id, "articles", d.sentences, pairs=pairs(a, heads))


def is_name(span, sentence):
    """Whether words are a name by their capitals: the first and every one that is no particle; not a pronoun."""
    content = [w for w in span if w.lower() not in PARTICLES and any(c.isalpha() for c in w)]
    return bool(content) and span[0][0].isupper() and all(w[0].isupper() for w in content) and span[0].lower() not in PRONOUNS


def pairs(a, heads):
    """[((sentence, head), (sentence, head), {relations}, {relations left open})] of mentions in one sentence or in two that follow each other."""
    told, facts = {}, {}
    for s in a.statements:
        if s.relation == "holdsRole":
            continue
        relation = "other" if s.relation.startswith("other:") else s.relation
        for x, y in ((s.subject, s.object),) + (((s.object, s.subject),) if s.relation in SYMMETRIC else ()):
            facts.setdefault((x, y), set()).add(relation)
            for passage in s.sentences:
                told.setdefault((x, y, passage[0], passage[-1]), set()).add(relation)
    out = []
    for k, here in enumerate(heads):
        for other in range(max(0, k - 1), min(k + 2, len(heads))):
            for i, first in here:
                for j, second in heads[other]:
                    if set(first) & set(second):
                        continue
                    ends = [(x, y) for x in first for y in second]
                    holds = set().union(*(told.get((x, y, min(k, other), max(k, other)), ()) for x, y in ends))
                    elsewhere = set().union(*(facts.get(e, ()) for e in ends)) - holds
                    if k == other or holds:
                        out.append(((k, i), (other, j), frozenset(holds), frozenset(elsewhere)))
    return out


def main():
    if sys.argv[1] == "words":
        sys.stdout.write(words(every(sys.argv[2:])))
        return
    if sys.argv[1] == "graphs":
        folder = Path(sys.argv[2])
        folder.mkdir(parents=True, exist_ok=True)
        articles = every(sys.argv[3:])
        for a in articles:
            (folder / f"{a.id}.json").write_text(json.dumps(graph(a), ensure_ascii=False))
        (folder / "articles.jsonl").write_text("".join(
            json.dumps({"id": a.id, "title": a.sentences[0].text, "date": a.date, "text": text(a)}, ensure_ascii=False) + "\n" for a in articles))
        return
    bad = 0
    counts = [0, 0, 0, 0]
    for path in sys.argv[2:]:
        def complain(number, text):
            nonlocal bad
            bad += 1
            print(f"{path}:{number}: {text}")
        for a in read(path, complain):
            counts = [c + n for c, n in zip(counts, (1, len(a.sentences), sum(len(s.mentions) for s in a.sentences), len(a.statements)))]
    print("%d articles, %d sentences, %d mentions, %d statements, %d faults" % (*counts, bad), file=sys.stderr)
    sys.exit(bad > 0)


if __name__ == "__main__":
    main()
