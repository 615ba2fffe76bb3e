"""The bundled pages and feeds are what their texts print: nobody edits a page, and nothing was left behind."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLE = Path(str(files("newsloom"))) / "sample"


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.*") if path.suffix != ".md"}


def test_the_bundled_sample_is_what_its_texts_print(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(ROOT / "training" / "sample" / "make_sample.py"), str(tmp_path)], check=True)
    printed, bundled = contents(tmp_path), contents(SAMPLE)
    assert sorted(printed) == sorted(bundled)
    assert [name for name in printed if printed[name] != bundled[name]] == []
