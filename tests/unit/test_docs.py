"""Documentation is tested: every command, filter and language is in it, and the generated pages are current."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import jsonschema
import pytest

from newsloom.cli.filters import FILTERS
from newsloom.langs import LANGUAGES
from newsloom.sources import SOURCES

TOP = Path(__file__).parents[2]
DOCS = TOP / "docs"


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_command_reference_is_current(generate: ModuleType) -> None:
    assert (DOCS / "commands.md").read_text("utf-8") == generate.commands_page(), "run `make docs`"


def test_the_benchmarks_page_is_current(generate: ModuleType) -> None:
    assert (DOCS / "benchmarks.md").read_text("utf-8") == generate.benchmarks_page(), "run `make docs`"


@pytest.mark.parametrize("name", sorted([*FILTERS, "extract"]))
def test_every_filter_has_a_row_and_a_valid_schema(name: str) -> None:
    assert f"`newsloom {name}`" in (DOCS / "filters.md").read_text("utf-8")
    schema = json.loads((DOCS / "schema" / f"{name}.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)


def test_every_source_kind_and_language_is_named() -> None:
    text = (DOCS / "design.md").read_text("utf-8")
    for kind in SOURCES:
        assert f"`{kind}`" in text, f"source kind {kind} is not documented"
    for language in LANGUAGES.values():
        assert language.name in text, f"language {language.name} is not documented"


def test_the_readme_names_both_commands_and_shows_a_picture_that_is_there() -> None:
    text = (TOP / "README.md").read_text("utf-8")
    assert "make run" in text and "make test" in text
    pictures = [part.split(")")[0] for part in text.split("](")[1:] if part.split(")")[0].endswith((".png", ".webp"))]
    assert pictures and all((TOP / picture).is_file() for picture in pictures)


def test_no_document_records_a_host_of_a_registry_or_a_path_of_a_machine() -> None:
    for path in [*TOP.glob("*.md"), *DOCS.rglob("*.md"), *TOP.glob("requirements/*"), *TOP.glob("training/*.md")]:
        text = path.read_text("utf-8")
        for unwanted in ("pypi.org", "pythonhosted", "/work/", "/tmp/", "--index-url", "--extra-index-url"):
            assert unwanted not in text, f"{path.name} holds {unwanted}"
