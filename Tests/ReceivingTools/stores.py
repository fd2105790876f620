"""Makes stores without articles to read, for tests of what no article would say and for measurements of size."""
import json
import sqlite3
import subprocess

# Names, quotations, phrases and addresses that try to get out of where they are written.
HOSTILE = [
    '"', "'", "\\", '\\"', "a\\", "\\N \\G \\L", "\\n\\l\\r", '"]; evil [label="x', "} digraph x {", "<b>bold</b>",
    "</TD></TR></TABLE>", "<script>alert(1)</script>", "]]>", "<!-- -->", "-->", "<![CDATA[x]]>", "&", "&amp;",
    "&lt;b&gt;", "&#0;", "&#x1F600;", "&nosuch;", "%s%n%d", "${x} $(x) `x`", "a\0b", "\x01\x02\x1b[31m", "a\r\nb",
    "a\rb", "a\tb", "\x7f\x85\x9f", "a\u2028\u2029b", "\u202egnp.exe", "\u2066x\u2069", "\ufeffbom",
    "\ufffe\uffff\ufdd0", "\ue000\uf8ff", "a" + "\u0301" * 5000, "long " * 2000, "x" * 1_000_000,
    '" onload="alert(1)', "javascript:alert(1)", '=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "a;b", "a,b", "a|b",
    "سفیر ایران", "俄罗斯外交部", "👩‍👩‍👧‍👦 🇷🇺", " ", "_:b0", "<http://x> .", "@prefix x: <y> .", "^^<x>", "@en", "'''", '"""',
    "Robert'); DROP TABLE edge;--", "#ffffff", "null", "1e3",
]


def new(entente, path):
    """An empty store."""
    subprocess.run([entente, "import", "--graph", str(path), "-"], input=b"", check=True, stdout=subprocess.DEVNULL)
    return path


class Writer:
    """Puts rows into a store; entities are nodes of their own."""

    def __init__(self, path):
        self.db = sqlite3.connect(path)
        self.db.execute("PRAGMA foreign_keys = ON")
        self.count = 0

    def article(self, id, text, title="News", url=None, publisher=None, published=None):
        day = None if published is None else 18000
        self.db.execute(
            "INSERT INTO article (id, content, title, text, body, url, publisher, published, firstDay, lastDay) "
            "VALUES (?, ?, ?, ?, '[]', ?, ?, ?, ?, ?)",
            (id, "c" + id, title, text, url, publisher, published, day, day))

    def entity(self, id, article, type, name, aliases=(), identifiers={}):
        values = (type, name, json.dumps(list(aliases)), json.dumps(identifiers))
        self.db.execute("INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?)", (id, article) + values)
        self.db.execute("INSERT INTO node VALUES (?, ?, ?, ?, ?)", (id,) + values)
        self.db.execute("INSERT INTO cluster VALUES (?, ?)", (id, id))

    def event(self, id, article, relation, participants, time=None, place=None):
        self.db.execute("INSERT INTO event VALUES (?, ?, ?, ?, ?)", (id, article, relation, time, place))
        self.db.executemany(
            "INSERT INTO participant VALUES (?, ?, ?, ?)", [(id, i, e, p) for i, (e, p) in enumerate(participants)])

    def statement(self, id, article, subject, relation, quote, start, object=None, literal=None, event=None,
                  polarity="positive", factuality="asserted", source=None, words=None, time=None, confidence=0.75):
        self.db.execute(
            "INSERT INTO statement (id, article, subject, relation, object, literal, event, polarity, factuality, source,"
            " sourceWords, time, part, sentence, quote, start, end, subjectStart, subjectEnd, objectStart, objectEnd,"
            " relationSpans, rule, pipeline, confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'text', 0, ?, ?, ?,"
            " ?, ?, ?, ?, '', 'test', 'test', ?)",
            (id, article, subject, relation, object, literal, event, polarity, factuality, source, words, time, quote,
             start, start + len(quote.encode()), start, start + 1, start, start + 1, confidence))

    def close(self):
        self.db.commit()
        self.db.close()


def hostile(path):
    """Every hostile text as a name, an alias, a title, an outlet, an address, a quotation, a phrase, a role, a source."""
    writer = Writer(path)
    for i, text in enumerate(HOSTILE):
        # SQLite's own functions, and so the check of quotations, end a text at NUL.
        quote = text.replace("\0", "\u2400")
        short = text[:3000].replace("\0", "\u2400")
        writer.article(
            f"a{i} {short}", f"{i}: {quote} and more", title=text,
            url=text if i % 2 else "https://x.example/" + text, publisher=text, published="2020-02-29")
        kind = ["person", "organization", "place", "event", "role"][i % 5]
        writer.entity(f"e{i} {short}", f"a{i} {short}", kind, text, aliases=[text], identifiers={text: text})
    ids = [f" {text[:3000]}".replace("\0", "\u2400") for text in HOSTILE]
    for i, text in enumerate(HOSTILE):
        other = (i + 1) % len(HOSTILE)
        article = f"a{i}{ids[i]}"
        quote = text.replace("\0", "\u2400")
        if not quote:
            continue
        start = len(f"{i}: ".encode())
        writer.event(
            f"v{i}{ids[i]}", article, "met" if i % 3 else "other:" + text,
            [(f"e{i}{ids[i]}", "agent"), (f"e{other}{ids[other]}", "counterpart")], time="2019-07",
            place=f"e{i}{ids[i]}")
        writer.statement(
            f"s{i}{ids[i]}", article, f"e{i}{ids[i]}", "met" if i % 3 else "other:" + text, quote, start,
            object=f"e{other}{ids[other]}", event=f"v{i}{ids[i]}",
            factuality=["asserted", "reported", "planned"][i % 3], words=text, time=["2019", "2019-07/", "/2019-07-01"][i % 3])
        writer.statement(
            f"r{i}{ids[i]}", article, f"e{i}{ids[i]}", "holdsRole", quote, start, literal=text, time="2018/2019-02")
    writer.close()
    return path
