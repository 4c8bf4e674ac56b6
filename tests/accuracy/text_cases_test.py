#!/usr/bin/python3
"""The generated text cases: that the truth about them is what is drawn. No video is made here."""
import sys
import unittest

sys.dont_write_bytecode = True
import make_text_cases  # noqa: E402
import numpy  # noqa: E402
from PIL import Image  # noqa: E402
from text_cases import random_of  # noqa: E402
from text_faces import NoFace  # noqa: E402
from text_overlays import Jumping, Lettering, Overlay, Ticker  # noqa: E402


def ink_of(overlay, t, size=(640, 360), ground=90):
    """The box [x, y, w, h] of what an overlay changes on a grey picture at a time; None if nothing."""
    picture = Image.new("RGB", size, (ground,) * 3)
    overlay.draw(picture, t)
    changed = numpy.argwhere((numpy.asarray(picture) != ground).any(2))
    if not len(changed):
        return None
    (top, left), (bottom, right) = changed.min(0), changed.max(0)
    return [int(v) for v in (left, top, right - left + 1, bottom - top + 1)]


class Cases(unittest.TestCase):
    def test_every_truth_lies_within_its_picture_and_time(self):
        made = 0
        for name, case_of in make_text_cases.CASES.items():
            try:
                case = case_of(random_of(3, name))
            except NoFace:
                continue  # Said when clips are made; no fault of the case.
            made += 1
            for t in case.truths():
                x, y, w, h = t["box"]
                with self.subTest(case=name, text=t["text"]):
                    self.assertTrue(0 <= t["start"] < t["end"] <= case.seconds)
                    self.assertTrue(w > 0 and h > 0)
                    self.assertTrue(x >= 0 and y >= 0 and x + w <= case.size[0] and y + h <= case.size[1], t["box"])
        self.assertGreater(made, 25)

    def test_a_seed_gives_the_same_case_again_and_another_seed_another(self):
        def truths(seed):
            return make_text_cases.CASES["marks_faint_city"](random_of(seed, "marks_faint_city")).truths()
        self.assertEqual(truths(0), truths(0))
        self.assertNotEqual(truths(0), truths(1))


class Overlays(unittest.TestCase):
    def test_the_box_is_that_of_the_ink(self):
        mark = Overlay(Lettering("@quay.watch", "sans bold", 28), "watermark", (40, 60), 1, 3, alpha=.6)
        self.assertEqual(ink_of(mark, 2), mark.truths()[0]["box"])
        self.assertIsNone(ink_of(mark, .99))
        self.assertIsNone(ink_of(mark, 3))

    def test_a_fading_text_is_half_there_at_its_true_times(self):
        text = Overlay(Lettering("smoke", "sans bold", 40), "caption", (40, 60), 1, 4, fade=.6)
        truth = text.truths()[0]

        def brightest(t):
            picture = Image.new("RGB", (640, 360))
            text.draw(picture, t)
            return numpy.asarray(picture).max()
        self.assertAlmostEqual(brightest(truth["start"]), 128, delta=2)
        self.assertAlmostEqual(brightest(truth["end"]), 128, delta=2)
        self.assertEqual(brightest(2.5), 255)

    def test_a_drifting_mark_is_in_its_box_at_its_middle(self):
        mark = Overlay(Lettering("@mark", "sans bold", 28), "watermark", lambda t: (20 + 50 * t, 40 + 10 * t), 0, 6)
        self.assertEqual(ink_of(mark, 3), mark.truths()[0]["box"])

    def test_a_jumping_mark_has_a_truth_for_each_stay(self):
        mark = Jumping(Lettering("@mark", "sans bold", 28), [(20, 20), (400, 200)], 2, 0, 5, .8)
        truths = mark.truths()
        self.assertEqual([(t["start"], t["end"]) for t in truths], [(0, 2), (2, 4), (4, 5)])
        for t in truths:
            for moment in (t["start"] + .01, t["end"] - .01):
                self.assertEqual(ink_of(mark, moment), t["box"])

    def test_a_ticker_whose_end_never_comes_is_refused(self):
        line = Lettering("a line that is rather long for so slow a pace", "sans bold", 20)
        with self.assertRaises(ValueError):
            Ticker(line, 600, 300, 30, 640, 10, 8)
        ticker = Ticker(line, 100, 300, 30, 640, 100, 8)
        self.assertEqual(ticker.truths()[0]["end"], round((100 + line.ink[2]) / 100, 3))
        dotted = Ticker(Lettering("one • two", "sans bold", 20), 100, 300, 30, 640, 100, 8)
        self.assertIn("one · two", dotted.truths()[0]["alternatives"])


if __name__ == "__main__":
    unittest.main()
