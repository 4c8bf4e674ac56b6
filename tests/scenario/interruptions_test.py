#!/usr/bin/python3
"""`analyze` that is killed, interrupted, or run twice at once; needs SOURCEREEL_PROGRAM and SOURCEREEL_SAMPLES.

What must hold each time: what was finished is kept, the same command then does the rest, and every clip is in the
catalogue exactly once.
"""
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
import unittest

PROGRAM = os.path.abspath(os.environ["SOURCEREEL_PROGRAM"])
SAMPLES = os.path.abspath(os.environ["SOURCEREEL_SAMPLES"])
CLIPS = ["animation.gif", "credit.webm", "rotated.mp4", "boxed.mp4", "captions_chinese.mp4", "captions_cyrillic.mp4",
         "captions_korean.mp4", "captions_latin.mp4", "variable_rate.mp4", "vertical.mp4"]
LONGEST = 600  # Seconds for any one command; sanitized builds are slow.


class Interruptions(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="interruptions-")
        self.addCleanup(shutil.rmtree, self.folder)
        os.mkdir(os.path.join(self.folder, "clips"))
        for clip in CLIPS:
            shutil.copy(os.path.join(SAMPLES, clip), os.path.join(self.folder, "clips"))
        self.analyze = [PROGRAM, "analyze", "clips", "--db", "c.db", "--format", "json", "--jobs", "1"]

    def start(self):
        process = subprocess.Popen(self.analyze, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL)
        self.addCleanup(self.end, process)
        return process

    @staticmethod
    def end(process):
        if process.poll() is None:
            process.kill()
        process.wait()
        process.stdout.close()

    def run_program(self, *arguments):
        return subprocess.run([PROGRAM, *arguments], cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=LONGEST,
                              check=False)

    def wait_for_first(self, process):
        """Until one clip can be shown, while others are still to do."""
        deadline = time.monotonic() + LONGEST
        while time.monotonic() < deadline:
            self.assertIsNone(process.poll(), "analyze ended before it could be interrupted")
            if self.run_program("show", "1", "--db", "c.db").returncode == 0:
                return
            time.sleep(0.1)
        self.fail(f"nothing in the catalogue after {LONGEST} s")

    def statuses(self):
        """What the same command says now, by clip."""
        run = subprocess.run(self.analyze, cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=LONGEST, check=False)
        self.assertEqual(run.returncode, 0, run.stderr.decode(errors="replace"))
        videos = json.loads(run.stdout)["videos"]
        self.assertEqual([os.path.basename(v["path"]) for v in videos], sorted(CLIPS))
        self.assertEqual(len({v["sha256"] for v in videos}), len(CLIPS))
        return [v["status"] for v in videos]

    def assert_whole(self):
        """Every clip once, and nothing wrong with the file."""
        check = self.run_program("db", "check", "--db", "c.db")
        self.assertEqual(check.returncode, 0, check.stdout.decode() + check.stderr.decode())
        stats = json.loads(self.run_program("db", "stats", "--db", "c.db", "--format", "json").stdout)
        self.assertEqual(stats["videos"], len(CLIPS))
        with sqlite3.connect(os.path.join(self.folder, "c.db")) as database:
            self.assertEqual(database.execute("pragma integrity_check").fetchall(), [("ok",)])
        database.close()

    def test_after_kill_9_the_same_command_does_the_rest(self):
        process = self.start()
        self.wait_for_first(process)
        process.send_signal(signal.SIGKILL)
        self.assertEqual(process.wait(LONGEST), -signal.SIGKILL)
        statuses = self.statuses()
        self.assertEqual(set(statuses), {"added", "unchanged"})  # Some were kept, some were still to do.
        self.assert_whole()

    def test_ctrl_c_keeps_what_is_finished(self):
        process = self.start()
        self.wait_for_first(process)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=LONGEST)
        self.assertEqual(process.returncode, 130)
        self.assertEqual(self.run_program("db", "check", "--db", "c.db").returncode, 0)
        self.assertEqual(set(self.statuses()), {"added", "unchanged"})
        self.assert_whole()

    def test_two_at_once_into_one_catalogue(self):
        both = [self.start(), self.start()]
        for process in both:
            output, _ = process.communicate(timeout=LONGEST)
            self.assertEqual(process.returncode, 0)
            self.assertTrue({v["status"] for v in json.loads(output)["videos"]} <= {"added", "unchanged"})
        self.assertEqual(set(self.statuses()), {"unchanged"})
        self.assert_whole()


if __name__ == "__main__":
    unittest.main()
