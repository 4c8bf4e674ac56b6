#!/usr/bin/python3
"""`text --as …` and --sheet, and `export`, read back. The truth of every format is the JSON of the same command.

The neural models are left aside, so that the answers are the same where they are installed and where not.
"""
import csv
import io
import json
import os
import re
import shutil
import sys
import tempfile
import unittest

import numpy
from PIL import Image

sys.dont_write_bytecode = True
from media_case import SAMPLES, Case, ffmpeg  # noqa: E402

CUE = re.compile(r"(\d+:\d\d:\d\d[.,]\d{3}) --> (\d+:\d\d:\d\d[.,]\d{3})(.*)")
COLOURS = {"bug": (255, 150, 60), "lower_third": (90, 230, 130), "caption": (80, 200, 255)}


def milliseconds(text):
    hours, minutes, seconds, rest = re.split("[:.,]", text)
    return ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(rest)


def cues_of(document):
    """[(name, begin, end, settings, text)] of SubRip or WebVTT."""
    cues = []
    for block in re.split(r"\n\n+", document.removeprefix("WEBVTT\n").strip("\n")):
        lines = block.split("\n")
        if block:
            begin, end, settings = CUE.fullmatch(lines[1]).groups()
            cues.append((lines[0], milliseconds(begin), milliseconds(end), settings.strip(), "\n".join(lines[2:])))
    return cues


class TextCase(Case):
    def run_program(self, *arguments, code=0, **more):
        environment = {**os.environ, "HOME": self.folder, "XDG_DATA_HOME": self.path(".data"), "SOURCEREEL_MODELS": "none"}
        return super().run_program(*arguments, code=code, env=environment, **more)

    def sample(self, name):
        return os.path.join(SAMPLES, name)

    def tracks(self, video):
        return json.loads(self.run_program("text", video, "--format", "json").stdout)["tracks"]

    def document_of(self, video, kind, *more):
        return self.run_program("text", video, "--as", kind, *more).stdout.decode()

    def read_by_ffmpeg(self, document, kind, as_kind):
        name = self.path(f"read.{kind}")
        with open(name, "w", encoding="utf-8") as file:
            file.write(document)
        return ffmpeg("-i", name, "-f", as_kind, "-").decode()


class Subtitles(TextCase):
    def check_captions(self, name):
        video = self.sample(name)
        captions = [t for t in self.tracks(video) if t["kind"] in ("caption", "title")]
        self.assertGreaterEqual(len(captions), 1, name)
        truth = [(round(t["begin"] * 1000), round(t["end"] * 1000), t["text"]) for t in captions]
        for kind, other in (("srt", "webvtt"), ("vtt", "srt")):
            document = self.document_of(video, kind)
            cues = cues_of(document)
            self.assertEqual([c[1:3] + (c[4],) for c in cues], truth, name)
            # What ffmpeg understood, written by ffmpeg in the other format.
            again = self.read_by_ffmpeg(document, kind, other).removeprefix("WEBVTT\n\n")
            times = [(int(b), int(e)) for b, e in truth_times(again)]
            self.assertEqual(times, [t[:2] for t in truth], name)
            for caption in captions:
                for line in caption["text"].split("\n"):
                    self.assertIn(line, again)

    def test_captions_of_every_script_are_read_back_by_another_program(self):
        for name in ("captions_latin.mp4", "captions_cyrillic.mp4", "captions_korean.mp4", "captions_chinese.mp4"):
            self.check_captions(name)

    def test_marks_are_left_out_and_that_is_said(self):
        run = self.run_program("text", self.sample("news.mp4"), "--as", "srt")
        self.assertEqual(run.stdout, b"")
        self.assertIn("2 texts of other kinds left out; --kinds all has them too", run.stderr.decode())
        self.assertEqual(self.run_program("text", self.sample("news.mp4"), "--as", "srt", "-q").stderr, b"")
        empty = self.document_of(self.sample("cuts.mp4"), "vtt")
        self.assertEqual(empty, "WEBVTT\n")

    def test_srt_shows_one_cue_at_a_time(self):
        video = self.sample("news.mp4")
        tracks = self.tracks(video)
        cues = cues_of(self.document_of(video, "srt", "--kinds", "all"))
        self.assertEqual([c[0] for c in cues], [str(i + 1) for i in range(len(cues))])
        for before, after in zip(cues, cues[1:]):
            self.assertLessEqual(before[2], after[1])
        together = [c[4] for c in cues if all(t["text"] in c[4] for t in tracks)]
        self.assertEqual(len(tracks), 2)
        self.assertEqual(len(together), 1)

    def test_vtt_puts_marks_where_they_stand(self):
        video = self.sample("news.mp4")
        document = self.document_of(video, "vtt", "--kinds", "all")
        tracks = self.tracks(video)
        cues = cues_of(document)
        self.assertEqual([c[0] for c in cues], [f"{t['kind']}-{t['id']}" for t in tracks])
        for cue, track in zip(cues, tracks):
            x, y, width, _ = track["box"]
            settings = dict(s.split(":") for s in cue[3].split())
            self.assertAlmostEqual(float(settings["line"].rstrip("%")), y / 3.6, delta=0.06)
            wanted = {"left": x, "center": x + width / 2, "right": x + width}[settings["align"]] / 6.4
            self.assertAlmostEqual(float(settings["position"].rstrip("%")), wanted, delta=0.06)
        self.assertEqual(cues[0][3].split()[-1], "align:right")  # The channel's name, top right.
        self.assertEqual(len(list(truth_times(self.read_by_ffmpeg(document, "vtt", "srt")))), len(tracks))

    def test_csv_holds_the_numbers_and_no_formula(self):
        video = self.path("a <b> & 'c', \"d\" ü.mp4")
        shutil.copy(self.sample("mark.mp4"), video)
        tracks = self.tracks(video)
        text = self.run_program("text", video, "--as", "csv", "--kinds", "watermark").stdout.decode()
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        marks = [t for t in tracks if t["kind"] == "watermark"]
        self.assertGreaterEqual(len(marks), 1)
        self.assertEqual(len(rows), len(marks))
        for row, track in zip(rows, marks):
            self.assertEqual(row["video"], video)
            self.assertEqual(row["text_id"], str(track["id"]))
            self.assertEqual(row["text"], "'" + track["text"])
            self.assertEqual([float(row[k]) for k in ("begin_s", "end_s")], [track["begin"], track["end"]])
            self.assertEqual([int(row[k]) for k in ("x", "y", "width", "height")], track["box"])
            self.assertEqual(row["handles"], ", ".join(h["handle"] for h in track["handles"]))

    def test_json_of_some_kinds_keeps_the_ids(self):
        video = self.sample("news.mp4")
        all_of_them = json.loads(self.document_of(video, "json"))
        some = json.loads(self.document_of(video, "json", "--kinds", "lower_third"))
        self.assertEqual(some["tracks"], [t for t in all_of_them["tracks"] if t["kind"] == "lower_third"])
        self.assertEqual(len(some["tracks"]), 1)
        self.assertEqual(self.document_of(video, "json").encode(), self.run_program("text", video, "--format", "json").stdout)

    def test_the_extension_decides_and_nothing_is_replaced(self):
        video = self.sample("captions_latin.mp4")
        for kind in ("srt", "csv"):
            run = self.run_program("text", video, "-o", f"list.{kind}")
            self.assertEqual(run.stdout, b"")
            self.assertIn(f"wrote list.{kind}: 3 texts as {kind}", run.stderr.decode())
            with open(self.path(f"list.{kind}"), encoding="utf-8", newline="") as file:
                self.assertEqual(file.read(), self.document_of(video, kind))
        self.run_program("text", video, "-o", "list.srt", code=2)
        self.run_program("text", video, "-o", "list.srt", "--force")

    def test_mistakes_are_said_before_anything_is_decoded(self):
        for arguments, words in ((["--as", "pdf"], "--as pdf: no such format; use csv, json, srt or vtt"),
                                 (["-o", "list.edl"], "-o list.edl: no such format"),
                                 (["-o", "list"], "-o list: no such format"),
                                 (["--kinds", "captions"], "no such kind: captions"),
                                 (["--sheet", "sheet.gif"], "name a .jpg or .png"),
                                 (["-o", "missing/list.srt"], "missing")):
            run = self.run_program("text", "no such video.mp4", *arguments, code=2)
            self.assertIn(words, run.stderr.decode())
        self.assertEqual([n for n in os.listdir(self.folder) if not n.startswith(".")], [])


def truth_times(document):
    """The times of all cues; hours may be left out."""
    for begin, end in re.findall(r"((?:\d+:)?\d\d:\d\d[.,]\d{3}) --> ((?:\d+:)?\d\d:\d\d[.,]\d{3})", document):
        yield tuple(milliseconds(t if t.count(":") == 2 else "00:" + t) for t in (begin, end))


class Sheets(TextCase):
    def test_boxes_stand_around_the_texts_in_the_colour_of_their_kind(self):
        video = self.sample("news.mp4")
        run = self.run_program("text", video, "--sheet", "sheet.png")
        self.assertIn("wrote sheet.png: 1 still with 2 texts", run.stderr.decode())
        picture = numpy.asarray(Image.open(self.path("sheet.png")).convert("RGB")).astype(int)
        for track in self.tracks(video):
            found = (picture == COLOURS[track["kind"]]).all(axis=2)
            # The legend is above, the still below is 640 wide as the video is; its place follows from the box.
            rows, columns = numpy.nonzero(found[30:])
            x, y, width, height = track["box"]
            self.assertLessEqual(abs(columns.min() - (x - 4) - 6), 1)
            self.assertLessEqual(abs(columns.max() - (x + width + 3) - 6), 1)
            line = [r for r in sorted(set(rows)) if found[30 + r].sum() >= width]
            self.assertLessEqual(abs((line[-1] - line[0]) - (height + 7)), 1)
            self.assertGreater(found[:30].sum(), 50)

    def test_sheets_are_jpeg_too_and_upright_videos_stay_upright(self):
        run = self.run_program("text", self.sample("vertical.mp4"), "--sheet", "sheet.jpg", "-o", "texts.csv", "--kinds", "all")
        self.assertIn("wrote texts.csv", run.stderr.decode())
        with Image.open(self.path("sheet.jpg")) as sheet:
            self.assertEqual(sheet.format, "JPEG")
            self.assertGreaterEqual(sheet.height, 640)

    def test_without_text_there_is_no_sheet(self):
        run = self.run_program("text", self.sample("cuts.mp4"), "--sheet", "sheet.jpg")
        self.assertIn("no text found: sheet.jpg is not written", run.stderr.decode())
        self.assertFalse(os.path.exists(self.path("sheet.jpg")))


class Exports(TextCase):
    """All tests share one folder with the videos and their catalogue, and leave both as they were."""
    VIDEOS = ("news.mp4", "fades.mp4", "captions_cyrillic.mp4", "dissolves.mp4", "variable_rate.mp4")

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="exports-")
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        case = cls()
        for name in cls.VIDEOS:
            shutil.copy(case.sample(name), case.path(name))
        case.run_program("analyze", *(case.path(n) for n in cls.VIDEOS), "--db", "c.db", "--no-stills", "-q")

    def setUp(self):
        """Not a folder for each test."""

    def export(self, *arguments, code=0):
        return self.run_program("export", *arguments, "--db", "c.db", code=code)

    def test_the_catalogue_gives_the_texts_that_the_file_gives(self):
        for name in ("news.mp4", "captions_cyrillic.mp4"):
            for kind in ("srt", "vtt", "csv"):
                there = self.export(self.path(name), "--as", kind, "--kinds", "all").stdout.decode()
                self.assertEqual(there, self.document_of(self.path(name), kind, "--kinds", "all"), (name, kind))
                self.assertGreater(len(there), 100)

    def test_the_catalogue_gives_the_shots_that_the_file_gives(self):
        """But for their scores: `shots` alone decodes a little coarser."""
        for name in ("fades.mp4", "dissolves.mp4", "variable_rate.mp4"):
            video = self.path(name)
            for kind in ("edl", "otio", "fcpxml"):
                there, here = self.export(video, "--as", kind).stdout.decode(), self.document(video, kind)
                scores = re.compile(r'(score"?[ :=]+"?)\d\.\d+')
                self.assertEqual(scores.sub(r"\1", there), scores.sub(r"\1", here), (name, kind))
            there, here = (list(csv.reader(io.StringIO(text))) for text in
                           (self.export(video, "--as", "csv", "--of", "shots").stdout.decode(), self.document(video, "csv")))
            self.assertEqual([row[:-1] for row in there], [row[:-1] for row in here])

    def test_json_is_what_show_has_and_several_are_one_document(self):
        one = self.export("news.mp4", "--as", "json").stdout
        self.assertEqual(one, self.run_program("show", "news.mp4", "--db", "c.db", "--format", "json").stdout)
        self.assertEqual(one, self.export("news.mp4", "--format", "json").stdout)
        several = json.loads(self.export("fades.mp4", "news.mp4", "fades.mp4", "--as", "json").stdout)
        self.assertEqual([os.path.basename(v["media"]["path"]) for v in several["videos"]], ["fades.mp4", "news.mp4"])
        self.assertEqual(several["videos"][1]["tracks"], json.loads(one)["tracks"])

    def test_several_videos_are_one_table_with_one_header(self):
        for of in ("text", "shots"):
            text = self.export("captions_cyrillic.mp4", "news.mp4", "--as", "csv", "--of", of, "-o", f"{of}.csv").stdout
            self.assertEqual(text, b"")
            with open(self.path(f"{of}.csv"), encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file))
            self.assertNotIn("video", [r["video"] for r in rows])
            if of == "shots":
                self.assertEqual({os.path.basename(r["video"]) for r in rows}, {"captions_cyrillic.mp4", "news.mp4"})

    def test_several_videos_go_into_a_folder(self):
        self.assertIn("-o folder/", self.export("news.mp4", "fades.mp4", "--as", "edl", code=2).stderr.decode())
        self.export("news.mp4", "fades.mp4", "--as", "edl", "-o", "new/edits/")
        names = sorted(os.listdir(self.path("new/edits")))
        self.assertEqual(sorted(re.sub(r"^\d+-", "", n) for n in names), ["fades.edl", "news.edl"])
        for name in names:
            with open(self.path("new/edits", name), encoding="utf-8") as file:
                self.assertEqual(file.read(), self.export(name.split("-")[0], "--as", "edl").stdout.decode())
        self.export("news.mp4", "--as", "edl", "-o", "new/edits", code=2)  # Nothing is replaced,
        self.export("news.mp4", "--as", "edl", "-o", "new/edits", "--force")  # unless asked for.

    def test_a_video_that_is_gone_is_still_told_of(self):
        before = {k: self.export("news.mp4", "--as", k, "--kinds", "all").stdout for k in ("srt", "vtt")}
        key, elsewhere = self.path("news.mp4"), self.path("moved.mp4")
        os.rename(key, elsewhere)
        self.addCleanup(os.rename, elsewhere, key)
        for kind, text in before.items():
            self.assertEqual(self.export(key, "--as", kind, "--kinds", "all").stdout, text)
        self.assertIn(b"<asset-clip", self.export(key, "--as", "fcpxml").stdout)

    def test_mistakes_write_nothing(self):
        run = self.export("news.mp4", "4711", "--as", "csv", "-o", "list.csv", code=1)
        self.assertIn("no video 4711 in the catalogue", run.stderr.decode())
        for arguments in (["news.mp4"], ["news.mp4", "--as", "html"], ["news.mp4", "-o", "list.qp"],
                          ["news.mp4", "--as", "edl", "--kinds", "all"], ["news.mp4", "--as", "srt", "--of", "shots"],
                          ["news.mp4", "--as", "csv", "--of", "words"], ["news.mp4", "--as", "json", "--scene"]):
            self.assertEqual(self.export(*arguments, code=2).stdout, b"")
        self.run_program("export", "1", "--as", "csv", "--db", "none.db", code=4)
        self.assertEqual([n for n in os.listdir(self.folder) if n.startswith("list") or n == "none.db"], [])


if __name__ == "__main__":
    unittest.main()
