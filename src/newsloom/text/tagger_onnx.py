"""The full tagger: a small encoder, fine-tuned and kept in eight bits (models/names.md: data, licence, score).

Sentences go through it one by one: eight-bit scales belong to what is run together, so a sentence's names would
otherwise depend on its neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from newsloom.text.tagger import Name, may_hold_a_name, names_of, tokenise
from newsloom.text.wordpiece import LABELS, WordPiece, encode

LONGEST = 192  # pieces run at a time
THREADS = 1  # a process; more processes do more


class OnnxTagger:
    """Wraps a model session, whose only state is its weights."""

    def __init__(self, weights: bytes, vocabulary: str, threads: int = THREADS) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        self._pieces = WordPiece(vocabulary.split("\n"))

    def tag(self, sentences: Sequence[str]) -> list[tuple[Name, ...]]:
        return [self._tag(sentence) if may_hold_a_name(sentence) else () for sentence in sentences]

    def _tag(self, sentence: str) -> tuple[Name, ...]:
        tokens = tokenise(sentence)
        words = [sentence[start:end] for start, end in tokens]
        tags: list[str] = []
        while len(tags) < len(words):
            pieces, cases, firsts = encode(self._pieces, words[len(tags) :], LONGEST)
            if not firsts:  # one word longer than the model reads
                tags.append("O")
                continue
            feed = {
                "pieces": np.array([pieces], dtype=np.int64),
                "cases": np.array([cases], dtype=np.int64),
                "mask": np.ones((1, len(pieces)), dtype=np.int64),
            }
            scores = self._session.run(["scores"], feed)[0][0]
            tags += [LABELS[int(label)] for label in scores[firsts].argmax(axis=-1)]
        return names_of(tokens, tags)


@cache
def load_onnx() -> OnnxTagger:
    models = files("newsloom") / "models"
    return OnnxTagger((models / "names.onnx").read_bytes(), (models / "names.vocab.txt").read_text(encoding="utf-8"))
