"""What `entente import` takes back in: its own exports, the same written anew by another library, and people's triples."""
import json
import subprocess

import pyld.jsonld
import pytest
import rdflib

import stores
from test_rdf import ask


def take(entente, path, store, *options, status=0):
    run = subprocess.run([entente, "import", str(path), "--graph", str(store), *options], capture_output=True, text=True)
    assert run.returncode == status, run.stderr
    return run


def said(path):
    """Every statement with all that is said of it, by names rather than by identifiers of nodes."""
    return sorted(ask(path, """
      SELECT ?s ?a ?p ?b ?words ?label ?polarity ?factuality ?who ?whoText ?begin ?end ?confidence ?rule ?quote ?part ?title
             ?outlet ?date WHERE {
        ?s rdf:subject/schema:name ?a ; rdf:predicate ?p ; e:polarity ?polarity ; e:factuality ?factuality ;
          e:confidence ?confidence ; e:rule ?rule ; e:evidence ?x .
        ?x oa:hasSource ?article ; e:part ?part ; oa:hasSelector [ oa:exact ?quote ] .
        ?article schema:headline ?title .
        OPTIONAL { ?article schema:publisher/schema:name ?outlet } OPTIONAL { ?article schema:datePublished ?date }
        OPTIONAL { ?s rdf:object/schema:name ?b } OPTIONAL { ?s e:objectText ?words }
        OPTIONAL { ?s e:relationLabel ?label } OPTIONAL { ?s e:attribution/schema:name ?who }
        OPTIONAL { ?s e:attributionText ?whoText } OPTIONAL { ?s e:begin ?begin } OPTIONAL { ?s e:end ?end } }"""),
        key=str)


def happened(path):
    """Every event with its participants, by names."""
    return sorted(ask(path, """
      SELECT ?s ?event ?type ?part ?time ?begin ?end ?factuality (COUNT(?who) AS ?count) WHERE {
        ?s e:event ?event . ?event sem:eventType ?type ; e:factuality ?factuality ;
          e:participation [ rdf:value ?who ; sem:roleType ?part ] .
        OPTIONAL { ?event sem:hasTimeStamp ?time } OPTIONAL { ?event sem:hasBeginTimeStamp ?begin }
        OPTIONAL { ?event sem:hasEndTimeStamp ?end }
      } GROUP BY ?s ?event ?type ?part ?time ?begin ?end ?factuality"""), key=str)


def anew(path, target):
    """The same graph as rdflib writes it: flat, with IRIs in full."""
    graph = rdflib.Graph().parse(path, format="json-ld")
    target.write_text(graph.serialize(format="json-ld"), encoding="utf-8")
    return target


@pytest.mark.parametrize("way", ["jsonld", "ndjsonld", "rdflib", "pyld"])
def test_statements_survive_the_way_out_and_in(way, entente, story, export, tmp_path):
    path = export(story, "ndjsonld" if way == "ndjsonld" else "jsonld")
    if way == "rdflib":
        path = anew(path, tmp_path / "anew.jsonld")
    if way == "pyld":
        flat = pyld.jsonld.flatten(json.loads(path.read_bytes()))
        path = tmp_path / "flat.jsonld"
        path.write_text(json.dumps(flat), encoding="utf-8")
    store = tmp_path / "again.sqlite"
    take(entente, path, store)
    subprocess.run([entente, "check", "--graph", str(store)], check=True)
    before = said(export(story, "nq"))
    assert len(before) > 20
    assert [row[:1] + row[2:3] + row[4:] for row in said(export(store, "nq"))] == [
        row[:1] + row[2:3] + row[4:] for row in before]
    events = happened(export(story, "nq"))
    assert len(events) > 5 and happened(export(store, "nq")) == events
    # Names may be the fuller ones, since identity is found anew.
    names = {row[1] for row in said(export(store, "nq"))}
    assert "Elena Orsova" in names


def test_the_same_import_is_known(entente, story, export, tmp_path):
    store = tmp_path / "again.sqlite"
    take(entente, export(story, "jsonld"), store)
    assert "known already" in take(entente, export(story, "jsonld"), store).stdout


def test_hostile_text_comes_back(entente, hostile, export, tmp_path):
    store = tmp_path / "again.sqlite"
    run = subprocess.run([entente, "import", str(export(hostile, "jsonld")), "--graph", str(store)], capture_output=True)
    assert run.returncode == 0, run.stderr[:2000]
    subprocess.run([entente, "check", "--graph", str(store)], check=True)
    quotes = {row[14] for row in said(export(store, "nq"))}
    for text in stores.HOSTILE:
        assert text.replace("\0", "\u2400") in quotes, text[:60]


CSV = """subject,relation,object,subject_type,object_type,date,source,quote,attribution
Mira Kolvane,met,Oskar Deln,person,person,2021-05-02,The Harbour Post,"Kolvane met Oskar Deln, aides said.",
Mira Kolvane,holdsRole,"trade envoy, acting",person,,2019/2021,https://norland.example/staff,,
Harbour Bank,other:lend money to,Norland,organization,place,,,,a clerk
"""


def test_triples_of_people(entente, export, tmp_path):
    store = tmp_path / "graph.sqlite"
    path = tmp_path / "triples.csv"
    path.write_text(CSV, encoding="utf-8")
    assert "3 statements added" in take(entente, path, store, "--by", "Ada Roe").stdout
    subprocess.run([entente, "check", "--graph", str(store)], check=True)
    rows = said(export(store, "nq"))
    assert sorted((r[1], r[3] or r[4], r[14], r[17]) for r in rows) == [
        ("Harbour Bank", "Norland", "Harbour Bank,other:lend money to,Norland,organization,place,,,,a clerk", "Ada Roe"),
        ("Mira Kolvane", "Oskar Deln", "Kolvane met Oskar Deln, aides said.", "The Harbour Post"),
        ("Mira Kolvane", "trade envoy, acting",
         'Mira Kolvane,holdsRole,"trade envoy, acting",person,,2019/2021,https://norland.example/staff,,', None),
    ]
    people = ask(export(store, "nq"), "SELECT DISTINCT ?n WHERE { ?a a prov:Person ; schema:name ?n }")
    assert people == [("Ada Roe",)]
    answer = subprocess.run([entente, "who-met", "Oskar Deln", "--graph", str(store)], capture_output=True, text=True)
    assert "Mira Kolvane" in answer.stdout and "The Harbour Post" in answer.stdout


def test_faults_name_the_line(entente, tmp_path):
    path = tmp_path / "triples.csv"
    path.write_text("subject,relation,object\nA B,met,C D\nA B,dances,C D\n", encoding="utf-8")
    run = take(entente, path, tmp_path / "graph.sqlite", status=1)
    assert "triples.csv:3" in run.stderr and "other:dances" in run.stderr
    assert "1 statement added" in run.stdout
    take(entente, tmp_path / "nowhere.csv", tmp_path / "graph.sqlite", status=1)
