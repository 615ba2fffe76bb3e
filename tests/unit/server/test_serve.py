from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[3]
PROGRAM = """
from tests.affair import Desk
from newsloom.server.app import create_app
from newsloom.server.serve import serve
serve(create_app(Desk()), port=0)
"""


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_it_says_its_address_once_it_answers_and_ends_when_asked(ending: signal.Signals) -> None:
    server = subprocess.Popen([sys.executable, "-c", PROGRAM], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert server.stdout
    address = server.stdout.readline().split()[-1]
    with urlopen(f"{address}index.json") as answer:
        assert answer.status == 200
    asked = time.monotonic()
    server.send_signal(ending)
    assert server.wait(10) == 0 and time.monotonic() - asked < 5
    assert server.stdout.read() == ""
    server.stdout.close()
