"""The classes of every head, collected from the training trees, and the lemma scripts."""

from collections import Counter

import annotated
import name_types as nt

# Whether there is any, and which.
RELATIONS = ["any"] + sorted(annotated.RELATIONS - {"holdsRole"}) + ["other"]
NER = ["O"] + [f"{p}-{t}" for t in nt.TYPES for p in "BIES"]


def lemma_script(form, lemma, upos):
    """The edit script from form to lemma, or None where the lemma is no suffix edit worth a class."""
    if lemma in ("_", ""):
        return None
    case = "L"
    source = form.lower()
    if form != source:                              # forms without capitals always take L
        kept = sum(1 for a, b in zip(form, lemma) if a == b)
        if any(c.isupper() for c in lemma) and kept:
            case, source = "K", form
    common = 0
    while common < min(len(source), len(lemma)) and source[common] == lemma[common]:
        common += 1
    return f"{case}-{len(source) - common}+{lemma[common:]}"


def apply_script(script, form):
    case, rest = script[0], script[2:]
    n, suffix = rest.split("+", 1)
    source = form if case == "K" else form.lower()
    n = int(n)
    if n > len(source):
        return form.lower()
    return (source[:len(source) - n] + suffix) or form.lower()


def collect(documents):
    """Label lists, most frequent first; rare subtypes of relations fall back to their base."""
    counts = {k: Counter() for k in ("xpos", "upos", "feats", "lemma", "deprel")}
    for d in documents:
        for s in d.sentences:
            if not s.tree:
                continue
            counts["xpos"].update(s.xpos)
            counts["upos"].update(s.upos)
            counts["feats"].update(s.feats)
            counts["deprel"].update(s.deprels)
            counts["lemma"].update(x for x in (lemma_script(f, l, u) for f, l, u in zip(s.words, s.lemmas, s.upos)) if x)
    def listed(key, least):
        return [k for k, n in sorted(counts[key].items(), key=lambda e: (-e[1], e[0])) if n >= least]
    deprels = listed("deprel", 20)
    deprels += sorted({d.split(":")[0] for d in counts["deprel"]} - set(deprels))
    return {"xpos": [x for x in listed("xpos", 2) if x != "_"], "upos": [u for u in listed("upos", 2) if u != "_"], "feats": listed("feats", 4),
            "lemma": listed("lemma", 3), "deprel": deprels, "ner": NER, "relation": RELATIONS}


def deprel_index(labels):
    index = {d: i for i, d in enumerate(labels["deprel"])}
    return lambda d: index.get(d, index.get(d.split(":")[0], -100))
