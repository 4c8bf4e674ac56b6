"""What the tests of lists and clips share: an empty folder, the program, and videos whose truth is known.

Needs SOURCEREEL_PROGRAM and SOURCEREEL_SAMPLES.
"""
import json
import os
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.path.abspath(os.environ["SOURCEREEL_PROGRAM"])
SAMPLES = os.path.abspath(os.environ["SOURCEREEL_SAMPLES"])


def ffmpeg(*arguments, **more):
    run = subprocess.run(["ffmpeg", "-hide_banner", "-v", "error", "-y", *arguments], capture_output=True, check=False,
                         stdin=subprocess.DEVNULL, **more)
    if run.returncode:
        raise AssertionError(f"ffmpeg {arguments}: {run.stderr.decode(errors='replace')}")
    return run.stdout


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="exports-")
        self.addCleanup(shutil.rmtree, self.folder)

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def run_program(self, *arguments, code=0, **more):
        run = subprocess.run([PROGRAM, *arguments], cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True, check=False,
                             timeout=600, **more)
        self.assertEqual(run.returncode, code, run.stderr.decode(errors="replace"))
        return run

    def document(self, video, kind):
        return self.run_program("shots", video, "--as", kind).stdout.decode()

    def truth(self, video):
        return json.loads(self.document(video, "json"))

    def colours(self, name, rate, *more):
        """Three takes of 40, 37 and 45 frames that nobody can take for one."""
        takes = [("mandelbrot", 40), ("testsrc2", 37), ("rgbtestsrc", 45)]
        inputs, chain = [], ""
        for i, (kind, frames) in enumerate(takes):
            inputs += ["-f", "lavfi", "-i", f"{kind}=size=320x180:rate={rate}"]
            chain += f"[{i}]trim=end_frame={frames},format=yuv420p,setsar=1[v{i}];"
        chain += "[v0][v1][v2]concat=n=3"
        ffmpeg(*inputs, "-filter_complex", chain, "-c:v", "libx264", "-preset", "ultrafast", *more, self.path(name))
        return self.path(name)

    def varying(self):
        """The sample whose rate varies, under a name that every format must escape."""
        name = self.path("a <b> & 'c', \"d\" ü.mp4")
        shutil.copy(os.path.join(SAMPLES, "variable_rate.mp4"), name)
        return name
