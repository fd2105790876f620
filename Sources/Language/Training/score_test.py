"""Tests of the scorers on small examples with known answers: `python score_test.py`."""

import unittest

import score_conllu as sc
import score_coref as co


def row(i, form, head, deprel, misc="_"):
    return "\t".join([str(i), form, form.lower(), "X", "X", "_", str(head), deprel, "_", misc])


GOLD = "\n".join(["# newdoc id = d", "# newpar", row(1, "Ana", 2, "nsubj"), row(2, "came", 0, "root", "SpaceAfter=No"), row(3, ".", 2, "punct"), "",
                  "1-2\tCannot" + "\t_" * 8, row(1, "Can", 3, "aux"), row(2, "not", 3, "advmod"), row(3, "go", 0, "root"), "", ""])


class Trees(unittest.TestCase):
    def test_perfect(self):
        self.assertTrue(all(v == 1 for v in sc.score(sc.Analysis(GOLD), sc.Analysis(GOLD)).values()))

    def test_raw_text(self):
        self.assertEqual(sc.raw(GOLD), "Ana came. Cannot go\n")

    def test_one_sentence_and_other_words(self):
        system = "\n".join([row(1, "Ana", 2, "obj"), row(2, "came.", 0, "root"), row(3, "Cannot", 4, "aux"), row(4, "go", 2, "conj"), "", ""])
        found = sc.score(sc.Analysis(GOLD), sc.Analysis(system))
        self.assertAlmostEqual(found["tokens"], 2 * 3 / (5 + 4))      # Ana, Cannot, go
        self.assertAlmostEqual(found["words"], 2 * 2 / (6 + 4))       # Ana, go
        self.assertEqual(found["sentences"], 0)
        self.assertEqual(found["las"], 0)

    def test_other_text_is_refused(self):
        with self.assertRaises(SystemExit):
            sc.score(sc.Analysis(GOLD), sc.Analysis(GOLD.replace("Ana", "Eva")))


class Coreference(unittest.TestCase):
    def test_perfect(self):
        chains = [{1, 2, 3}, {4, 5}]
        self.assertEqual(co.conll([(chains, chains)])["conll"], 1)

    def test_nothing_found(self):
        self.assertEqual(co.conll([([{1, 2}], [])])["conll"], 0)

    def test_known_example(self):
        """Gold {a b c} {d e f g}; system {a b} {c d} {f g h i}, worked out by hand."""
        gold, system = [set("abc"), set("defg")], [set("ab"), set("cd"), set("fghi")]
        found = co.conll([(gold, system)])
        self.assertAlmostEqual(found["muc"][1], 2 / 5)
        self.assertAlmostEqual(found["muc"][0], 2 / 5)
        self.assertAlmostEqual(found["b3"][1], 35 / 84)
        self.assertAlmostEqual(found["b3"][0], 0.50, delta=0.006)
        self.assertAlmostEqual(found["ceafe"][1], 0.65, delta=0.006)
        self.assertAlmostEqual(found["ceafe"][0], 0.43, delta=0.006)

    def test_assignment(self):
        """The greedy choice (9 + 1) is not the best (8 + 7); a part that shares nothing is on its own."""
        self.assertEqual(co.assignment([[9, 8], [7, 1]]), 15)
        self.assertEqual(co.assignment([[1, 0], [0, 2], [3, 0]]), 5)
        parts = list(co.components({0: {0: 1, 1: 1}, 1: {1: 1}, 2: {3: 1}}))
        self.assertEqual(parts, [[[1, 1], [0.0, 1]], [[1]]])


if __name__ == "__main__":
    unittest.main()
