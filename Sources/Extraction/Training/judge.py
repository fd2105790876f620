"""From probabilities of pairs to graphs, and their scores against annotated ones."""

import collections

from pairs import bare


def beliefs(article, rows, probability, relations):
    """(subject, relation, object) of entities → [probability, row of the best pair], and the same of those that rules propose."""
    best, proposed = {}, {}
    for row, p in zip(rows, article.pairs):
        said = {bare(x["relation"]) for x in p["proposed"]}
        for a, b in article.ends(p):
            for c, r in enumerate(relations):
                key, value = (a, r, b), probability[row, c]
                if key not in best or value > best[key][0]:
                    best[key] = (value, row)
            for r in said:
                if r in relations:
                    value = probability[row, relations.index(r)]
                    if value > proposed.get((a, r, b), (-1,))[0]:
                        proposed[a, r, b] = (value, row)
                else:
                    proposed.setdefault((a, r, b), (1.0, row))
    return best, proposed


def graph(article, first, probability, relations, symmetric, keep, add, any_add=2.0, meetings=(), meet=0.0):
    """The article's graph when what rules propose is kept from `keep` on, and statements of the head are added from `add` on, or,
    between things that nothing else ties, where it is likely from `any_add` on that something does; one of `meetings` from `meet` on."""
    rows = range(first, first + len(article.pairs))
    best, proposed = beliefs(article, rows, probability, relations)
    statements, present, tied = [], set(), set()
    for s in article.graph["statements"]:
        a, r, b = s["subject"], bare(s["relation"]), s["object"]
        found = proposed.get((a, r, b)) or (r in symmetric and proposed.get((b, r, a))) or None
        if s["relation"] != "holdsRole" and found and found[0] < keep:
            continue
        statements.append(s)
        present.add((a, r, b))
        tied.add((a, b))
        if r in symmetric:
            present.add((b, r, a))
    for a, r, b in proposed:
        tied.add((a, b))
        if r in symmetric:
            present.add((b, r, a))

    def level(key):
        a, r, b = key
        value, row = best[key]
        if r in symmetric and (b, r, a) in best:
            value = (value + best[b, r, a][0]) / 2
        return value, row

    ordered = sorted((level(k) + (k,) for k in best if k[1] != "any"), key=lambda x: (-x[0], x[2]))
    for value, row, (a, r, b) in ordered:
        sure = value >= add
        if not sure and any_add <= 1 and (a, b) not in tied and (b, a) not in tied:
            likely = best[a, "any", b][0]
            sure = likely >= any_add
            if sure and r in meetings and likely < meet:
                tied.add((a, b))
                continue
        if not sure or (a, r, b) in present or (a, r, b) in proposed:
            continue
        p = article.pairs[row - first]
        if r == "other" and not any(t.startswith("top word") for t in p["traits"]):
            continue
        statements.append({"subject": a, "relation": r if r != "other" else "other:x", "object": b, "factuality": p["factuality"],
                           "polarity": p["polarity"], "probability": float(value)})
        present.add((a, r, b))
        tied.add((a, b))
        if r in symmetric:
            present.add((b, r, a))
    return {"entities": article.graph["entities"], "statements": statements}


def totals(score, articles, graphs, kind):
    total = collections.defaultdict(lambda: [0, 0, 0, 0])
    for a, g in zip(articles, graphs):
        if kind in (a.kind, "all"):
            for k, v in score.score(a.gold, g).items():
                total[k] = [x + y for x, y in zip(total[k], v)]
    return total


def line(score, total, views=("nodes", "pairs", "directed", "typed", "met")):
    out = []
    for k in views:
        p, r, f = score.prf(*total[k])
        out.append(f"{k} {p:.3f}/{r:.3f}/{f:.3f}")
    out.append("core %.3f" % score.prf(*total["core"])[1])
    out.append("fact %.3f" % score.prf(*total["factuality"])[0])
    return "  ".join(out)
