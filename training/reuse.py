"""Finding shared passages at scale: speed and memory over the store's index, and datasketch's MinHash LSH beside.

    NEWSLOOM_DATA=… python training/reuse.py store FOLDER [MILLIONS]      a store in FOLDER, of so many million passages
    NEWSLOOM_DATA=… python training/reuse.py minhash [REPORTS]            needs datasketch (not among the locks)

`store`: the reports of stream/ are split and indexed; the index is then filled up with further passages of the same
make (each fingerprint hashed anew), so that look-ups go through an index of the full size. Measured: reports a second
of CPU time for splitting, look-up, reading and alignment, and the greatest memory of the process. `minhash`: edited
sentences (tests/eval/test_reuse_floor.py) looked up by MinHash LSH over words pairs; its candidates are aligned as ours
are, so that only the finding is compared.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.eval.test_reuse_floor import EDITED, SHORTEST, _near, edit, made_up, stored_reports

from newsloom.config import Settings
from newsloom.engine.decide import _carriers
from newsloom.engine.filters.reuse import _split
from newsloom.passages.reuse import Carrier, Index, carrier_of, enter, gather, match
from newsloom.passages.split import passage_text, stop_hashes
from newsloom.records import Report
from newsloom.store import Store, open_store
from newsloom.text.fingerprints import BITS, pair_hashes, word_hashes
from newsloom.text.tokens import words

T = TypeVar("T")
ALL = 12_000
MEASURED = 1_000
PERMUTATIONS = 64
ROUND = 0x9E3779B97F4A7C15  # fingerprints of the filling: as spread as the real ones, and none of them


def batched(rows: Iterable[T], size: int) -> Iterator[list[T]]:
    """Rows in lists of at most so many."""
    source = iter(rows)
    while batch := list(islice(source, size)):
        yield batch


def filling(reports: list[Report], passages: int) -> Iterator[tuple[int, str, int, int]]:
    """Rows of the index for so many further passages."""
    made = 0
    for number in range(1, 100):
        for report in reports:
            for n, passage in enumerate(report.analysis.passages):
                made += 1
                for value in passage.fingerprints:
                    yield (value * ROUND + number) % (1 << BITS), report.id, report.article.version, n
            if made >= passages:
                return


def fill(store: Store, passages: int) -> int:
    """Take the reports of stream/ and index passages; how many are indexed."""
    reports = []
    for rows in batched(stored_reports(ALL), 500):
        with store.transaction():
            for report in rows:
                outcome, article = store.ledger.take(report.article)
                if outcome == "stored":
                    taken = _split(Settings(), article)
                    store.ledger.keep(taken.analysis)
                    store.ledger.index_passages(taken)
                    reports.append(taken)
    held = sum(len(report.analysis.passages) for report in reports)
    for more in batched(filling(reports, passages - held), 200_000):
        with store.transaction():
            store.connection.run_many(
                "INSERT INTO fingerprint(value, article_id, version, n) VALUES (?, ?, ?, ?)", more
            )
    return max(held, passages)


def measure_store(folder: str, millions: str = "1") -> None:
    """Print speed and memory."""
    address = str(Path(folder) / "reuse.db")
    if not Path(address).exists():
        print(f"{fill(open_store(address), int(float(millions) * 1e6)):,} passages indexed")
        print("now run it again: memory is measured in a process that did not fill the store")
        return
    store, settings = open_store(address, readonly=True), Settings()
    articles = [report.article for report in islice(stored_reports(ALL), 5_000, 5_000 + MEASURED)]
    begun = time.process_time()
    split = [_split(settings, article) for article in articles]
    halfway = time.process_time()
    found = sum(len(match(report, _carriers(report, store, settings))) for report in split)
    ended = time.process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{len(split)} reports, {found} matches; splitting {len(split) / (halfway - begun):.0f} reports/s of CPU time,"
    )
    print(f"looking up and aligning {len(split) / (ended - halfway):.0f}; memory at most {memory:.0f} MiB")


Find = Callable[[Report], Iterable[Carrier]]


def measure_minhash(reports: str = "3000") -> None:
    """Print recall and speed of both, over the same passages and the same edits."""
    stored = list(stored_reports(int(reports)))
    begun = time.process_time()
    index = Index()
    for report in stored:
        enter(index, report)
    mine = time.process_time()
    look_up = minhash_index(stored)
    theirs = time.process_time()
    passages = sum(len(report.analysis.passages) for report in stored)
    print(f"{passages:,} passages; indexed in {mine - begun:.0f} s (newsloom), {theirs - mine:.0f} s (datasketch)")
    for share in (0.0, 0.15, 0.3):
        for name, find in (("newsloom", lambda report: gather(index, report)), ("datasketch", look_up)):
            print(f"{share:.0%} changed, {name}: {recall(stored, find, share)}")


def recall(stored: list[Report], find: Find, share: float, pairs: int = 500) -> str:
    """Edited sentences found, candidates for each, milliseconds for each made-up report of five."""
    chance = random.Random(1)
    places = [(report, passage) for report in stored for passage in report.analysis.passages]
    vocabulary = [word for report in stored[:200] for word in report.article.text.split()]
    texts_of = {report.id: report.article.text for report in stored}
    tried = found = candidates = 0
    spent = 0.0
    while tried < pairs:
        texts = [" ".join(r.article.text_of(p.range).split()) for r, p in chance.sample(places, EDITED)]
        texts = [text for text in texts if len(words(text)) >= SHORTEST]
        report = made_up([edit(text, share, vocabulary, chance) for text in texts])
        begun = time.process_time()
        carriers = list(find(report))
        matches = match(report, carriers)
        spent += time.process_time() - begun
        seen = [texts_of[m.right_id][m.right.start : m.right.end] for m in matches]
        found += sum(any(_near(text, other) for other in seen) for text in texts)
        candidates += len(carriers)
        tried += len(texts)
    return (
        f"recall {found / tried:.3f}, {candidates / tried:.1f} candidates a sentence,"
        f" {1000 * spent * EDITED / tried:.1f} ms a report of five"
    )


def minhash_index(stored: list[Report]) -> Find:
    """datasketch's LSH over pairs of neighbouring content words, tuned for sentences of which 30% changed."""
    from datasketch import MinHash, MinHashLSH  # type: ignore[import-not-found]

    lsh: Any = MinHashLSH(threshold=0.3, num_perm=PERMUTATIONS)
    stop_words = stop_hashes("en")

    def sketch(text: str) -> Any:
        made = MinHash(num_perm=PERMUTATIONS)
        content = [word for word in word_hashes(text) if word not in stop_words]
        made.update_batch([value.to_bytes(8) for value in pair_hashes(content)])
        return made

    for at, report in enumerate(stored):
        for n, passage in enumerate(report.analysis.passages):
            lsh.insert((at, n), sketch(passage_text(report.article, passage.range, report.analysis.boilerplate)))

    def look_up(report: Report) -> Iterator[Carrier]:
        near: dict[tuple[int, int], list[int]] = {}
        for number, passage in enumerate(report.analysis.passages):
            for key in lsh.query(sketch(report.article.text_of(passage.range))):
                near.setdefault(key, []).append(number)
        return (carrier_of(stored[at], n, tuple(numbers)) for (at, n), numbers in near.items())

    return look_up


if __name__ == "__main__":
    commands: dict[str, Callable[..., None]] = {"store": measure_store, "minhash": measure_minhash}
    commands[sys.argv[1]](*sys.argv[2:])
