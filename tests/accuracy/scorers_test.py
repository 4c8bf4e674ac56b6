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
import text_figures  # noqa: E402
import text_matching  # noqa: E402
from running import Cost, run  # noqa: E402
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


def track(text, begin=0.0, end=4.0, box=(10, 10, 100, 20), kind="caption", handles=(), path=None, confidence=.9):
    return {"confidence": confidence, "text": text, "begin": begin, "end": end, "begin_frame": 0, "end_frame": 100, "box": list(box), "kind": kind, "path": path,
            "handles": [{"raw": "@" + h, "handle": h, "platform": None, "match": "exact"} for h in handles]}


def text(words, start=0.0, end=4.0, box=(10, 10, 100, 20), kind="caption", alpha=None):
    return {"text": words, "start": start, "end": end, "box": list(box), "kind": kind} | ({} if alpha is None else {"alpha": alpha})


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
        self.assertEqual(result.handles_false, {"invented": .9})
        self.assertEqual(scored([text("@a_b")], [track("@ab", handles=["ab"])]).handles_missed, {"a_b"})

    def test_false_handles_of_confident_tracks_are_the_sure_ones(self):
        result = scored([text("@real")], [track("a", handles=["guess"], confidence=.84), track("b", handles=["sure"], confidence=.85),
                                          track("c", handles=["sure", "real"], confidence=.2)])
        self.assertEqual(result.handles_false, {"guess": .84, "sure": .85})
        self.assertEqual(result.handles_sure, {"sure"})

    def test_less_than_a_third_of_the_shorter_ones_time_is_not_shared(self):
        # The text stands 0 to 4 s; a track of 10 s must share 1.2 s of it, one of 1 s must share .3 s.
        self.assertTrue(scored([text("Hello there")], [track("Hello there", 2.8, 12.8)]).answers[0].found)
        self.assertFalse(scored([text("Hello there")], [track("Hello there", 2.9, 12.9)]).answers[0].found)
        self.assertTrue(scored([text("Hello there")], [track("Hello there", 3.6, 4.6)]).answers[0].found)
        self.assertFalse(scored([text("Hello there")], [track("Hello there", 3.8, 4.8)]).answers[0].found)

    def test_three_lines_are_joined_and_four_are_not(self):
        def lines(count):
            stack = [track(f"line{n}", box=(10, 10 + 26 * n, 100, 20)) for n in range(count)]
            return scored([text(" ".join(t["text"] for t in stack))], stack).answers[0]
        self.assertTrue(lines(3).exact)
        self.assertFalse(lines(4).exact)

    def test_a_word_is_found_within_the_caption_of_its_time_and_then_has_no_times_of_its_own(self):
        caption = [track("we walk home again", 0, 2)]
        inside = scored([text("walk", .5, .9, kind="word")], caption).answers[0]
        self.assertTrue(inside.exact)
        self.assertEqual((inside.start_error, inside.overlap), (None, None))
        self.assertFalse(scored([text("walk", 3, 3.4, kind="word")], caption).answers[0].found)
        alone = scored([text("walk", .5, .9, kind="word")], [track("walk", .6, .9)]).answers[0]
        self.assertAlmostEqual(alone.start_error, .1)
        self.assertEqual(text_matching.kind_of(alone.truth), "caption")

    def test_a_ticker_is_compared_with_ticker_tracks_where_there_are_any(self):
        whole = text("Ferry stops at noon and river falls", 0, 10, kind="ticker")
        caption, ticker = track("Ferry stops at noon and river falls", 0, 10), track("Ferry stops at", 0, 10, kind="ticker")
        self.assertTrue(scored([whole], [caption]).answers[0].exact)
        self.assertFalse(scored([whole], [caption, ticker]).answers[0].found)

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


class Figures(unittest.TestCase):
    def clips(self):
        first = scored([text("@mark", kind="watermark", alpha=.3, box=(0, 0, 50, 20)), text("Gate opens", 0, 4)],
                       [track("@mark", .5, 4, (0, 0, 50, 20), "bug", handles=["mark"]), track("Gate opens"), track("zzzz", box=(400, 9, 9, 9)),
                        track("ягода", box=(300, 9, 9, 9))])
        second = scored([text("@gone", kind="watermark", alpha=.7, box=(0, 0, 50, 20)), text("ворота", 4, 8, box=(0, 90, 50, 20))],
                        [track("xyz", box=(400, 9, 9, 9))], partly=True)
        return [text_figures.Clip("a", first, {"mark": .9}, 10.0, Cost(20.0, 10.0, 3 << 20), Cost(4.0, 2.0, 1 << 20)),
                text_figures.Clip("b", second, {}, 10.0, Cost(10.0, 10.0, 5 << 20), Cost(1.0, 2.0, 1 << 20)),
                text_figures.Clip("c", scored([], []), {}, 10.0)]

    def test_pooled(self):
        figures = text_figures.of_clips(self.clips())
        expected = {"texts": 4, "exact": .5, "whole": .5, "found": .5, "cer": .5, "start.median": 0, "start.p90": .5, "box": 1.0, "kind": .5,
                    "kind.tolerant": 1.0, "handles": .5, "handles.wanted": 2, "handles.false": 0, "fragments": 0}
        self.assertEqual({name: figures[name] for name in expected}, expected)
        # Two strays in the two clips, of a minute each, whose texts are all known.
        self.assertEqual((figures["stray.per_clip"], figures["stray.per_minute"]), (1.0, 1.0))
        # The third clip was not measured.
        self.assertEqual([figures[n] for n in ("cpu.per_second", "cpu.per_decode", "memory.mib", "cores")], [1.5, 6.0, 5.0, 1.5])
        self.assertNotIn("cores", text_figures.of_clips(self.clips(), with_cost=False))

    def test_broken_down(self):
        tables = text_figures.broken_down(self.clips())
        self.assertEqual((tables["kind"]["watermark"]["found"], tables["kind"]["watermark"]["handles"]), (.5, .5))
        self.assertEqual((tables["kind"]["caption"]["exact"], tables["kind"]["caption"]["strays"]), (.5, 2))
        self.assertEqual({band: row["found"] for band, row in tables["alpha"].items()}, {"about .3": 1, "about .7": 0, "not known": .5})
        self.assertEqual(tables["alpha"]["about .3"]["handles"], 1.0)
        self.assertEqual({s: (row["texts"], row.get("strays")) for s, row in tables["script"].items()}, {"Latin": (3, 1), "Cyrillic": (1, 1)})

    def test_scripts_and_bands(self):
        self.assertEqual([text_figures.script_of(t) for t in ("@a_b", "ворота a", "渡轮", "배는", "وصل", "24:00")],
                         ["Latin", "Cyrillic", "Han", "Hangul", "Arabic", "no letters"])
        self.assertEqual([text_figures.band_of(a) for a in (.2, .39, .4, .6, .7, .85, 1, None)],
                         ["about .3", "about .3", "about .5", "about .7", "about .7", "opaque", "opaque", "not known"])


class Running(unittest.TestCase):
    def test_cost_is_that_of_the_program_alone(self):
        busy = run([sys.executable, "-c", "x = bytearray(200 << 20)\nfor i in range(1500000): x[i] = 1\nprint('done')"], 60)
        self.assertEqual((busy.code, busy.out, busy.late), (0, b"done\n", False))
        self.assertGreater(busy.cost.memory, 200 << 20)
        self.assertGreater(busy.cost.cpu, .02)
        idle = run(["sleep", ".2"], 60)
        self.assertGreaterEqual(idle.cost.wall, .2)
        self.assertLess(idle.cost.cpu, .1)

    def test_a_program_that_fails_or_does_not_end(self):
        self.assertEqual(run(["/bin/false"], 60).code, 1)
        late = run(["sleep", "60"], .2)
        self.assertTrue(late.late)
        self.assertEqual(late.code, -9)


class Reports(unittest.TestCase):
    def test_limits(self):
        figures = {"all.f1": .8, "cer": .3, "none": None}
        self.assertEqual(report.broken_limits(figures, ["all.f1=.8"], ["cer=.3"]), [])
        self.assertEqual(len(report.broken_limits(figures, ["all.f1=.81"], ["cer=.29"])), 2)
        self.assertEqual(len(report.broken_limits(figures, ["none=0", "mistyped=0"], [])), 2)

    def test_quantiles(self):
        self.assertEqual(text_figures.quantile([4, 1, 3, 2], .5), 2)
        self.assertEqual(text_figures.quantile(range(1, 11), .9), 9)
        self.assertIsNone(text_figures.quantile([], .5))

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

    def test_the_text_scorer_writes_all_figures_and_takes_patterns(self):
        answer = {"schema": "sourcereel.text/1", "media": {"duration": 30.0}, "tracks": [track("Gate opens at noom")]}
        truth = {"texts": [text("Gate opens at noon", alpha=.5)]}
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "figures.json")
            code, out = self.run_on(score_text, truth, answer, "a.*", "--no-cost", "--json", path, "--effort", "high", "--", "--langs=eng")
            self.assertEqual(code, 0, out)
            with open(path, encoding="utf-8") as file:
                document = json.load(file)
        self.assertIn("by alpha", out)
        self.assertIn("inexact caption 0.00-4.00 s, alpha 0.5", out)
        self.assertEqual((document["figures"]["found"], document["figures"]["exact"]), (1, 0))
        self.assertEqual(document["by"]["alpha"]["about .5"]["texts"], 1)
        self.assertEqual(len(document["clips"]["a.mp4"]["misses"]), 1)
        self.assertEqual(self.run_on(score_text, truth, answer, "b*")[0], 2)

    def test_options_for_the_program_reach_it(self):
        with tempfile.TemporaryDirectory() as folder:
            for sub in ("truth", "clips"):
                os.mkdir(os.path.join(folder, sub))
            with open(os.path.join(folder, "truth", "a.mp4.json"), "w", encoding="utf-8") as file:
                json.dump({"texts": [text("--langs=eng --models=none --effort=low")]}, file)
            open(os.path.join(folder, "clips", "a.mp4"), "w", encoding="utf-8").close()
            program = os.path.join(folder, "program")
            answer = {"schema": "sourcereel.text/1", "media": {"duration": 4.0}, "tracks": [track("WORDS")]}
            with open(program, "w", encoding="utf-8") as file:
                file.write("#!/bin/sh\nshift 4\nsed \"s/WORDS/$*/\" <<'END'\n" + json.dumps(answer) + "\nEND\n")
            os.chmod(program, 0o755)
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                code = score_text.main([folder, "--program", program, "--models", "none", "--effort", "low", "--floor", "exact=1", "--", "--langs=eng"])
        self.assertEqual(code, 0, out.getvalue())
        self.assertRegex(out.getvalue(), r"cores +[0-9.]+\n")

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
