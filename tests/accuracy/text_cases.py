"""What a generated text case is made of, and what the cases of text_marks.py and text_lines.py share."""
import zlib
from dataclasses import dataclass, field

import numpy

from text_overlays import Lettering, Overlay

HD, SD, UPRIGHT = (1280, 720), (640, 360), (720, 1280)
WHITE, YELLOW, DARK, RED, CYAN = (255, 255, 255), (255, 222, 40), (20, 20, 24), (214, 26, 36), (60, 220, 235)

# Invented accounts, with what readers mix up: I l 1, O 0, rn m, doubled letters, underscores, dots, digits.
HANDLES = ("@Ilmarinen_Il", "@nordhaven24", "@rnilitary_m", "@O0_observer", "@quay.watch", "@frontline__77", "@VVestwind", "@kyiv_tram_11",
           "@harbour_eye", "@LilacLlama", "@tower5ignal", "@the.daily.gull", "@Bridge2Far", "@jjquill", "@coast_guardian", "@QOpenSkies",
           "@mi11ennium", "@drone_atlas", "@Sable_Fox9", "@wx_spotter", "@clear.cut.news", "@ZULU_time0", "@pigeonpost_", "@Nimbus.Rr",
           "@a1_reporters", "@eastgate_live", "@GlassHarbor", "@vv_weather", "@northern.lamp", "@mapsandmud", "@oOrbital", "@citywatch_ua")
ADDRESSES = ("t.me/quietharbour", "youtube.com/@gullcam", "x.com/nordhaven24", "nordhaven.example")


@dataclass
class Case:
    """A clip to be made. `again`: the share of its size that it goes through before it is encoded a second time, or None."""
    size: tuple
    seconds: float
    ground: object
    overlays: list
    again: float = None
    crf: int = 26
    fps: int = 25
    cuts: list = field(default_factory=list)
    hard: str = ""

    def __post_init__(self):
        self.frames = round(self.seconds * self.fps)

    def truths(self):
        return [t for overlay in self.overlays for t in overlay.truths()]


def random_of(seed, name):
    return numpy.random.default_rng([seed, zlib.crc32(name.encode())])


def handles(random, count):
    return [HANDLES[k] for k in random.permutation(len(HANDLES))[:count]]


def grid(random, size, letterings, alphas, columns, seconds, kind="watermark", top=.06, bottom=.94):
    """Standing marks in rows and columns, each somewhere in its cell."""
    rows = -(-len(letterings) // columns)
    out = []
    for k, (lettering, alpha) in enumerate(zip(letterings, alphas)):
        w, h = lettering.ink[2:]
        cell_w, cell_h = size[0] / columns, size[1] * (bottom - top) / rows
        x = k % columns * cell_w + 14 + random.uniform(0, max(1, cell_w - w - 28))
        y = size[1] * top + k // columns * cell_h + 4 + random.uniform(0, max(1, cell_h - h - 8))
        out.append(Overlay(lettering, kind, (min(x, size[0] - w - 8), y), 0, seconds, alpha=alpha))
    return out


def centred(lettering, size, y, shift=0):
    """The place that puts the ink in the middle between the sides."""
    return ((size[0] - lettering.ink[2]) / 2 + shift, y)


def captions(rows, size, y, lang, first=.4, hold=2.2, pause=.3, fade=0., kind="caption", alpha=1., letters=36, **look):
    """Captions one after the other, centred at `y`."""
    out, t = [], first
    for lines in rows:
        lettering = Lettering(lines, size=letters, **look)
        out.append(Overlay(lettering, kind, centred(lettering, size, y), t, t + hold, lang=lang, alpha=alpha, fade=fade))
        t += hold + pause
    return out
