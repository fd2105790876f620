"""JSON-LD, Turtle and N-Quads as other people's libraries read them."""
import contextlib
import io
import json
import sqlite3
import subprocess

import pyld.jsonld
import pyoxigraph
import pyshacl
import pytest
import rdflib
import rdflib.compare

import stores
from conftest import ROOT

FORMATS = {
    "jsonld": pyoxigraph.RdfFormat.JSON_LD, "ttl": pyoxigraph.RdfFormat.TURTLE, "nq": pyoxigraph.RdfFormat.N_QUADS,
}
SCHEMA, ENTENTE = "https://schema.org/", "urn:entente:terms#"


@pytest.fixture(params=["story", "hostile"])
def store(request):
    return request.getfixturevalue(request.param)


def triples(path, format):
    return {quad.triple for quad in pyoxigraph.parse(path=str(path), format=FORMATS[format])}


def lines(path):
    """Every line by itself, as a document of its own."""
    found = set()
    for line in path.read_bytes().splitlines():
        for quad in pyoxigraph.parse(input=line, format=pyoxigraph.RdfFormat.JSON_LD):
            found.add(quad.triple)
    return found


def turtle(*paths):
    graph = rdflib.Graph()
    for path in paths:
        graph.parse(path, format="turtle")
    return graph


def ask(path, query):
    oxigraph = pyoxigraph.Store()
    oxigraph.load(path=str(path), format=pyoxigraph.RdfFormat.N_QUADS)
    return [tuple(None if v is None else v.value for v in row) for row in oxigraph.query(
        "PREFIX schema: <https://schema.org/> PREFIX e: <urn:entente:terms#> PREFIX oa: <http://www.w3.org/ns/oa#> "
        "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX prov: <http://www.w3.org/ns/prov#> "
        "PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> PREFIX org: <http://www.w3.org/ns/org#> " + query)]


def test_oxigraph_reads_the_same_triples_from_all(store, export):
    reference = triples(export(store, "nq"), "nq")
    assert len(reference) > 300
    assert triples(export(store, "ttl"), "ttl") == reference
    assert triples(export(store, "jsonld"), "jsonld") == reference
    assert lines(export(store, "ndjsonld")) == reference


def test_rdflib_reads_the_same_triples_from_all(story, export):
    graphs = [rdflib.Graph().parse(export(story, f), format=n) for f, n in
              [("nq", "nquads"), ("ttl", "turtle"), ("jsonld", "json-ld")]]
    canonical = [set(rdflib.compare.to_canonical_graph(g)) for g in graphs]
    assert len(canonical[0]) > 300 and canonical[0] == canonical[1] == canonical[2]


def test_rdflib_reads_hostile_turtle(hostile, export):
    assert len(rdflib.Graph().parse(export(hostile, "ttl"), format="turtle")) == len(
        triples(export(hostile, "nq"), "nq"))


def test_pyld_expands_and_compacts_back(store, export):
    """JSON-LD → expanded → compacted by its own context → expanded is the same, and means what N-Quads means."""
    document = json.loads(export(store, "jsonld").read_bytes())
    expanded = pyld.jsonld.expand(document)
    compacted = pyld.jsonld.compact(expanded, document["@context"])
    assert pyld.jsonld.expand(compacted) == expanded
    options = {"algorithm": "URDNA2015", "format": "application/n-quads"}
    text = pyld.jsonld.to_rdf(compacted, {"format": "application/n-quads"})
    found = {quad.triple for quad in pyoxigraph.parse(input=text.encode(), format=pyoxigraph.RdfFormat.N_QUADS)}
    assert found == triples(export(store, "nq"), "nq")
    if len(text) < 1_000_000:
        assert pyld.jsonld.normalize(document, options) == pyld.jsonld.normalize(compacted, options)


def test_no_blank_nodes_and_no_undeclared_terms(store, export):
    for triple in triples(export(store, "nq"), "nq"):
        assert not isinstance(triple.subject, pyoxigraph.BlankNode)
        assert not isinstance(triple.object, pyoxigraph.BlankNode)


def test_hostile_text_survives(hostile, export):
    """SQLite's reader ends a text at NUL; everything else comes through whole, as a literal."""
    literals = {t.object.value for t in triples(export(hostile, "ttl"), "ttl") if isinstance(t.object, pyoxigraph.Literal)}
    for text in stores.HOSTILE:
        assert text.split("\0")[0] in literals, text[:60]
    addresses = [t.object for t in triples(export(hostile, "nq"), "nq") if t.predicate.value == SCHEMA + "url"]
    links = [a.value for a in addresses if isinstance(a, pyoxigraph.NamedNode)]
    assert links and all(a.startswith("https://x.example/") for a in links)


def test_no_script_from_data(hostile, export):
    for format in ("jsonld", "ndjsonld"):
        assert b"<" not in export(hostile, format).read_bytes()


def test_who_met_whom_when_says_whom(story, export):
    rows = ask(export(story, "nq"), """
      SELECT ?who ?date ?outlet ?quote WHERE {
        ?orsova schema:name "Elena Orsova" ; e:met ?other .
        ?other schema:name ?who .
        ?s rdf:predicate e:met ; e:factuality e:asserted ; e:polarity e:positive ;
           e:evidence [ oa:hasSource ?article ; oa:hasSelector [ oa:exact ?quote ] ] .
        { ?s rdf:subject ?orsova ; rdf:object ?other } UNION { ?s rdf:subject ?other ; rdf:object ?orsova }
        ?article schema:datePublished ?date ; schema:publisher [ schema:name ?outlet ] .
      } ORDER BY ?who""")
    assert ("Ingrid Halvorsen", "2024-03-04", "Northern Wire") in [row[:3] for row in rows]
    assert all("met" in row[3] for row in rows if row[0] == "Ingrid Halvorsen")


def test_quotations_are_found_by_their_surroundings(story, export):
    """What stands before, in and after a quotation is a passage of one of the articles, and longer than the quotation."""
    with contextlib.closing(sqlite3.connect(story)) as store:
        articles = [text for text, in store.execute("SELECT text FROM article")]
    rows = ask(export(story, "nq"), """
      SELECT ?before ?quote ?after WHERE { ?s e:evidence [ e:part e:text ; oa:hasSelector ?quotation ] .
        ?quotation oa:exact ?quote . OPTIONAL { ?quotation oa:prefix ?before } OPTIONAL { ?quotation oa:suffix ?after } }""")
    assert rows and all(before or after for before, _, after in rows)
    for before, quote, after in rows:
        assert len(before or "") <= 32 and len(after or "") <= 32
        assert any((before or "") + quote + (after or "") in article for article in articles)


def test_facts_are_facts(story, export):
    """A property from node to node stands only where an asserted, positive statement does, and wherever one does."""
    path = export(story, "nq")
    told = {(s, p, o) for s, p, o in ask(path, """
      SELECT ?s ?p ?o WHERE { ?x rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ;
        e:factuality e:asserted ; e:polarity e:positive }""")}
    drawn = set(ask(path, """
      SELECT ?s ?p ?o WHERE { ?s ?p ?o . FILTER(STRSTARTS(STR(?p), STR(e:))) FILTER(STRSTARTS(STR(?s), "urn:entente:entity:"))
        FILTER(isIRI(?o)) }"""))
    symmetric = {str(p) for p in turtle(ROOT / "Ontology" / "entente.ttl").subjects(
        rdflib.RDF.type, rdflib.OWL.SymmetricProperty)}
    assert drawn == told | {(o, p, s) for s, p, o in told if p in symmetric}
    assert drawn


def test_each_article_has_one_activity_with_its_version(story, export):
    rows = ask(export(story, "nq"), """
      SELECT ?article (COUNT(DISTINCT ?activity) AS ?count) (SAMPLE(?version) AS ?v) WHERE {
        ?article a schema:NewsArticle . ?activity a prov:Activity ; prov:used ?article ;
          prov:wasAssociatedWith [ schema:softwareVersion ?version ] } GROUP BY ?article""")
    assert len(rows) == 4 and all(row[1] == "1" and row[2] for row in rows)


def test_events_have_actors_and_a_status(story, export):
    assert ask(export(story, "nq"), """
      SELECT ?e WHERE { ?e a sem:Event ; sem:eventType e:met ; sem:hasActor ?a, ?b ; e:factuality ?f . FILTER(?a != ?b) }""")


def test_an_office_is_one_membership_with_title_and_body(story, export):
    rows = ask(export(story, "nq"), """
      SELECT ?who ?title ?body WHERE { ?m a org:Membership ; org:member/schema:name ?who ; org:role/schema:name ?title ;
        org:organization/schema:name ?body }""")
    assert ("Lars Brekke", "Norwegian Foreign Minister", "Norway") in rows


@pytest.fixture(scope="session")
def shapes():
    return turtle(ROOT / "Ontology" / "shapes.ttl"), turtle(ROOT / "Ontology" / "entente.ttl")


def valid(graph, shapes):
    conforms, _, report = pyshacl.validate(graph, shacl_graph=shapes[0], advanced=False, inference="none")
    return conforms, report


def test_shapes_hold(store, export, shapes):
    conforms, report = valid(turtle(export(store, "ttl")), shapes)
    assert conforms, report[:3000]


BROKEN = {
    "no factuality": "DELETE { ?s e:factuality ?x } INSERT {} WHERE { ?s e:factuality ?x }",
    "unknown relation": "INSERT { ?s rdf:predicate e:danced } WHERE { ?s a e:Statement }",
    "no object": "DELETE { ?s rdf:object ?x } INSERT {} WHERE { ?s rdf:object ?x }",
    "name gone": "DELETE { ?s schema:name ?x } INSERT {} WHERE { ?s a schema:Person ; schema:name ?x }",
    "end before start": "DELETE { ?s oa:end ?x } INSERT { ?s oa:end 0 } WHERE { ?s oa:end ?x }",
    "source that is no article": "DELETE { ?s a schema:NewsArticle } INSERT {} WHERE { ?s a schema:NewsArticle }",
    "confidence too high": "DELETE { ?s e:confidence ?x } INSERT { ?s e:confidence 2.0 } WHERE { ?s e:confidence ?x }",
}


@pytest.mark.parametrize("fault", BROKEN)
def test_shapes_find_faults(fault, story, export, shapes):
    graph = turtle(export(story, "ttl"))
    graph.bind("e", ENTENTE), graph.bind("schema", SCHEMA), graph.bind("oa", "http://www.w3.org/ns/oa#")
    before = len(graph), set(graph)
    graph.update("PREFIX e: <urn:entente:terms#> PREFIX schema: <https://schema.org/> PREFIX oa: <http://www.w3.org/ns/oa#> "
                 "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> " + BROKEN[fault])
    assert set(graph) != before[1]
    assert not valid(graph, shapes)[0]


def test_the_ontology_has_every_term(store, export):
    """What the export says in our vocabulary is told there, with a label or a comment."""
    known = {str(s) for s in turtle(ROOT / "Ontology" / "entente.ttl").subjects()}
    for triple in triples(export(store, "nq"), "nq"):
        for term in (triple.predicate, triple.object):
            if isinstance(term, pyoxigraph.NamedNode) and term.value.startswith(ENTENTE):
                assert term.value in known


def test_iris_are_configurable(story, export):
    path = export(story, "nq", "--base", "https://example.org/id/", "--vocabulary", "https://example.org/terms#")
    text = path.read_text()
    assert "urn:entente" not in text and "<https://example.org/terms#met>" in text
    plain = export(story, "nq").read_text()
    assert text.replace("https://example.org/id/", "urn:entente:").replace(
        "https://example.org/terms#", "urn:entente:terms#") == plain
    assert triples(export(story, "jsonld", "--base", "https://example.org/id/", "--vocabulary",
                          "https://example.org/terms#"), "jsonld") == triples(path, "nq")


def test_parts_are_left_out(entente, story, export):
    lean = export(story, "nq", *sum([["--without", p] for p in ("evidence", "provenance", "events", "roles")], []))
    text = lean.read_text()
    assert "oa#exact" not in text and "prov#Activity" not in text and "Membership" not in text and "sem/Event" not in text
    assert "rdf-syntax-ns#subject" in text


def test_the_same_graph_gives_the_same_bytes(entente, story, tmp_path):
    for format in ("jsonld", "ndjsonld", "ttl", "nq"):
        runs = [subprocess.run([entente, "export", "--format", format, "--graph", str(story)], check=True,
                               capture_output=True).stdout for _ in range(2)]
        assert runs[0] == runs[1] and runs[0]
