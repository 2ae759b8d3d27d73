"""Linked data: read by a reader of RDF, and held against the types of schema.org."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import RDF

from tests.export.events import EMPTY, FULL
from tests.export.hostile import everything, in_every_field, the_bundled_event
from tests.export.node import package
from tui.document.model import Document
from tui.document.of_record import document
from tui.export.errors import NothingToExportError
from tui.export.formats.json_ld import render
from tui.export.options import Options

# What rdflib itself uses.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
SCHEMA = Namespace("https://schema.org/")
PAGE = "https://example.org/page"


def graph(shown: Document) -> Graph:
    """Return the graph; the context is a vocabulary here, since nothing is fetched."""
    held = json.loads(render(shown, Options()))
    assert held["@context"] == "https://schema.org"
    held["@context"] = {"@vocab": str(SCHEMA)}
    return Graph().parse(data=json.dumps(held), format="json-ld", publicID=PAGE)


def test_everybody_and_everything_is_there_with_its_type() -> None:
    shown = the_bundled_event()
    found = graph(shown)
    kinds = {"Person": 3, "ImageObject": 5, "Event": 1, "NewsArticle": 1, "Organization": 10}
    for kind, count in kinds.items():
        assert len(set(found.subjects(RDF.type, SCHEMA[kind]))) == count
    for thing in shown.things:
        assert (URIRef(f"{PAGE}#{thing}"), RDF.type, None) in found


def test_an_office_ties_a_person_to_a_body() -> None:
    asked = """
        SELECT ?office WHERE {
            ?person schema:memberOf ?role .
            ?role schema:roleName ?office ; schema:memberOf ?body .
            ?body schema:name "Hội đồng Lý luận Trung ương" .
        }"""
    rows = graph(the_bundled_event()).query(asked, initNs={"schema": SCHEMA})
    assert [str(row[0]) for row in rows] == ["nguyên Phó Chủ tịch"]  # type: ignore[index]


def test_the_period_of_an_agreement_is_its_temporal_coverage() -> None:
    found = graph(document(FULL))
    assert [str(each) for each in found.objects(None, SCHEMA.temporalCoverage)] == ["2021/2025"]


def test_every_hostile_string_is_held() -> None:
    found = graph(everything())
    assert len(set(found.subjects(RDF.type, SCHEMA.Person))) > 50


def test_what_is_gathered_from_many_events_is_none() -> None:
    with pytest.raises(NothingToExportError):
        render(replace(the_bundled_event(), record=None), Options())


def test_the_terms_are_those_of_schema_org(tmp_path: Path) -> None:
    package("schema-dts")
    compiler = package("typescript") / "bin" / "tsc"
    nodes = [
        node
        for shown in (
            the_bundled_event(),
            document(FULL),
            document(EMPTY),
            in_every_field()["HTML"],
        )
        for node in json.loads(render(shown, Options()))["@graph"]
    ]
    kinds = sorted({node["@type"] for node in nodes})
    lines = [f"import type {{ {', '.join(kinds)} }} from 'schema-dts';"]
    lines += [
        f"export const n{number}: {node['@type']} = {json.dumps(node)};"
        for number, node in enumerate(nodes)
    ]
    (tmp_path / "node_modules").symlink_to(package("schema-dts").parent)
    (tmp_path / "linked.ts").write_text("\n".join(lines), "utf-8")
    told = subprocess.run(
        ["node", compiler, "--noEmit", "--strict", "--skipLibCheck", "linked.ts"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stdout) == (0, "")
