"""GraphML, GEXF, CSV, Neo4j, Cypher, FollowTheMoney, CoNLL-U, DOT and SVG as other people's programs read them."""
import csv
import json
import shutil
import subprocess

import lxml.etree
import networkx
import pytest

csv.field_size_limit(1 << 30)


@pytest.fixture(params=["story", "hostile"])
def store(request):
    return request.getfixturevalue(request.param)


class Reference:
    """What the graph is, by its JSON: entities by identifier, statements by identifier."""

    def __init__(self, path):
        graph = json.loads(path.read_text())
        self.entities = {entity["id"]: entity for entity in graph["entities"]}
        self.articles = {article["id"]: article for article in graph["articles"]}
        self.statements = {}
        for statement in graph["statements"]:
            for evidence in statement["evidence"]:
                self.statements[evidence["id"]] = dict(statement, evidence=evidence)
        self.edges = {id: s for id, s in self.statements.items() if s["object"] in self.entities}
        assert len(self.entities) >= 8 and len(self.edges) >= 8


@pytest.fixture
def reference(store, export):
    return Reference(export(store, "json"))


def xml(text):
    """Text as XML can hold it."""
    return "".join("\ufffd" if c < " " and c not in "\t\n\r" or c in "\ufffe\uffff" else c for c in text)


def ends(statement):
    """Symmetric relations have no direction in the reference."""
    return {statement["subject"], statement["object"]}


def check_graph(graph, reference):
    assert graph.is_directed() and graph.is_multigraph()
    assert set(graph.nodes) == {xml(id) for id in reference.entities}
    for id, entity in reference.entities.items():
        node = graph.nodes[xml(id)]
        assert node.get("label", "") == xml(entity["name"])
        assert node["type"] == entity["type"]
        assert node.get("aliases", "") == xml("; ".join(entity["aliases"]))
    # A graph without parallel edges has their names as attributes.
    edges = {data.get("id", key): (source, target, data) for source, target, key, data in graph.edges(keys=True, data=True)}
    assert set(edges) == {xml(id) for id in reference.edges}
    for id, statement in reference.edges.items():
        source, target, data = edges[xml(id)]
        assert {source, target} == {xml(end) for end in ends(statement)}
        assert data["factuality"] == statement["factuality"] and data["polarity"] == statement["polarity"]
        assert data["quote"] == xml(statement["evidence"]["quote"])
        assert data["confidence"] == statement["evidence"]["confidence"]
        assert data["from"] == statement["evidence"]["span"][0]
        assert data["article"] == xml(statement["evidence"]["article"])
        assert data.get("time") == statement["time"]
        assert isinstance(data["symmetric"], bool)
        if statement["relation"].startswith("other:"):
            assert data["relation"] == "other" and data.get("label", "") == xml(statement["relation"][6:])
        else:
            assert data["relation"] == statement["relation"]
        assert data.get("url", "https://").startswith(("http://", "https://"))


def test_networkx_reads_graphml(store, export, reference):
    check_graph(networkx.read_graphml(export(store, "graphml"), force_multigraph=True), reference)


def test_networkx_reads_gexf(store, export, reference):
    graph = networkx.read_gexf(export(store, "gexf"), version="1.3")
    assert graph.graph["mode"] == "dynamic"
    check_graph(networkx.MultiDiGraph(graph), reference)
    for _, _, data in graph.edges(data=True):
        if "start" in data and "end" in data:
            assert data["start"] <= data["end"]


def test_lxml_reads_all_xml(store, export):
    own = {
        "graphml": "graphml key graph node edge data", "svg": "svg g title desc style a text polygon path ellipse polyline",
        "gexf": "gexf meta creator graph attributes attribute nodes node edges edge attvalues attvalue",
    }
    for format, names in own.items():
        options = ["--denied"] if format == "svg" else []
        root = lxml.etree.parse(export(store, format, *options), lxml.etree.XMLParser(huge_tree=True)).getroot()
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        assert {lxml.etree.QName(element).localname for element in elements} <= set(names.split())
        for element in elements:
            for name, value in element.attrib.items():
                assert not lxml.etree.QName(name).localname.startswith("on")
                if lxml.etree.QName(name).localname == "href":
                    assert value.startswith(("http://", "https://", "#")), value[:80]


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file, strict=True))


def test_csv_reads_csv(store, export, reference):
    folder = export(store, "csv")
    nodes, edges, evidence = (rows(folder / f"{name}.csv") for name in ("nodes", "edges", "evidence"))

    def plain(text):
        return text.replace("\0", "\ufffd")

    def cell(text):
        assert text == "" or text[0] not in "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"
        return text[1:] if text.startswith("'") else text

    assert {cell(row["id"]): cell(row["label"]) for row in nodes} == {
        plain(id): plain(entity["name"]) for id, entity in reference.entities.items()}
    assert {cell(row["id"]) for row in edges} == {plain(id) for id in reference.statements}
    assert [row["id"] for row in edges] == [row["edge"] for row in evidence]
    told = {plain(id): statement for id, statement in reference.statements.items()}
    for row, words in zip(edges, evidence):
        statement = told[cell(row["id"])]
        assert {cell(row["source"]), cell(row["target"] or row["target_text"])} == {plain(x) for x in ends(statement)}
        assert cell(words["quote"]) == plain(statement["evidence"]["quote"])
        assert float(row["confidence"]) == statement["evidence"]["confidence"]
        assert row["symmetric"] in ("true", "false")
        for value in list(row.values()) + list(words.values()):
            cell(value)


def test_csv_reads_neo4j(store, export, reference):
    folder = export(store, "neo4j")
    nodes, edges = (rows(folder / f"{name}.csv") for name in ("nodes", "relationships"))
    assert {row["id:ID"] for row in nodes} == {id.replace("\0", "\ufffd") for id in reference.entities}
    kinds = {"Person", "Organization", "Place", "Event", "Role"}
    for row in nodes:
        general, kind = row[":LABEL"].split("\x1f")
        assert general == "Entity" and kind in kinds
    names = {row["id:ID"]: row for row in nodes}
    for id, entity in reference.entities.items():
        row = names[id.replace("\0", "\ufffd")]
        aliases = [alias.replace("\0", "\ufffd").replace("\x1f", " ") for alias in entity["aliases"]]
        assert (row["aliases:string[]"].split("\x1f") if aliases else []) == aliases
    assert len(edges) == len(reference.edges)
    for row in edges:
        assert row[":START_ID"] in names and row[":END_ID"] in names
        assert row[":TYPE"].replace("_", "").isalpha() and row[":TYPE"].isupper()


def test_a_parser_of_cypher_reads_the_script(store, export, reference):
    antlr4 = pytest.importorskip("antlr4")
    from antlr4.error.ErrorListener import ErrorListener
    from antlr4_cypher import CypherLexer, CypherParser

    class Raise(ErrorListener):
        def syntaxError(self, recognizer, symbol, line, column, message, error):
            raise AssertionError(f"{message} in {text[:300]!r}")

    lines = export(store, "cypher").read_text().split("\n")
    assert lines.pop() == "" and lines.pop(0).startswith("CREATE CONSTRAINT ")
    assert len(lines) == len(reference.entities) + len(reference.edges)
    for text in lines:
        # The parser is written in Python: what is long is told by the shorter of its kind.
        if len(text) > 4000:
            continue
        lexer = CypherLexer(antlr4.InputStream(text))
        parser = CypherParser(antlr4.CommonTokenStream(lexer))
        for part in (lexer, parser):
            part.removeErrorListeners()
            part.addErrorListener(Raise())
        tree = parser.script()
        assert tree.getText().count("MERGE") >= 1
        strings = [token for token in lexer_tokens(antlr4, CypherLexer, text) if token.text[0] in "'\""]
        assert all(token.text[0] == "'" for token in strings)


def lexer_tokens(antlr4, lexer, text):
    stream = antlr4.CommonTokenStream(lexer(antlr4.InputStream(text)))
    stream.fill()
    return [token for token in stream.tokens if token.type != antlr4.Token.EOF and token.text]


def test_followthemoney_validates_its_entities(store, export, reference):
    model = pytest.importorskip("followthemoney").model
    entities = {}
    for line in export(store, "ftm").read_text().splitlines():
        data = json.loads(line)
        assert data["id"] not in entities
        entities[data["id"]] = data
    schemata = {id: model.get(data["schema"]) for id, data in entities.items()}
    for id, data in entities.items():
        schema = schemata[id]
        schema.validate(data)
        proxy = model.get_proxy(data, cleaned=False)
        assert all(proxy.get(name) for name in schema.required)
        assert set(data["properties"]) <= set(schema.properties)
        for name, values in data["properties"].items():
            property = schema.properties[name]
            if property.type.name == "entity":
                for value in values:
                    assert schemata[value].is_a(property.range), (schema.name, name, schemata[value].name)
    links = [data for data in entities.values() if schemata[data["id"]].edge]
    facts = [s for s in reference.statements.values() if (s["factuality"], s["polarity"]) == ("asserted", "positive")]
    assert len(links) == len(facts)


def test_conllu_reads_the_analysis(story, export):
    conllu = pytest.importorskip("conllu")
    reference = Reference(export(story, "json"))
    told = {}
    for sentence in conllu.parse(export(story, "conllu").read_text()):
        heads = [token["head"] for token in sentence if isinstance(token["id"], int)]
        assert heads.count(0) == 1 and max(heads) <= len(heads)
    for line in export(story, "conllu").read_text().splitlines():
        if line.startswith("# statement = "):
            id, subject, relation, *_ = line[14:].split(" | ")
            told[id] = relation
    assert told == {id: statement["relation"] for id, statement in reference.statements.items()}


def test_dot_reads_every_dot(store, export):
    if not shutil.which("dot"):
        pytest.skip("the program 'dot' is not installed")
    path = export(store, "dot", "--denied")
    run = subprocess.run(["dot", "-Tcanon", str(path)], capture_output=True)
    assert run.returncode == 0
    assert b"error" not in run.stderr.lower(), run.stderr[:300]
    assert run.stdout.count(b"\n") > 10
