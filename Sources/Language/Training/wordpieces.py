"""BERT's uncased word pieces and the shapes of words, exactly as FORMAT.md specifies."""

import unicodedata

CLS, SEP, PAD, UNK = "[CLS]", "[SEP]", "[PAD]", "[UNK]"
SHAPES = ["lower", "Capitalised", "UPPER", "single capital", "digits", "mixed", "none"]


def shape(word):
    letters = [c for c in word if unicodedata.category(c).startswith("L")]
    digits = any(unicodedata.category(c) == "Nd" for c in word)
    if not letters:
        return 4 if digits else 6
    if digits:
        return 5
    upper = [c.lower() != c for c in letters]
    if len(letters) == 1 and upper[0]:
        return 3
    if all(upper):
        return 2
    if upper[0] and not any(upper[1:]):
        return 1
    return 0 if not any(upper) else 5


def _punctuation(c):
    o = ord(c)
    return 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126 or unicodedata.category(c).startswith("P")


def _ideograph(c):
    o = ord(c)
    return (0x4E00 <= o <= 0x9FFF or 0x3400 <= o <= 0x4DBF or 0x20000 <= o <= 0x2A6DF or 0x2A700 <= o <= 0x2B73F or 0x2B740 <= o <= 0x2B81F
            or 0x2B820 <= o <= 0x2CEAF or 0xF900 <= o <= 0xFAFF or 0x2F800 <= o <= 0x2FA1F)


class WordPieces:
    def __init__(self, path):
        with open(path, encoding="utf-8") as f:
            self.pieces = [line.rstrip("\n") for line in f]
        self.index = {p: i for i, p in enumerate(self.pieces)}
        self.cls, self.sep, self.pad, self.unk = (self.index[p] for p in (CLS, SEP, PAD, UNK))
        self._cache = {}

    def __call__(self, word):
        found = self._cache.get(word)
        if found is None:
            found = self._cache[word] = self._split(word)
        return found

    def _split(self, word):
        clean = []
        for c in word:
            if ord(c) in (0, 0xFFFD):
                continue
            if c in "\t\n\r":
                clean.append(" ")
            elif unicodedata.category(c) in ("Cc", "Cf"):
                continue
            elif unicodedata.category(c) == "Zs":
                clean.append(" ")
            elif _ideograph(c):
                clean.append(f" {c} ")
            else:
                clean.append(c)
        text = unicodedata.normalize("NFD", "".join(clean).lower())
        parts, current = [], ""
        for c in text:
            if unicodedata.category(c) == "Mn":
                continue
            if c.isspace():
                parts, current = parts + [current], ""
            elif _punctuation(c):
                parts, current = parts + [current, c], ""
            else:
                current += c
        pieces = [i for part in parts + [current] if part for i in self._greedy(part)]
        return pieces or [self.unk]

    def _greedy(self, part):
        if len(part) > 100:
            return [self.unk]
        out, start = [], 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = ("##" if start else "") + part[start:end]
                if piece in self.index:
                    out.append(self.index[piece])
                    start = end
                    break
            else:
                return [self.unk]
        return out
