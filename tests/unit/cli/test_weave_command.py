"""The command line as a user meets it: real processes, real files, every kind of bad input."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

NEWSLOOM = [sys.executable, "-m", "newsloom"]
STRIKE = "Ferry workers on the Sable Islands walked out on Thursday, the harbour office said."


def newsloom(*arguments: object, stdin: str = "") -> subprocess.CompletedProcess[str]:
    done = subprocess.run([*NEWSLOOM, *map(str, arguments)], input=stdin, capture_output=True, text=True, timeout=120)
    assert "Traceback" not in done.stderr, done.stderr
    return done


def line(number: int, **changes: Any) -> str:
    row = {
        "id": f"r{number}", "url": f"https://outlet{number}.example/ferry", "outlet": f"Outlet {number}",
        "published": f"2018-05-24T1{number}:00:00Z", "headline": "Ferry strike halts traffic", "text": STRIKE,
    }  # fmt: skip
    return json.dumps({**row, **changes})


def events(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return [json.loads(row) for row in done.stdout.splitlines()]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


def test_what_is_stored_is_acknowledged_and_a_second_run_adds_nothing(store: Path, tmp_path: Path) -> None:
    given = tmp_path / "in.jsonl"
    given.write_text(f"{line(1)}\n{line(2)}\n")
    first = events(newsloom("weave", given, "--store", store, "--light", "--json"))
    assert [event["event"] for event in first] == ["stored", "stored", "done"]
    assert (first[0]["given_id"], first[0]["version"], first[0]["url"]) == ("r1", 1, "https://outlet1.example/ferry")
    assert first[-1] == {"event": "done", "stored": 2, "known": 0, "quarantined": 0}
    again = events(newsloom("weave", given, "--store", store, "--light", "--json"))
    assert again == [{"event": "done", "stored": 0, "known": 2, "quarantined": 0}]


def test_a_page_and_its_edit_taken_twice_are_known(store: Path, tmp_path: Path) -> None:
    given = tmp_path / "in.jsonl"
    edited = line(1, text=STRIKE.replace("Thursday", "Friday"), seen="2018-05-25T10:00:00Z")
    given.write_text(f"{line(1)}\n{edited}\n")
    assert events(newsloom("weave", given, "--store", store, "--light", "--json"))[-1]["stored"] == 2
    again = events(newsloom("weave", given, "--store", store, "--light", "--json"))
    assert again == [{"event": "done", "stored": 0, "known": 2, "quarantined": 0}]


def test_bad_lines_are_named_counted_and_never_stop_the_rest(store: Path, tmp_path: Path) -> None:
    given = tmp_path / "in.jsonl"
    bad = ["not json", line(2, published="31 May"), '{"id": "x"}', "[1]", line(3, text=7)]
    given.write_text("\n".join([line(1), *bad, line(4)]))
    done = newsloom("weave", given, "--store", store, "--light", "--json")
    assert done.returncode == 0
    assert events(done)[-1] == {"event": "done", "stored": 2, "known": 0, "quarantined": 5}
    for number in range(2, 7):
        assert f"{given}:{number}: " in done.stderr
    report = json.loads(newsloom("doctor", "--store", store, "--json").stdout)
    assert report["ok"] is True and [q["item"] for q in report["quarantine"]] == [f"{given}:{n}" for n in range(2, 7)]


def test_where_every_input_is_refused_the_exit_code_says_so(store: Path, tmp_path: Path) -> None:
    given = tmp_path / "in.jsonl"
    given.write_text("nothing\nbut noise\n")
    assert newsloom("weave", given, "--store", store).returncode == 1


def test_a_file_that_is_not_there_or_cut_off_is_one_clear_line(store: Path, tmp_path: Path) -> None:
    missing = newsloom("weave", tmp_path / "none.jsonl", "--store", store)
    assert missing.returncode == 1 and "none.jsonl: can't be read: No such file" in missing.stderr
    cut = tmp_path / "cut.jsonl.gz"
    cut.write_bytes(gzip.compress("\n".join(line(n % 9, id=f"x{n}", url="") for n in range(300)).encode())[:-30])
    done = newsloom("weave", cut, "--store", store, "--light")
    assert f"{cut}: can't be read" in done.stderr


def test_an_empty_input_gives_an_empty_site_that_says_so(store: Path, tmp_path: Path) -> None:
    done = newsloom("weave", "-", "--store", store, "--site", tmp_path / "site")
    assert done.returncode == 0
    assert "No stories" in (tmp_path / "site" / "index.html").read_text()


def test_a_site_is_written_anew_only_when_something_changed(store: Path, tmp_path: Path) -> None:
    index = tmp_path / "site" / "index.html"

    def weave(given: str) -> float:
        newsloom("weave", "-", "--store", store, "--site", tmp_path / "site", "--light", stdin=given)
        return index.stat().st_mtime_ns

    first = weave(line(1))
    assert weave(line(1)) == first
    assert weave(line(2, headline="Mill burns", text="A fire destroyed the mill in Tarnholm, police said.")) > first
    assert "Mill burns" in index.read_text()
    index.unlink()
    weave(line(1))
    assert "Mill burns" in index.read_text()


def test_a_store_that_can_not_be_used(tmp_path: Path) -> None:
    (tmp_path / "other.db").write_text("no database at all, whatever its name may say" * 30)
    done = newsloom("stories", "--store", tmp_path / "other.db")
    assert done.returncode == 1 and "other.db: not a newsloom store" in done.stderr
    done = newsloom("stories", "--store", tmp_path / "none.db")
    assert done.returncode == 1 and "none.db: no such store" in done.stderr


def test_wrong_usage_is_two(store: Path) -> None:
    assert newsloom("weave", "--no-such-option").returncode == 2
    assert newsloom("no-such-command").returncode == 2


def test_an_edit_is_a_new_version_and_the_listing_has_both(store: Path) -> None:
    newsloom("weave", "-", "--store", store, "--light", stdin=line(1) + "\n" + line(1, text=STRIKE + " It goes on."))
    rows = events(newsloom("reports", "--store", store, "--json"))
    assert [(row["given_id"], row["version"]) for row in rows] == [("r1", 1), ("r1", 2)]
    assert set(rows[0]) == {"id", "given_id", "version", "url", "outlet", "story", "published"}


def test_stories_are_listed_shown_and_corrected(store: Path) -> None:
    fire = line(2, headline="Mill burns in Tarnholm", text="A fire destroyed the paper mill in Tarnholm, police said.")
    newsloom("weave", "-", "--store", store, "--light", stdin=f"{line(1)}\n{fire}\n")
    stories = events(newsloom("stories", "--store", store, "--json"))
    assert {"id", "headline", "status", "as_of", "reports", "outlets", "texts", "origins"} == set(stories[0])
    ids = {tuple(story["reports"]): story["id"] for story in stories}
    assert len(ids) == 2
    shown = json.loads(newsloom("show", "r1", "--store", store, "--json").stdout)
    assert shown["headline"]["text"] == "Ferry strike halts traffic" and shown["reports"][0]["given_id"] == "r1"
    newsloom("merge", "r1", "r2", "--store", store, "--by", "editor")
    assert len(events(newsloom("stories", "--store", store, "--json"))) == 1
    newsloom("undo", "--store", store)
    assert {tuple(s["reports"]): s["id"] for s in events(newsloom("stories", "--store", store, "--json"))} == ids


def test_what_is_new_since_a_story_was_read(store: Path) -> None:
    newsloom("weave", "-", "--store", store, "--light", stdin=line(1) + "\n")
    first = newsloom("show", "r1", "--part", "diff", "--since", "last", "--store", store)
    assert "[new]" in first.stdout and "never marked as read" in first.stderr
    assert newsloom("show", "r1", "--read", "--store", store).returncode == 0
    assert newsloom("rebuild", "--store", store).returncode == 0
    again = newsloom("show", "r1", "--part", "diff", "--since", "last", "--store", store)
    assert again.stdout == "Nothing of substance changed.\n" and again.stderr == ""
    later = STRIKE + " The ferrymen of Tarnholm accepted 4 percent more pay after a night of talks, the union said."
    newsloom("weave", "-", "--store", store, "--light", stdin=line(1, text=later, seen="2031-04-09T09:00:00Z") + "\n")
    changed = newsloom("show", "r1", "--part", "diff", "--since", "last", "--store", store).stdout
    assert "accepted 4 percent more pay" in changed


def test_export_and_weave_give_the_same_stories_and_ids(store: Path, tmp_path: Path) -> None:
    newsloom("weave", "-", "--store", store, "--light", stdin=f"{line(1)}\n{line(2)}\n{line(3, url='')}\n")
    exported = newsloom("export", "--store", store).stdout
    newsloom("weave", "-", "--store", tmp_path / "second.db", "--light", stdin=exported)
    assert newsloom("stories", "--store", store, "--json").stdout == (
        newsloom("stories", "--store", tmp_path / "second.db", "--json").stdout
    )


def test_forgetting_leaves_no_word_in_the_store(store: Path) -> None:
    secret = "Unmistakable words that shall be forgotten."
    newsloom("weave", "-", "--store", store, "--light", stdin=f"{line(1, text=STRIKE + ' ' + secret)}\n{line(2)}\n")
    assert newsloom("forget", "r1", "--store", store).returncode == 0
    assert "Unmistakable" not in newsloom("export", "--store", store).stdout
    kept = b"".join(path.read_bytes() for path in store.parent.glob("store.db*"))
    assert b"Unmistakable" not in kept


def test_tracing_a_sentence(store: Path) -> None:
    newsloom("weave", "-", "--store", store, "--light", stdin=f"{line(2)}\n{line(1)}\n")
    rows = events(newsloom("trace", STRIKE, "--store", store, "--json"))
    assert [row["given_id"] for row in rows] == ["r1", "r2"]  # the earliest published first
    assert rows[0]["text"] == STRIKE.rstrip(".")


def test_a_corrected_report_shows_who_still_has_the_old_words(store: Path, tmp_path: Path) -> None:
    rest = " Twelve crossings fell out before noon and hundreds of cars turned back. No talks are planned."
    said = STRIKE.replace("Ferry workers", "More than 300 ferry workers")
    mended = said.replace("300", "200")
    for number, text in ((1, said + rest), (2, said), (3, said + " Hotels are empty."), (1, mended + rest)):
        given = tmp_path / "in.jsonl"
        given.write_text(line(number, text=text, seen=f"2018-05-24T1{number if text[10:13] == '300' else 8}:30:00Z"))
        newsloom("weave", given, "--store", store, "--site", tmp_path / "site", "--light")
    (page,) = (tmp_path / "site" / "stories").glob("*/story.json")
    story = json.loads(page.read_text("utf-8"))
    (found,) = story["corrections"]
    assert (found["kind"], found["at"]) == ("edited", "2018-05-24T18:30:00Z")
    assert (found["before"]["text"], found["after"]["text"]) == (said, mended)
    assert [one["cite"]["given_id"] for one in found["carriers"]] == ["r2", "r3"]
    assert "[edited]" in (tmp_path / "site" / "reports" / found["before"]["id"] / "2" / "index.html").read_text("utf-8")
