#!/usr/bin/python3
"""`shots --split` and `clip`: the files that they write, looked at by ffmpeg and by the program itself."""
import json
import os
import re
import resource
import signal
import subprocess
import sys
import unittest

import numpy

sys.dont_write_bytecode = True
from media_case import SAMPLES, Case, ffmpeg  # noqa: E402

SOUND_RATE = 48000


class Clips(Case):
    def count(self, video):
        said = subprocess.run(["ffprobe", "-v", "error", "-count_frames", "-select_streams", "v:0", "-show_entries",
                               "stream=nb_read_frames", "-of", "csv=p=0", video], capture_output=True, check=True).stdout
        return int(re.match(rb"\d+", said)[0])

    def test_split_files_hold_each_shot(self):
        for video in (self.colours("clip.mkv", "30000/1001"), self.varying(), os.path.join(SAMPLES, "rotated.mp4"),
                      os.path.join(SAMPLES, "credit.webm"), os.path.join(SAMPLES, "animation.gif")):
            target = self.path("split " + os.path.basename(video))
            self.run_program("shots", video, "--split", target)
            shots = self.truth(video)["shots"]
            names = sorted(os.listdir(target))
            self.assertEqual(len(names), len(shots))
            for name, shot in zip(names, shots):
                part = os.path.join(target, name)
                inside = self.truth(part)["media"]
                self.assertEqual(inside["frames"], shot["end_frame"] - shot["begin_frame"], part)
                self.assertEqual(inside["frames"], self.count(part))  # By somebody else's count, too.
                self.assertAlmostEqual(inside["duration"], shot["end"] - shot["begin"], delta=0.0021, msg=part)

    def test_split_copies_hold_at_least_each_shot(self):
        video = self.colours("clip.mp4", "25", "-g", "20")
        run = self.run_program("shots", video, "--split", "parts", "--copy")
        self.assertIn("copied", run.stderr.decode())
        for name, frames in zip(sorted(os.listdir(self.path("parts"))), (40, 37, 45)):
            self.assertGreaterEqual(self.count(self.path("parts", name)), frames)

    def test_a_printed_time_finds_its_picture(self):
        video = self.colours("clip.mkv", "30000/1001")
        for shot in self.truth(video)["shots"]:
            for digits in (3, 6):
                self.run_program("clip", video, "--range", f"{shot['begin']:.{digits}f}-{shot['end']:.{digits}f}", "--exact",
                                 "--force", "-o", "part.mp4")
                self.assertEqual(self.count(self.path("part.mp4")), shot["end_frame"] - shot["begin_frame"], (shot, digits))

    def test_times_may_be_written_with_minutes_and_hours(self):
        video = self.colours("clip.mp4", "25")
        for written in ("1-2.2", "0:01-0:02.2", "00:00:01.0-0:0:2.20"):
            run = self.run_program("clip", video, "--range", written, "--exact", "--force", "-o", "part.mp4", "--format", "json")
            answer = json.loads(run.stdout)
            self.assertEqual((answer["begin"], answer["end"], answer["frames"]), (1.0, 2.2, 30))

    def test_the_copied_range_is_said(self):
        video = self.colours("clip.mp4", "25", "-g", "30", "-keyint_min", "30", "-sc_threshold", "0", "-bf", "0")
        run = self.run_program("clip", video, "--range", "1.6-2", "-o", "part.mp4")
        self.assertIn("wrote part.mp4: 0:01.200-0:02.000 of ", run.stderr.decode())
        self.assertEqual(self.count(self.path("part.mp4")), 20)

    def test_nothing_is_replaced_without_being_told(self):
        video = self.colours("clip.mp4", "25")
        with open(self.path("there.mp4"), "w", encoding="utf-8") as file:
            file.write("mine")
        for arguments in (["clip", video, "--shot", "0", "-o", "there.mp4"], ["shots", video, "--as", "edl", "-o", "there.mp4"]):
            run = self.run_program(*arguments, code=2)
            self.assertIn("there.mp4: exists already; name a new file, or use --force", run.stderr.decode())
        with open(self.path("there.mp4"), encoding="utf-8") as file:
            self.assertEqual(file.read(), "mine")
        self.run_program("clip", video, "--shot", "0", "-o", "there.mp4", "--force")
        self.assertEqual(self.count(self.path("there.mp4")), 40)
        self.assertIn("is the source itself", self.run_program("clip", video, "--shot", "0", "-o", video, "--force", code=3)
                      .stderr.decode())

    def test_a_full_disk_is_named_and_leaves_nothing(self):
        video = self.colours("clip.mp4", "25")
        os.mkdir(self.path("out"))

        def little_room():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))

        for arguments in (["clip", video, "--shot", "0", "-o", "out/part.mp4"],
                          ["clip", video, "--shot", "0", "--exact", "-o", "out/part.mp4"],
                          ["shots", video, "-o", "out/list.html"], ["shots", video, "--sheet", "out/sheet.png"]):
            run = self.run_program(*arguments, code=3, preexec_fn=little_room)
            self.assertIn("writing", run.stderr.decode())
            self.assertEqual(os.listdir(self.path("out")), [])


class Sound(Case):
    """Noise has no two equal moments: where it fits best tells by how much the sound was moved."""

    def heard(self, video):
        """Mono samples from the moment of the first picture on."""
        def start(entries, stream):
            found = subprocess.run(["ffprobe", "-v", "error", *stream, "-show_entries", entries, "-of", "csv=p=0", video],
                                   capture_output=True, check=True).stdout
            return float(found.decode().strip().split("\n")[0].strip(",") or 0)
        offset = start("stream=start_time", ["-select_streams", "v:0"]) - start("format=start_time", [])
        data = ffmpeg("-i", video, "-vn", "-af", f"aresample={SOUND_RATE}:async=1:first_pts=0", "-ac", "1", "-f", "f32le", "-")
        return numpy.frombuffer(data, numpy.float32)[round(offset * SOUND_RATE):]

    def moved(self, source, clip, begin):
        """Samples by which the clip's sound is late, and how well it fits there."""
        size = min(len(clip), SOUND_RATE)
        first = max(0, int(begin * SOUND_RATE) - SOUND_RATE // 4)
        window = source[first:first + size + SOUND_RATE // 2]
        length = len(window) + size
        product = numpy.fft.irfft(numpy.fft.rfft(window, length) * numpy.conj(numpy.fft.rfft(clip[:size], length)), length)
        best = int(numpy.argmax(product))
        there = window[best:best + size]
        fit = float(numpy.dot(there, clip[:size]) / (numpy.linalg.norm(there) * numpy.linalg.norm(clip[:size]) + 1e-9))
        return first + best - round(begin * SOUND_RATE), fit

    def noisy(self, name, *codec, channels="1", rate=SOUND_RATE, late=0, seconds=6):
        delay = ["-itsoffset", str(late)] if late else []
        ffmpeg("-f", "lavfi", "-i", f"testsrc2=size=160x90:rate=25:duration={seconds}", *delay, "-f", "lavfi", "-i",
               f"anoisesrc=color=white:amplitude=0.4:seed=3:sample_rate={rate}:duration={seconds - late},lowpass=f=3000",
               "-c:v", "libx264", "-preset", "ultrafast", "-g", "25", "-ac", channels, *codec, self.path(name))
        return self.path(name)

    def test_stays_in_step(self):
        sources = [self.noisy("aac.mp4", "-c:a", "aac"), self.noisy("mp3.mkv", "-c:a", "libmp3lame"),
                   self.noisy("pcm.mov", "-c:a", "pcm_s16le", rate=22050), self.noisy("fine.mov", "-c:a", "pcm_s24le", rate=192000),
                   self.noisy("six.ts", "-c:a", "ac3", channels="6"), self.noisy("late.mp4", "-c:a", "aac", late=1.3)]
        for source in sources:
            sound = self.heard(source)
            for extension in (".mp4", ".mov", ".mkv", ".ts"):
                clip = self.path("clip" + extension)
                self.run_program("clip", source, "--range", "2.2-4.6", "--exact", "--force", "-o", clip)
                heard = self.heard(clip)
                late, fit = self.moved(sound, heard, 2.2)
                self.assertGreater(fit, 0.9, (source, extension))
                # A millisecond where the container counts in these.
                self.assertLessEqual(abs(late), SOUND_RATE // 1000 + 2, (source, extension, late))
                self.assertAlmostEqual(len(heard) / SOUND_RATE, 2.4, delta=0.05)

    def test_stays_in_step_when_copied(self):
        for source, extensions in ((self.noisy("aac.mp4", "-c:a", "aac"), (".mp4", ".mov", ".mkv", ".ts")),
                                   (self.noisy("mp3.mkv", "-c:a", "libmp3lame"), (".mp4", ".mkv"))):
            sound = self.heard(source)
            for extension in extensions:
                clip = self.path("clip" + extension)
                run = self.run_program("clip", source, "--range", "2.2-4.6", "--force", "-o", clip, "--format", "json")
                late, fit = self.moved(sound, self.heard(clip), json.loads(run.stdout)["begin"])
                self.assertGreater(fit, 0.9, (source, extension))
                self.assertLessEqual(abs(late), SOUND_RATE // 1000 + 2, (source, extension, late))

    def test_of_every_shot_is_in_step(self):
        source = self.noisy("aac.mp4", "-c:a", "aac", seconds=14)
        sound = self.heard(source)
        for begin in (0.0, 0.04, 5.0, 12.52):  # The last is far enough to begin decoding in the middle.
            self.run_program("clip", source, "--range", f"{begin}-{begin + 0.96}", "--exact", "--force", "-o", "clip.mp4")
            late, fit = self.moved(sound, self.heard(self.path("clip.mp4")), begin)
            self.assertGreater(fit, 0.9, begin)
            self.assertLessEqual(abs(late), 2, (begin, late))


if __name__ == "__main__":
    unittest.main()
