#!/usr/bin/python3
"""`shots --as …`, --scores, --stills and --sheet, read back. The truth of every format is the JSON of the same command."""
import base64
import csv
import io
import json
import os
import re
import sys
import unittest
import xml.etree.ElementTree as ElementTree
from fractions import Fraction
from html.parser import HTMLParser

import numpy
from PIL import Image

sys.dont_write_bytecode = True
from media_case import SAMPLES, Case, ffmpeg  # noqa: E402

RATES = {"24000/1001": (24, False), "25": (25, False), "30000/1001": (30, True), "30": (30, False), "50": (50, False),
         "60000/1001": (60, True)}


def frames_of(timecode, base):
    """The number of a timecode's frame, as the standard counts."""
    hours, minutes, seconds, mark, frames = re.fullmatch(r"(\d\d):(\d\d):(\d\d)([:;])(\d\d)", timecode).groups()
    all_minutes = 60 * int(hours) + int(minutes)
    count = (all_minutes * 60 + int(seconds)) * base + int(frames)
    return count - (base // 15) * (all_minutes - all_minutes // 10) if mark == ";" else count


def fraction_of(text):
    """FCPXML's "1001/30000s"."""
    match = re.fullmatch(r"(\d+)(?:/(\d+))?s", text)
    return Fraction(int(match[1]), int(match[2] or 1))


class Page(HTMLParser):
    """What a browser would see of the HTML: its tags in order, images apart, and whether they close."""

    def __init__(self):
        super().__init__()
        self.images, self.words, self.open, self.seen = [], [], [], set()

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        if tag == "img":
            self.images.append(dict(attrs))
        elif tag not in ("br", "meta"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag

    def handle_data(self, data):
        self.words.append(data)


class Lists(Case):
    def check_edl(self, video, rate, base, drop, truth):
        text = self.document(video, "edl")
        self.assertIn("FCM: DROP FRAME" if drop else "FCM: NON-DROP FRAME", text)
        events = re.findall(r"^(\d{3})  AX +V +(\S+) +(?:(\d{3}) )?(\S{11}) (\S{11}) (\S{11}) (\S{11})$", text, re.MULTILINE)
        cuts = [e for e in events if e[1] == "C"]
        self.assertEqual(len(cuts), len(truth["shots"]))
        for event, shot in zip(cuts, truth["shots"]):
            self.assertEqual(frames_of(event[3], base), shot["begin_frame"], rate)
            self.assertEqual(frames_of(event[4], base), shot["end_frame"], rate)
            self.assertEqual(frames_of(event[5], base) - frames_of("01:00:00;00" if drop else "01:00:00:00", base),
                             shot["begin_frame"])
            self.assertEqual(";" in "".join(event[3:]), drop)

    def check_otio(self, video, rate, truth):
        clips = json.loads(self.document(video, "otio"))["tracks"]["children"][0]["children"]
        self.assertEqual(len(clips), len(truth["shots"]))
        for clip, shot in zip(clips, truth["shots"]):
            start, length = clip["source_range"]["start_time"], clip["source_range"]["duration"]
            self.assertEqual(start["value"], shot["begin_frame"])
            self.assertEqual(start["value"] + length["value"], shot["end_frame"])
            self.assertAlmostEqual(start["rate"], float(rate), 12)

    def check_fcpxml(self, video, rate, truth):
        root = ElementTree.fromstring(self.document(video, "fcpxml"))
        self.assertEqual(fraction_of(root.find("resources/format").get("frameDuration")), 1 / rate)
        clips = root.findall(".//spine/asset-clip")
        self.assertEqual(len(clips), len(truth["shots"]))
        for clip, shot in zip(clips, truth["shots"]):
            self.assertEqual(fraction_of(clip.get("offset")) * rate, shot["begin_frame"])
            self.assertEqual(fraction_of(clip.get("start")) * rate, shot["begin_frame"])
            self.assertEqual(fraction_of(clip.get("duration")) * rate, shot["end_frame"] - shot["begin_frame"])
        self.assertEqual(fraction_of(root.find(".//sequence").get("duration")) * rate, truth["media"]["frames"])

    def test_edit_lists_hold_the_frames_at_every_rate(self):
        for text, (base, drop) in RATES.items():
            rate = Fraction(text)
            for name in ("clip.mp4", "clip.mkv"):  # Ticks of the rate, and milliseconds.
                video = self.colours(name, text)
                truth = self.truth(video)
                self.assertEqual([s["begin_frame"] for s in truth["shots"]], [0, 40, 77], text)
                self.check_edl(video, text, base, drop, truth)
                self.check_otio(video, rate, truth)
                self.check_fcpxml(video, rate, truth)

    def test_a_variable_rate_is_exact_where_fractions_are_and_said_where_not(self):
        video = self.varying()
        truth = self.truth(video)
        self.assertTrue(truth["media"]["variable_frame_rate"])
        begins = [s["begin"] for s in truth["shots"]] + [truth["media"]["duration"]]
        self.assertEqual(len(begins), 5)

        edl = self.document(video, "edl")
        self.assertIn("* VARIABLE FRAME RATE: times are to the nearest frame of 25\n", edl)
        events = re.findall(r"^\d{3}  AX +V +C +(\S{11}) (\S{11}) ", edl, re.MULTILINE)
        self.assertEqual([frames_of(e[0], 25) for e in events], [round(b * 25) for b in begins[:-1]])

        clips = json.loads(self.document(video, "otio"))["tracks"]["children"][0]["children"]
        for clip, begin, end in zip(clips, begins, begins[1:]):
            start, length = clip["source_range"]["start_time"], clip["source_range"]["duration"]
            self.assertAlmostEqual(start["value"] / start["rate"], begin, 6)
            self.assertAlmostEqual((start["value"] + length["value"]) / start["rate"], end, 6)

        root = ElementTree.fromstring(self.document(video, "fcpxml"))
        self.assertEqual(root.find("resources/asset").get("name"), os.path.basename(video))
        starts = [float(fraction_of(c.get("start"))) for c in root.findall(".//asset-clip")]
        for start, begin in zip(starts, begins):
            self.assertAlmostEqual(start, begin, 6)

    def test_gradual_transitions_keep_their_frames(self):
        video = os.path.join(SAMPLES, "fades.mp4")
        truth = self.truth(video)
        gradual = [s for s in truth["shots"] if s["transition"]["end_frame"] > s["transition"]["begin_frame"]]
        self.assertGreaterEqual(len(gradual), 2)
        events = re.findall(r"^\d{3}  AX +V +(?:D|W001) +(\d{3}) (\S{11})", self.document(video, "edl"), re.MULTILINE)
        notes = [m.get("note") for m in ElementTree.fromstring(self.document(video, "fcpxml")).iter("marker") if m.get("note")]
        children = json.loads(self.document(video, "otio"))["tracks"]["children"][0]["children"]
        transitions = [(before, t) for before, t in zip(children, children[1:]) if t["OTIO_SCHEMA"] == "Transition.1"]
        self.assertEqual(len(events), len(gradual))
        for shot, (length, begin), note, (before, joint) in zip(gradual, events, notes, transitions):
            first, last = shot["transition"]["begin_frame"], shot["transition"]["end_frame"]
            self.assertEqual((frames_of(begin, 25), int(length)), (first, last - first))
            self.assertEqual([fraction_of(t) * 25 for t in note.split(" to ")], [first, last])
            cut = before["source_range"]["start_time"]["value"] + before["source_range"]["duration"]["value"]
            self.assertEqual((cut - joint["in_offset"]["value"], cut + joint["out_offset"]["value"]), (first, last))

    def test_csv_holds_the_numbers_and_any_name(self):
        video = self.varying()
        truth = self.truth(video)
        text = self.run_program("shots", video, "--as", "csv").stdout.decode()
        self.assertEqual(text.count("\r\n"), len(truth["shots"]) + 1)
        for row, shot in zip(csv.DictReader(io.StringIO(text, newline="")), truth["shots"]):
            self.assertEqual(row["video"], video)
            self.assertEqual(int(row["begin_frame"]), shot["begin_frame"])
            self.assertEqual(float(row["end_s"]), shot["end"])
            self.assertEqual(row["transition"], shot["transition"]["kind"])

    def test_qp_forces_the_first_frames(self):
        video = self.colours("clip.mp4", "25")
        self.assertEqual(self.document(video, "qp"), "0 I -1\n40 I -1\n77 I -1\n")

    def test_html_shows_a_picture_a_shot_and_needs_nothing_else(self):
        video = self.varying()
        text = self.document(video, "html")
        page = Page()
        page.feed(text)
        self.assertEqual(page.open, [])
        self.assertFalse({"script", "link", "iframe", "b"} & page.seen)
        self.assertEqual(len(page.images), 4)
        for image in page.images:
            kind, data = image["src"].split(",", 1)
            self.assertEqual(kind, "data:image/jpeg;base64")
            picture = Image.open(io.BytesIO(base64.b64decode(data, validate=True)))
            self.assertEqual(picture.size, (int(image["width"]), int(image["height"])))
            self.assertIn("Picture of shot", image["alt"])
        self.assertIn(os.path.basename(video), "".join(page.words))

    def test_the_extension_of_the_output_decides(self):
        video = self.colours("clip.mp4", "25")
        for kind in ("csv", "json", "html", "edl", "otio", "fcpxml", "qp"):
            run = self.run_program("shots", video, "-o", f"list.{kind}")
            self.assertEqual(run.stdout, b"")
            self.assertIn(f"wrote list.{kind}: 3 shots as {kind}", run.stderr.decode())
            with open(self.path(f"list.{kind}"), "rb") as file:
                self.assertEqual(file.read().decode(), self.document(video, kind))


class Scores(Case):
    def test_deciding_again_gives_the_same_answer_in_every_format(self):
        for video in (self.varying(), os.path.join(SAMPLES, "fades.mp4"), self.colours("clip.mkv", "30000/1001")):
            self.run_program("shots", video, "--scores", "scores.csv", "--force")
            for kind in ("json", "csv", "edl", "otio", "fcpxml", "qp"):
                again = self.run_program("shots", video, "--from-scores", "scores.csv", "--as", kind).stdout.decode()
                self.assertEqual(again, self.document(video, kind), (video, kind))

    def test_scores_are_a_table_with_a_row_a_frame(self):
        video = self.colours("clip.mp4", "25")
        self.run_program("shots", video, "--scores", "scores.csv")
        with open(self.path("scores.csv"), encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual([int(r["frame"]) for r in rows], list(range(123)))
        self.assertEqual(rows[-1]["change"], "end")
        best = sorted(rows[:-1], key=lambda r: -float(r["cut"]))[:2]
        self.assertEqual({int(r["frame"]) for r in best}, {40, 77})
        self.assertAlmostEqual(float(rows[40]["time_s"]), 1.6)

    def test_other_options_decide_otherwise_without_decoding(self):
        video = self.colours("clip.mp4", "25")
        self.run_program("shots", video, "--scores", "scores.csv")
        answer = json.loads(self.run_program("shots", video, "--from-scores", "scores.csv", "--min-shot", "1.5", "--format",
                                             "json").stdout)
        self.assertEqual([s["begin_frame"] for s in answer["shots"]], [0, 77])
        self.run_program("shots", video, "--from-scores", "scores.csv", "--sheet", "sheet.png", "--stills", "stills")
        self.assertEqual(len(os.listdir(self.path("stills"))), 9)

    def test_scores_of_another_video_are_refused(self):
        self.run_program("shots", self.colours("clip.mp4", "25"), "--scores", "scores.csv")
        other = self.colours("other.mkv", "25")
        run = self.run_program("shots", other, "--from-scores", "scores.csv", code=3)
        self.assertIn("not the scores of", run.stderr.decode())
        self.run_program("shots", other, "--from-scores", "missing.csv", code=3)
        self.run_program("shots", other, "--from-scores", "scores.csv", "--crop", "0,0,9,9", code=2)

    def test_a_part_of_the_video_makes_a_list_of_its_own(self):
        video = self.colours("clip.mp4", "25")
        window = ["--from", "1", "--to", "4"]
        shots = json.loads(self.run_program("shots", video, *window, "--format", "json").stdout)["shots"]
        self.assertEqual([(s["begin_frame"], s["end_frame"]) for s in shots], [(25, 40), (40, 77), (77, 100)])
        edl = self.run_program("shots", video, *window, "--as", "edl").stdout.decode()
        self.assertIn(" 00:00:01:00 00:00:01:15 01:00:00:00 01:00:00:15\n", edl)
        root = ElementTree.fromstring(self.run_program("shots", video, *window, "--as", "fcpxml").stdout)
        self.assertEqual([(c.get("offset"), c.get("start")) for c in root.iter("asset-clip")],
                         [("0s", "1s"), ("15/25s", "40/25s"), ("52/25s", "77/25s")])
        self.assertEqual(root.find(".//sequence").get("duration"), "3s")
        self.run_program("shots", video, "--from", "100", code=2)
        run = self.run_program("clip", video, *window, "--shot", "1", "--exact", "-o", "part.mp4")
        self.assertIn("0:01.600-0:03.080", run.stderr.decode())


class Pictures(Case):
    def test_stills_are_the_first_middle_and_last_picture(self):
        video = self.colours("clip.mp4", "25")
        self.run_program("shots", video, "--stills", "stills/of it")
        names = sorted(os.listdir(self.path("stills/of it")))
        wanted = [(0, "first"), (19, "middle"), (39, "last"), (40, "first"), (58, "middle"), (76, "last"), (77, "first"),
                  (99, "middle"), (121, "last")]
        self.assertEqual(names, [f"shot-{i // 3:04}_00h00m{n // 25:02}.{n % 25 * 40:03}s_{place}.jpg"
                                 for i, (n, place) in enumerate(wanted)])
        pixels = ffmpeg("-i", video, "-vf", "format=gray", "-f", "rawvideo", "-")
        source = numpy.frombuffer(pixels, numpy.uint8).reshape(-1, 180, 320).astype(float)
        for name, (frame, _) in zip(names, wanted):
            still = numpy.asarray(Image.open(self.path("stills/of it", name)).convert("L"), float)
            # ffmpeg's grey and Pillow's differ in range and rounding; the nearest picture must be this one.
            near = [abs(numpy.corrcoef(still.ravel(), source[f].ravel())[0, 1] - 1) for f in
                    range(max(0, frame - 2), min(len(source), frame + 3))]
            own = abs(numpy.corrcoef(still.ravel(), source[frame].ravel())[0, 1] - 1)
            self.assertLessEqual(own, min(near) + 1e-4, name)
            self.assertLess(own, 0.01, name)

    def test_sheets_are_pictures_with_a_cell_a_shot(self):
        video = self.colours("clip.mp4", "25")
        for name, kind in (("sheet.jpg", "JPEG"), ("sheet.png", "PNG")):
            self.run_program("shots", video, "--sheet", name)
            with Image.open(self.path(name)) as sheet:
                self.assertEqual(sheet.format, kind)
                self.assertGreaterEqual(sheet.width * sheet.height, 3 * 320 * 180)
        self.assertIn("name a .jpg or .png", self.run_program("shots", video, "--sheet", "sheet.gif", code=2).stderr.decode())


if __name__ == "__main__":
    unittest.main()
