"""What the generated shot cases are made with: clips with the transitions among their frames, ways to mix, and overlays."""
import numpy
from PIL import Image, ImageDraw

import shot_takes  # noqa: F401 (makes the drawing of the samples known)
from drawing.marks import font

SIZE, FPS = (350, 200), 25
W, H = SIZE


class Clip:
    """Frames with the transitions among them. Takes are appended with a join; what is laid over comes last."""

    def __init__(self, size=SIZE, fps=FPS):
        self.size, self.fps = size, fps
        self.frames, self.cuts, self.gradual = [], [], []

    def add(self, take, count, join=None):
        """join: None for a cut, or (kind, mixed frames, mixing function of picture a, picture b, share)."""
        if join is None:
            if self.frames:
                self.cuts.append(len(self.frames))
            self.frames += [(lambda n=n: take(n)) for n in range(count)]
            return self
        length, mix = join
        tail, self.frames = self.frames[-length:], self.frames[:-length]
        first = len(self.frames)
        for k, before in enumerate(tail):
            self.frames.append(lambda k=k, before=before: mix(before(), take(k), (k + 1) / (length + 1)))
        self.gradual.append([first, first + length])
        self.frames += [(lambda n=n: take(n)) for n in range(length, count)]
        return self

    def over(self, change):
        """change(picture, n) → picture, for every frame."""
        frames = self.frames
        self.frames = [(lambda n=n, f=f: change(f(), n)) for n, f in enumerate(frames)]
        return self


def dissolve(a, b, share):
    return (a * (1 - share) + b * share + .5).astype(numpy.uint8)


def wipe(direction, soft=.04):
    y, x = numpy.mgrid[0:H, 0:W]
    place = {"right": x / W, "left": 1 - x / W, "down": y / H, "up": 1 - y / H, "corner": (x / W + y / H) / 2}[direction]

    def mix(a, b, share):
        part = numpy.clip((share * (1 + soft) - place) / soft, 0, 1)[..., None]
        return (a * (1 - part) + b * part + .5).astype(numpy.uint8)
    return mix


def through(colour):
    flat = numpy.array(colour, float)

    def mix(a, b, share):
        return dissolve(a, flat, min(1, 2 * share)) if share <= .5 else dissolve(flat + 0 * b, b, 2 * share - 1)
    return mix


def still(take):
    picture = take(0)
    return lambda n: picture


def glow(strength, x, y, reach):
    """A lamp at (x, y) of the picture, 0..1, that lights up what is near it most."""
    rows, columns = numpy.mgrid[0:H, 0:W]
    fall = numpy.exp(-(((columns / W - x) ** 2 + (rows / H - y) ** 2) / reach))[..., None]
    return lambda picture: (picture + (255. - picture) * strength * fall).astype(numpy.uint8)


def box(picture, x, y, w, h, colour, words="", ink=(255, 255, 255), alpha=1.):
    image = Image.fromarray(picture)
    layer = image.copy()
    draw = ImageDraw.Draw(layer)
    draw.rectangle([x, y, x + w - 1, y + h - 1], fill=colour)
    if words:
        draw.text((x + 6, y + max(0, h / 2 - 11)), words, fill=ink, font=font("bold", 18))
    return numpy.asarray(Image.blend(image, layer, alpha) if alpha < 1 else layer)


def caption(picture, words, y):
    image = Image.fromarray(picture)
    ImageDraw.Draw(image).text((W // 2, y), words, fill=(255, 255, 255), font=font("bold", 20), anchor="mm", stroke_width=2, stroke_fill=(0, 0, 0))
    return numpy.asarray(image)
