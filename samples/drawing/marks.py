"""Text laid over the pictures, each with the truth about it: what it says, when it stands, where its ink is."""
import os

from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONT_FILES = {"sans": "truetype/dejavu/DejaVuSans.ttf", "bold": "truetype/dejavu/DejaVuSans-Bold.ttf",
              "cjk": "truetype/wqy/wqy-microhei.ttc"}
FONT_FOLDER = os.environ.get("SOURCEREEL_FONTS", "/usr/share/fonts")


def font(name, size):
    path = os.path.join(FONT_FOLDER, FONT_FILES[name])
    try:
        return ImageFont.truetype(path, size)
    except OSError as error:
        raise SystemExit(f"make_samples: font {path}: {error}; install fonts-dejavu-core and fonts-wqy-microhei, "
                         "or set SOURCEREEL_FONTS to the folder that holds truetype/") from error


def _ink(picture):
    """The box of what is not empty, as [x, y, w, h]."""
    left, top, right, bottom = picture.getbbox()
    return [left, top, right - left, bottom - top]


class Text:
    """One or more lines of one text. Place: the ink's `x` and `y`, or `align` within the frame's width.

    style: "plain" fill alone; "outline" dark edge (subtitles); "shadow" soft dark shadow; "box" an opaque box behind.
    """

    def __init__(self, lines, kind, face="sans", size=22, fill=(255, 255, 255), alpha=1.0, style="plain",
                 box=(255, 255, 255), lang="eng", spacing=1.35, sizes=None):
        self.lines = [lines] if isinstance(lines, str) else list(lines)
        self.kind, self.lang, self.alpha = kind, lang, alpha
        sizes = sizes or [size] * len(self.lines)
        faces = [font(face, s) for s in sizes]
        pad = max(sizes)
        width = int(max(f.getlength(line) for f, line in zip(faces, self.lines))) + 2 * pad
        height = int(sum(spacing * s for s in sizes)) + 2 * pad
        ink = Image.new("L", (width, height), 0)
        edge = Image.new("L", (width, height), 0)
        y = pad
        for f, s, line in zip(faces, sizes, self.lines):
            x = pad if style == "box" or len(self.lines) > 1 and kind == "lower_third" else (width - f.getlength(line)) / 2
            ImageDraw.Draw(ink).text((x, y), line, 255, font=f)
            ImageDraw.Draw(edge).text((x, y), line, 255, font=f, stroke_width=max(1, round(s / 14)))
            y += spacing * s
        self.ink = _ink(ink)
        patch = Image.new("RGBA", (width, height), tuple(fill) + (0,))
        if style == "box":
            l, t, w, h = self.ink
            p = pad // 2
            ImageDraw.Draw(patch).rectangle([l - p, t - p, l + w + p, t + h + p], fill=tuple(box) + (255,))
        elif style == "outline":
            patch.paste((12, 12, 12, 255), (0, 0), edge)
        elif style == "shadow":
            soft = edge.filter(ImageFilter.GaussianBlur(max(sizes) / 12)).point(lambda v: v * 7 // 10)
            patch.paste((0, 0, 0, 255), (2, 2), soft)
            patch.putalpha(Image.composite(soft, Image.new("L", soft.size, 0), soft))
        patch.paste(tuple(fill) + (255,), (0, 0), ink)
        if alpha < 1:
            patch.putalpha(patch.getchannel("A").point(lambda v: round(v * alpha)))
        self.patch = patch

    def at(self, picture, x, y):
        """Draws so that the ink's upper left corner is at (x, y)."""
        picture.paste(self.patch, (round(x) - self.ink[0], round(y) - self.ink[1]), self.patch)

    def truth(self, start, end, box):
        return {"text": " ".join(self.lines), "kind": self.kind,
                "start": round(start, 3), "end": round(end, 3), "box": [round(v) for v in box], "lang": self.lang,
                "alpha": self.alpha}


class Standing:
    """A text that stands still from frame `first` to before frame `last` (None: to the end)."""

    def __init__(self, text, x=None, y=0, first=0, last=None, strap=None):
        """x None: centred. strap: (box [x, y, w, h], colour, alpha) drawn under it."""
        self.text, self.x, self.y, self.first, self.last, self.strap = text, x, y, first, last, strap

    def _left(self, width):
        return (width - self.text.ink[2]) / 2 if self.x is None else self.x if self.x >= 0 else width + self.x - self.text.ink[2]

    def draw(self, picture, frame, _timeline):
        if frame < self.first or (self.last is not None and frame >= self.last):
            return
        if self.strap:
            (x, y, w, h), colour, alpha = self.strap
            under = Image.new("RGB", (w, h), colour)
            picture.paste(under, (x, y), Image.new("L", (w, h), round(alpha * 255)))
        self.text.at(picture, self._left(picture.width), self.y)

    def truths(self, timeline):
        last = timeline.frames if self.last is None else self.last
        box = [self._left(timeline.size[0]), self.y, *self.text.ink[2:]]
        return [self.text.truth(timeline.time(self.first), timeline.time(last), box)]


class Ticker:
    """A line that enters at the right and leaves at the left, `speed` pixels a second, on a strap of its own."""

    def __init__(self, text, y, height, speed, colour=(20, 26, 60)):
        self.text, self.y, self.height, self.speed, self.colour = text, y, height, speed, colour

    def draw(self, picture, frame, timeline):
        picture.paste(self.colour, (0, self.y, picture.width, self.y + self.height))
        x = picture.width - self.speed * timeline.time(frame)
        self.text.at(picture, x, self.y + (self.height - self.text.ink[3]) / 2)

    def truths(self, timeline):
        gone = (timeline.size[0] + self.text.ink[2]) / self.speed
        if gone > timeline.duration:
            raise ValueError(f"the ticker needs {gone:.1f} s to pass, the clip lasts {timeline.duration:.1f} s")
        box = [0, self.y + (self.height - self.text.ink[3]) / 2, timeline.size[0], self.text.ink[3]]
        return [self.text.truth(0, gone, box)]


class Jumping:
    """A mark that changes its place every `hold` frames; one truth a stay, as the corpus format asks."""

    def __init__(self, text, places, hold):
        self.text, self.places, self.hold = text, places, hold

    def draw(self, picture, frame, _timeline):
        self.text.at(picture, *self.places[frame // self.hold % len(self.places)])

    def truths(self, timeline):
        out = []
        for first in range(0, timeline.frames, self.hold):
            x, y = self.places[first // self.hold % len(self.places)]
            end = min(first + self.hold, timeline.frames)
            out.append(self.text.truth(timeline.time(first), timeline.time(end), [x, y, *self.text.ink[2:]]))
        return out


class Flashes:
    """Press photographers: single frames and short bursts that are far too bright. They are not cuts."""

    def __init__(self, bursts):
        """bursts: {first frame: [strength 0..1 of each frame]}."""
        self.strength = {first + k: s for first, row in bursts.items() for k, s in enumerate(row)}

    def draw(self, picture, frame, _timeline):
        if frame in self.strength:
            s = self.strength[frame]
            lit = picture.point(lambda v: min(255, int(v * (1 + 1.6 * s) + 90 * s)))
            picture.paste(lit)

    def truths(self, _timeline):
        return []


class Inset:
    """A portrait re-post: the moving pictures shrink into a still frame `backdrop`, at row `y`."""

    def __init__(self, backdrop, y):
        self.backdrop, self.y = backdrop, y

    def wrap(self, picture):
        whole = self.backdrop.copy()
        whole.paste(picture, (0, self.y))
        return whole
