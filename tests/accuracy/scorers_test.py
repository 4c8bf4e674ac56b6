#!/usr/bin/python3
"""The scorers themselves, on answers made by hand."""
import contextlib
import io
import json
import os
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
import claims_matching  # noqa: E402
import corpus  # noqa: E402
import leave_one_out  # noqa: E402
import report  # noqa: E402
import score_shots  # noqa: E402
import score_text  # noqa: E402
import shot_matching  # noqa: E402
import text_matching  # noqa: E402
from words import distance, error_rate, handles_in, plain  # noqa: E402


def shots(*spans):
    """A shots document with a transition for each (begin frame, end frame)."""
    rows = [{"begin": 0, "transition": {"kind": "start", "begin_frame": 0, "end_frame": 0, "score": 1.0}}]
    rows += [{"begin": (a + b) / 50, "transition": {"kind": "cut" if a == b else "fade", "begin_frame": a, "end_frame": b, "score": .8}}
             for a, b in spans]
    return {"schema": "sourcereel.shots/1", "media": {"frame_rate": 25.0}, "shots": rows}


def shot_counts(truth, *spans):
    result = shot_matching.score(truth, shots(*spans))
    return {c: (n.found, n.missed, n.false) for c, n in result.counts.items()}


class LeaveOneOut(unittest.TestCase):
    def test_a_clip_that_decides_the_choice_alone_is_seen(self):
        steps = len(leave_one_out.STEPS)
        steady = [shot_matching.Counts(10, 0, abs(k - 5)) for k in range(steps)]
        odd = [shot_matching.Counts(0, 30 if k < 8 else 0, 0) for k in range(steps)]
        table = {"a": steady, "b": steady, "odd": odd}
        self.assertEqual(leave_one_out.best(table, "odd"), [5])
        self.assertEqual(leave_one_out.best(table, "a"), [8])
        self.assertIn("(odd)", "\n".join(leave_one_out.report(table)))


class Shots(unittest.TestCase):
    def test_a_cut_two_frames_off_is_found_and_three_frames_off_is_not(self):
        truth = {"cuts": [100], "gradual": []}
        self.assertEqual(shot_counts(truth, (102, 102))["cuts"], (1, 0, 0))
        self.assertEqual(shot_counts(truth, (103, 103))["cuts"], (0, 1, 1))

    def test_two_cuts_on_one_truth_give_one_false(self):
        self.assertEqual(shot_counts({"cuts": [100], "gradual": []}, (99, 99), (101, 101))["cuts"], (1, 0, 1))

    def test_two_truths_close_together_each_get_their_own_cut(self):
        # 101 is nearest to both: only handing it to the first leaves 103 for the second.
        self.assertEqual(shot_counts({"cuts": [100, 102], "gradual": []}, (101, 101), (104, 104))["cuts"], (2, 0, 0))

    def test_a_transition_of_two_frames_may_be_a_cut_and_one_of_three_may_not(self):
        truth = {"cuts": [100], "gradual": []}
        self.assertEqual(shot_counts(truth, (99, 101))["cuts"], (1, 0, 0))
        self.assertEqual(shot_counts(truth, (99, 102)), {"cuts": (0, 1, 0), "gradual": (0, 0, 1)})

    def test_a_cut_inside_a_fade_finds_it_and_a_second_one_is_false(self):
        truth = {"cuts": [], "gradual": [[50, 70]]}
        self.assertEqual(shot_counts(truth, (60, 60)), {"cuts": (0, 0, 0), "gradual": (1, 0, 0)})
        self.assertEqual(shot_counts(truth, (52, 52), (66, 66)), {"cuts": (0, 0, 1), "gradual": (1, 0, 0)})

    def test_a_fade_is_widened_by_five_frames(self):
        truth = {"cuts": [], "gradual": [[50, 70]]}
        self.assertEqual(shot_counts(truth, (74, 80))["gradual"], (1, 0, 0))
        self.assertEqual(shot_counts(truth, (75, 80))["gradual"], (0, 1, 1))
        self.assertEqual(shot_counts(truth, (40, 46))["gradual"], (1, 0, 0))
        self.assertEqual(shot_counts(truth, (40, 45))["gradual"], (0, 1, 1))

    def test_ignored_ranges_and_unknown_classes_count_for_nothing(self):
        self.assertEqual(shot_counts({"cuts": [], "gradual": [], "ignore": [[10, 20]]}, (20, 20), (21, 21))["cuts"], (0, 0, 1))
        self.assertEqual(shot_counts({"cuts": [9], "gradual": None}, (9, 9), (30, 40)), {"cuts": (1, 0, 0), "gradual": (0, 0, 0)})

    def test_f1_of_nothing_is_no_number(self):
        self.assertIsNone(shot_matching.Counts().f1)
        self.assertAlmostEqual(shot_matching.Counts(3, 1, 2).f1, 6 / 9)


class Words(unittest.TestCase):
    def test_plain_form(self):
        self.assertEqual(plain("“We’re  HERE” – now"), '"we\'re here" - now')
        self.assertEqual(plain("渡轮 中午 离开"), "渡轮中午离开")
        self.assertEqual(plain("배는 정오에"), "배는 정오에")
        self.assertEqual(plain("by @ Name"), "by @name")

    def test_error_rate(self):
        self.assertEqual(distance("kitten", "sitting"), 3)
        self.assertAlmostEqual(error_rate("@bricsinfo", "@br1csinfo"), .1)
        self.assertEqual(error_rate("ab", "completely other"), 1)
        self.assertEqual(error_rate("ab", ""), 1)

    def test_a_piece_begins_and_ends_at_word_edges(self):
        self.assertEqual(distance("noon", "at noon today", piece=True), 0)
        self.assertEqual(distance("noon", "afternoon tea", piece=True), 4)  # Whole words only: "tea" is nearest.
        self.assertEqual(distance("离开", "渡轮离开港口", piece=True), 0)

    def test_handles(self):
        self.assertEqual(handles_in("Video: @Harbour_watch, @two."), {"harbour_watch", "two"})


def track(text, begin=0.0, end=4.0, box=(10, 10, 100, 20), kind="caption", handles=(), path=None):
    return {"text": text, "begin": begin, "end": end, "begin_frame": 0, "end_frame": 100, "box": list(box), "kind": kind, "path": path,
            "handles": [{"raw": "@" + h, "handle": h, "platform": None, "match": "exact"} for h in handles]}


def text(words, start=0.0, end=4.0, box=(10, 10, 100, 20), kind="caption"):
    return {"text": words, "start": start, "end": end, "box": list(box), "kind": kind}


def scored(texts, tracks, **more):
    return text_matching.score({"texts": texts}, {"tracks": tracks, "media": {"duration": 60.0}}, **more)


class Texts(unittest.TestCase):
    def test_the_same_words_at_another_time_are_not_found(self):
        self.assertTrue(scored([text("Hello there")], [track("hello there")]).answers[0].exact)
        late = scored([text("Hello there")], [track("hello there", 8, 12)])
        self.assertFalse(late.answers[0].found)
        self.assertEqual(len(late.strays), 1)

    def test_stacked_tracks_are_joined_from_top_to_bottom_and_are_not_whole(self):
        two = [track("second line", box=(10, 36, 100, 20)), track("First line", box=(10, 10, 90, 20))]
        answer = scored([text("First line second line", box=(10, 10, 100, 46))], two).answers[0]
        self.assertTrue(answer.exact)
        self.assertFalse(answer.whole)
        self.assertAlmostEqual(answer.overlap, 1.0)
        apart = [track("First line", box=(10, 10, 90, 20)), track("second line", box=(10, 300, 100, 20))]
        self.assertFalse(scored([text("First line second line")], apart).answers[0].exact)

    def test_a_piece_of_a_longer_text_is_exact_and_not_whole(self):
        answer = scored([text("Elena Marchetti")], [track("Elena Marchetti spokeswoman")]).answers[0]
        self.assertTrue(answer.exact)
        self.assertFalse(answer.whole)

    def test_one_wrong_letter_in_ten_is_found_and_not_exact(self):
        answer = scored([text("@BRICSinfo")], [track("@BR1CSinfo")]).answers[0]
        self.assertTrue(answer.found)
        self.assertFalse(answer.exact)

    def test_other_readings_in_the_truth_are_as_good(self):
        truth = text("24h")
        truth["alternatives"] = ["24 h"]
        self.assertTrue(scored([truth], [track("24 H")]).answers[0].exact)

    def test_handles_are_equal_but_for_case_and_false_where_no_text_has_them(self):
        result = scored([text("@BRICSinfo", kind="watermark"), text("see x.com/other")],
                        [track("@bricsINFO", handles=["bricsINFO"]), track("x", handles=["other", "invented"])])
        self.assertEqual(result.handles_found, {"bricsinfo"})
        self.assertEqual(result.handles_false, {"invented"})
        self.assertEqual(scored([text("@a_b")], [track("@ab", handles=["ab"])]).handles_missed, {"a_b"})

    def test_a_stray_is_like_nothing_and_lies_on_nothing(self):
        truth = [text("Gate opens", box=(10, 10, 100, 20))]
        self.assertEqual(len(scored(truth, [track("qzxv", box=(400, 300, 50, 20))]).strays), 1)
        self.assertEqual(len(scored(truth, [track("qzxv", box=(20, 12, 50, 16))]).strays), 0)
        self.assertEqual(len(scored(truth, [track("Gate opons", box=(400, 300, 50, 20))]).strays), 0)
        self.assertEqual(len(scored(truth, [track("qzxv", box=(400, 300, 50, 20), kind="scene")]).strays), 0)
        self.assertEqual(len(scored(truth, [track("qzxv", box=(400, 300, 50, 20))], partly=True).strays), 0)

    def test_times_of_a_jumping_mark_may_be_those_of_one_track(self):
        stays = [text("@m", 0, 2, (0, 0, 40, 20)), text("@m", 2, 4, (200, 100, 40, 20))]
        one = track("@m", 0, 4, (0, 0, 40, 20), path=[[0, 0, 0], [2.1, 200, 100]])
        result = scored(stays, [one])
        self.assertEqual([(a.start_error, a.end_error) for a in result.answers], [(0, 0), (0, 0)])
        self.assertEqual([a.overlap for a in result.answers], [1.0, 1.0])
        lone = scored(stays[:1], [one]).answers[0]
        self.assertEqual((lone.start_error, lone.end_error), (0, 2))

    def test_a_repeat_in_the_same_place_is_a_fragment(self):
        again = [track("Gate opens at noon"), track("Gate opens at noon", 2.5, 3.5), track("Gate opens at noon", box=(300, 200, 100, 20))]
        self.assertEqual(scored([text("Gate opens at noon")], again).answers[0].fragments, 1)

    def test_kinds_of_older_truths_and_tolerance(self):
        self.assertEqual(text_matching.kind_of({"kind": "channel-logo"}), "bug")
        self.assertTrue(text_matching.tolerant("title", "caption"))
        self.assertFalse(text_matching.tolerant("ticker", "caption"))


class Reports(unittest.TestCase):
    def test_limits(self):
        figures = {"all.f1": .8, "cer": .3, "none": None}
        self.assertEqual(report.broken_limits(figures, ["all.f1=.8"], ["cer=.3"]), [])
        self.assertEqual(len(report.broken_limits(figures, ["all.f1=.81"], ["cer=.29"])), 2)
        self.assertEqual(len(report.broken_limits(figures, ["none=0", "mistyped=0"], [])), 2)

    def test_quantiles(self):
        self.assertEqual(score_text.quantile([4, 1, 3, 2], .5), 2)
        self.assertEqual(score_text.quantile(range(1, 11), .9), 9)
        self.assertIsNone(score_text.quantile([], .5))

    def run_on(self, scorer, truth, answer, *arguments):
        """Exit code and output of a scorer on one clip whose answer lies in the cache."""
        with tempfile.TemporaryDirectory() as folder:
            for sub in ("truth", "clips", "cache"):
                os.mkdir(os.path.join(folder, sub))
            open(os.path.join(folder, "clips", "a.mp4"), "w", encoding="utf-8").close()
            for path, value in (("truth/a.mp4.json", truth), (f"cache/a.mp4.{answer['schema'][11:-2]}.json", answer)):
                with open(os.path.join(folder, path), "w", encoding="utf-8") as file:
                    json.dump(value, file)
            out = io.StringIO()
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
                code = scorer.main([folder, "--cache", os.path.join(folder, "cache"), *arguments])
            return code, out.getvalue()

    def test_a_figure_below_its_floor_gives_exit_code_1_and_misses_are_listed(self):
        truth = {"cuts": [10, 50], "gradual": []}
        code, out = self.run_on(score_shots, truth, shots((10, 10), (30, 30)), "--floor", "all.f1=.6")
        self.assertEqual(code, 1)
        self.assertIn("missed cut at frame 50 (about 2.00 s)", out)
        self.assertIn("false cut at frame 30 (1.20 s", out)
        self.assertEqual(self.run_on(score_shots, truth, shots((10, 10), (30, 30)), "--floor", "all.f1=.5")[0], 0)

    def test_the_text_scorer_from_end_to_end(self):
        answer = {"schema": "sourcereel.text/1", "media": {"duration": 30.0}, "tracks": [
            track("Gate opens at noom"), track("zzzz", box=(500, 300, 20, 20))]}
        code, out = self.run_on(score_text, {"texts": [text("Gate opens at noon"), text("@gone", kind="watermark", box=(0, 200, 9, 9))]},
                                answer, "--floor", "found=.5", "--ceiling", "stray.per_minute=2")
        self.assertEqual(code, 0, out)
        for words in ("inexact caption", "best 'Gate opens at noom'", "missed  watermark", "missed handle @gone", "'zzzz'"):
            self.assertIn(words, out)

    def test_a_clip_without_an_answer_fails_the_run(self):
        truth = {"cuts": [10], "gradual": []}
        with tempfile.TemporaryDirectory() as folder:
            os.mkdir(os.path.join(folder, "truth"))
            with open(os.path.join(folder, "truth", "b.mp4.json"), "w", encoding="utf-8") as file:
                json.dump(truth, file)
            with self.assertRaises(corpus.CorpusError):
                corpus.load(folder, None, ("cuts",))
            open(os.path.join(folder, "b.mp4"), "w", encoding="utf-8").close()
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                code = score_shots.main([folder, "--program", "/bin/false"])
        self.assertEqual(code, 1)
        self.assertIn("FAILED: no answer about 1 clips: b.mp4", out.getvalue())


def claim(kind, value, quote, type_="aired_by", **more):
    return {"type": type_, "entity": {"kind": kind, "value": value, "platform": None}, "quote": quote, **more}


class Claims(unittest.TestCase):
    TEXT = "The clip was aired by NHK. Later the Navy's own video came."

    def compare(self, claims, truths, not_claims=()):
        result = claims_matching.compare(self.TEXT, claims, {"claims": truths, "not_claims": list(not_claims)})
        return len(result.found), len(result.missed), len(result.false), len(result.none)

    def test_a_claim_agrees_by_type_entity_and_place(self):
        truth = claim("outlet", "nhk", "clip was aired by NHK")
        self.assertEqual(self.compare([claim("outlet", "nhk", "aired by NHK")], [truth]), (1, 0, 0, 0))
        self.assertEqual(self.compare([claim("outlet", "bbc", "aired by NHK")], [truth]), (0, 1, 1, 0))
        self.assertEqual(self.compare([claim("outlet", "nhk", "Later the")], [truth]), (0, 1, 1, 0))
        self.assertEqual(self.compare([claim("outlet", "nhk", "aired by NHK", "via")], [truth]), (0, 1, 1, 0))
        self.assertEqual(self.compare([claim("outlet", "nhk", "aired by NHK", "via")], [{**truth, "accept": ["via"]}]), (1, 0, 0, 0))

    def test_each_truth_is_answered_once_and_optional_ones_count_neither_way(self):
        truth = claim("outlet", "nhk", "clip was aired by NHK")
        twice = [claim("outlet", "nhk", "aired by NHK"), claim("outlet", "nhk", "by NHK")]
        self.assertEqual(self.compare(twice, [truth]), (1, 0, 1, 0))
        self.assertEqual(self.compare(twice, [{**truth, "optional": True}]), (0, 0, 0, 0))
        self.assertEqual(self.compare([], [{**truth, "optional": True}]), (0, 0, 0, 0))

    def test_a_claim_where_nothing_is_claimed_is_told(self):
        self.assertEqual(self.compare([claim("outlet", "nhk", "aired by NHK")], [], ["The clip was aired by NHK."]), (0, 0, 1, 1))

    def test_literals_are_folded_and_handles_may_be_literals(self):
        same = claims_matching.same_entity
        entity = lambda kind, value: {"kind": kind, "value": value}  # noqa: E731
        self.assertTrue(same(entity("literal", "the Navy's crew"), entity("literal", "navy crew")))
        self.assertTrue(same(entity("literal", "@Gull"), entity("handle", "gull")))
        self.assertFalse(same(entity("literal", "gull"), entity("handle", "gull")))

    def test_visible_text_leaves_scripts_out_and_folds_spaces(self):
        page = "<p>A&nbsp;<b>gull</b>s\n call</p><script>x</script><p>B &amp; C"
        self.assertEqual(claims_matching.visible_text("a.html", page), "A gulls call B & C")
        self.assertEqual(claims_matching.visible_text("a.md", "a *b*\n\nc"), "a *b* c")


if __name__ == "__main__":
    unittest.main()
