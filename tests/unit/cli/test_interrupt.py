"""Ctrl-C and kill: the command ends, no worker stays, nothing stored is lost, the next run goes on from there."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

REPORTS = 400
NEWSLOOM = [sys.executable, "-m", "newsloom"]


@pytest.fixture
def given(tmp_path: Path) -> Path:
    """Enough to read that the loom is at work for some seconds."""
    path = tmp_path / "in.jsonl"
    sentence = "Ferry workers on island {n} walked out on Thursday, said Ada Quill. “We want to talk,” she said. "
    with path.open("w") as lines:
        for n in range(REPORTS):
            text = "\n\n".join(sentence.format(n=n * 7 + k) * 2 for k in range(8))
            row = {
                "id": f"r{n}",
                "published": f"2018-05-{1 + n % 28:02}",
                "headline": f"Island {n} cut off",
                "text": text,
            }
            lines.write(json.dumps(row) + "\n")
    return path


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_the_loom_is_stopped_at_work(given: Path, tmp_path: Path, number: signal.Signals) -> None:
    store = tmp_path / "store.db"
    weave = [*NEWSLOOM, "weave", str(given), "--store", str(store), "--light", "-j", "2", "--json"]
    with subprocess.Popen(
        weave, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as process:  # fmt: skip
        assert process.stdout is not None
        acknowledged = [json.loads(process.stdout.readline())["given_id"] for _ in range(200)]
        time.sleep(1.0)
        os.kill(process.pid, number)
        _, err = process.communicate(timeout=30)
        assert process.returncode == (130 if number == signal.SIGINT else -9)
        assert "Traceback" not in err
        session = process.pid
    deadline = time.monotonic() + 10
    while _in_session(session) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert _in_session(session) == []
    stored = subprocess.run([*NEWSLOOM, "reports", "--store", str(store), "--json"], capture_output=True, text=True)
    assert set(acknowledged) <= {json.loads(line)["given_id"] for line in stored.stdout.splitlines()}
    again = subprocess.run(weave, capture_output=True, text=True, timeout=240, check=True)
    done = json.loads(again.stdout.splitlines()[-1])
    assert done["stored"] + done["known"] == REPORTS and done["known"] >= 200
    checked = subprocess.run([*NEWSLOOM, "doctor", "--store", str(store), "--json"], capture_output=True, text=True)
    assert json.loads(checked.stdout)["ok"] is True


def _in_session(session: int) -> list[str]:
    """Processes of a session that still run."""
    listed = subprocess.run(["ps", "-o", "pid=,stat=,args=", "-s", str(session)], capture_output=True, text=True)
    return [line for line in listed.stdout.splitlines() if line.split()[1][0] != "Z"]
