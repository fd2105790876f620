"""Writes a checkpoint as `weights.bin`, `vocab.txt`, `manifest.json` (`antecedents.py merge` adds the antecedent head): `python export.py --work DIR --checkpoint NAME --out DIR [--scores FILE]`."""

import argparse
import hashlib
import json
import shutil
import subprocess
from pathlib import Path

import numpy as np

import name_types as nt
import weight_file
from evaluate import load
from model import LAYERS
from train import minilm
from windows import LIMIT, LONGEST
from wordpieces import SHAPES

SOURCES = [
    {"name": "all-MiniLM-L6-v2", "use": "initial weights of the encoder, vocabulary", "licence": "Apache-2.0"},
    {"name": "Universal Dependencies English EWT (train)", "use": "tags, lemmas, features, trees", "licence": "CC BY-SA 4.0"},
    {"name": "Georgetown University Multilayer corpus (train; ten genres)", "use": "tags, lemmas, features, trees, names, mentions, coreference",
     "licence": "annotations CC BY 4.0; texts CC BY, CC BY-SA, public domain"},
    {"name": "wikigold", "use": "names", "licence": "CC BY 4.0"},
    {"name": "Broad Twitter Corpus", "use": "names", "licence": "CC BY 4.0"},
    {"name": "WNUT 2017 emerging entities (train)", "use": "names", "licence": "CC BY 4.0"},
    {"name": "CrossNER politics (train)", "use": "names", "licence": "MIT"},
    {"name": "Re-DocRED (dev, test)", "use": "names, dates, ties", "licence": "MIT; texts CC BY-SA"},
    {"name": "Annotated articles of this project (Training/articles)", "use": "names, mentions, coreference, relations", "licence": "CC BY 4.0"},
    {"name": "GAP (development)", "use": "coreference of pronouns, names", "licence": "Apache-2.0"},
]


INT8, FLOAT = {"encoder.word.weight": "embeddings.word", "relation": "relation.biaffine"}, {"encoder.position.weight": "embeddings.position", "encoder.shape.weight": "embeddings.shape"}
for w in ("weight", "bias"):
    FLOAT["encoder.norm." + w] = "embeddings.norm." + w
    for i in range(LAYERS):
        for ours, theirs in (("attention.query", "query"), ("attention.key", "key"), ("attention.value", "value"), ("attention.output", "output"), ("ffn.up", "up"), ("ffn.down", "down")):
            (INT8 if w == "weight" else FLOAT)[f"encoder.layers.{i}.{theirs}.{w}"] = f"layer.{i}.{ours}.{w}"
        for ours, theirs in (("attention.norm", "attention_norm"), ("ffn.norm", "ffn_norm")):
            FLOAT[f"encoder.layers.{i}.{theirs}.{w}"] = f"layer.{i}.{ours}.{w}"
    for head in ("xpos", "upos", "feats", "lemma", "ner", "mention", "arc_dep", "arc_head", "label_dep", "label_head", "relation_subject", "relation_object"):
        FLOAT[f"{head}.{w}"] = f"{head.replace('_', '.')}.{w}"
FLOAT |= {"arc": "arc.biaffine", "label": "label.biaffine", "ner_transitions": "ner.transitions", "ner_start": "ner.start", "ner_end": "ner.end"}
# Checkpoint names -> the file's names.
NAMES = INT8 | FLOAT


def tensors(state):
    """The file's tensors: int8 for the encoder's matrices, the word embeddings and the product of the relation head, its classes below each other."""
    t = {k: v.float().numpy() for k, v in state.items() if k in NAMES}
    out = {ours: t[theirs] for theirs, ours in FLOAT.items()}
    for theirs, name in INT8.items():
        w = t[theirs].reshape(-1, t[theirs].shape[-1])
        amax = np.maximum(np.abs(w).max(1, keepdims=True), np.float32(1e-30)).astype(np.float32)
        out[name] = np.rint(w * (np.float32(127) / amax)).clip(-127, 127).astype(np.int8)
        out[name + ".scale"] = (amax / np.float32(127)).astype(np.float32).reshape(-1)
    out["embeddings.shape"] = out["embeddings.shape"][:7]
    big = np.float32(-10000)
    out["ner.transitions"] = np.where(state["ner_allowed"].numpy(), t["ner_transitions"], big)
    out["ner.start"] = np.where(state["ner_may_start"].numpy(), t["ner_start"], big)
    out["ner.end"] = np.where(state["ner_may_end"].numpy(), t["ner_end"], big)
    return out


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--work", default=".build/training")
    p.add_argument("--checkpoint", default="finished.pt")
    p.add_argument("--out", required=True)
    p.add_argument("--scores", help="JSON that evaluate.py --out wrote")
    a = p.parse_args()
    out = Path(a.out)
    out.mkdir(parents=True, exist_ok=True)
    model, labels = load(a.work, a.checkpoint)
    arrays = tensors(model.state_dict())
    # Apart, since not the analysis reads it but the weighing of statements.
    pairs = {name: arrays.pop(name) for name in list(arrays) if name.startswith("relation.")}
    weight_file.write(out / "weights.bin", arrays)
    weight_file.write(out / "pairs.bin", pairs)
    shutil.copyfile(minilm() / "vocab.txt", out / "vocab.txt")
    try:
        commit = subprocess.run(["git", "log", "-1", "--format=%H", "--", str(Path(__file__).parent)], capture_output=True, text=True, cwd=Path(__file__).parent).stdout.strip()
    except OSError:
        commit = ""
    manifest = {
        "format": 1, "model": "en-2", "language": "en", "licence": "CC-BY-SA-4.0", "window": LIMIT, "longest_sentence": LONGEST,
        "weights_sha256": hashlib.sha256((out / "weights.bin").read_bytes()).hexdigest(),
        "vocabulary_sha256": hashlib.sha256((out / "vocab.txt").read_bytes()).hexdigest(),
        "shapes": SHAPES, "xpos": labels["xpos"], "upos": labels["upos"], "feats": labels["feats"], "lemma_scripts": labels["lemma"], "deprels": labels["deprel"],
        "ner": labels["ner"], "name_types": nt.TYPES, "relations": labels["relation"], "mention_threshold": 0.5,
        "sources": SOURCES, "training_commit": commit, "scores": json.loads(Path(a.scores).read_text()) if a.scores else {},
    }
    (out / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n")
    print((out / "weights.bin").stat().st_size, "bytes")


if __name__ == "__main__":
    main()
