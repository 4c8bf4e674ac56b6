"""Where the generated shot cases take their pictures from: drawn scenes, or cut-free stretches of clips whose truth is known.

A take is a function of the frame number, from 0, that gives an array of height × width × 3 bytes.
"""
import fnmatch
import os
import subprocess
import sys

import numpy
from PIL import Image

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "samples"))
from drawing.camera import Camera  # noqa: E402
from drawing.scenes import SCENES  # noqa: E402

import corpus  # noqa: E402

LONGEST_DRAWN = 140  # Frames; some drawn scenes begin anew after six seconds.
MARGIN = 2  # Frames beside a cut that are left out of a stretch.


def back_and_forth(n, last):
    """0 … last … 0 … and so on: what is too short for a take runs back, which is motion without a cut."""
    return last - abs(last - n % (2 * last)) if last > 0 else 0


class Drawn:
    """Takes of the drawn scenes; every one is another picture."""

    def __init__(self, size, fps, seed=0):
        self.size, self.fps, self.seed, self.count = size, fps, seed, 0

    def take(self, frames, size=None, scene=None, zoom=None):
        names = sorted(SCENES)
        number = self.count
        self.count += 1
        name = scene or names[(5 * number + self.seed) % len(names)]
        zoom = (0, .02, .005, .01)[number % 4] if zoom is None else zoom
        camera = Camera(name, *(size or self.size), seed=1000 + self.seed * 97 + number, zoom=zoom, shake=self.size[1] / 200)
        return lambda n: numpy.asarray(camera.picture(back_and_forth(n, LONGEST_DRAWN) / self.fps))


class Footage:
    """Stretches without a transition from the clips of a corpus, longest first, at 25 pictures a second as they come."""

    def __init__(self, size, folder, patterns=None):
        self.size, self.count = size, 0
        self.stretches = []
        for case in corpus.load(folder, patterns, ("cuts",)):
            edges = list(case.truth["cuts"]) + [f for span in (case.truth.get("gradual") or []) + (case.truth.get("ignore") or []) for f in span]
            spoiled = (case.truth.get("gradual") or []) + (case.truth.get("ignore") or [])
            total = self._frames(case.video)
            edges = [0] + sorted(edges) + [total]
            for first, last in zip(edges, edges[1:]):
                first, last = first + MARGIN, last - MARGIN
                if last - first >= 20 and not any(a < last and b > first for a, b in spoiled):
                    self.stretches.append((last - first, case.video, first))
        self.stretches.sort(reverse=True)

    @staticmethod
    def _frames(video):
        out = subprocess.run(["ffprobe", "-v", "error", "-count_packets", "-select_streams", "v:0", "-show_entries",
                              "stream=nb_read_packets", "-of", "csv=p=0", video], capture_output=True, check=True).stdout
        return int(out.split(b",")[0].split()[0])

    def take(self, frames, size=None, scene=None, zoom=None):
        """`scene` and `zoom` say nothing about footage. The shortest stretches that suffice take turns."""
        width, height = size or self.size
        fit = [s for s in self.stretches if s[0] >= frames] or self.stretches[:1]
        _, video, first = fit[(7 * self.count) % len(fit)]
        self.count += 1
        raw = subprocess.run(["ffmpeg", "-v", "error", "-i", video, "-vf",
                              f"select='between(n,{first},{first + frames})',scale={width}:{height}:force_original_aspect_ratio=increase,"
                              f"crop={width}:{height}", "-fps_mode", "passthrough", "-frames:v", str(frames + 1), "-f", "rawvideo", "-pix_fmt", "rgb24", "-"],
                             capture_output=True, check=True).stdout
        pictures = numpy.frombuffer(raw, numpy.uint8).reshape(-1, height, width, 3)
        last = len(pictures) - 1
        return lambda n: pictures[back_and_forth(n, last)]


def matching(names, patterns):
    return [n for n in names if not patterns or any(fnmatch.fnmatch(n, p) for p in patterns)]


def resized(picture, width, height, box=None):
    return numpy.asarray(Image.fromarray(picture).resize((width, height), Image.BILINEAR, box=box))
