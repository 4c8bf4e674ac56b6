#!/usr/bin/python3
"""Makes clips that are hard for shot detection, with exact truth, to be scored by score_shots.py.

    tests/accuracy/make_shot_cases.py OUT [--only PATTERN] [--footage CORPUS [--from PATTERN]] [--seed N]

Without --footage the pictures are drawn. With it they are stretches of a corpus's own clips between its known transitions, which
looks more like what people send; such clips must not be published if the footage must not. OUT gets clips/ and truth/.
"""
import argparse
import json
import os
import sys

sys.dont_write_bytecode = True
import numpy  # noqa: E402
from PIL import Image, ImageDraw  # noqa: E402

import shot_takes  # noqa: E402
from shot_takes import resized  # noqa: E402
from drawing.encode import encode  # noqa: E402
from drawing.marks import font  # noqa: E402

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


# ---- gradual transitions

def dissolves(takes, prepare=lambda take: take, lengths=(5, 8, 12, 18, 25, 35, 48, 60, 10, 15)):
    clip = Clip().add(prepare(takes.take(120)), 80)
    for n, length in enumerate(lengths):
        count = 2 * length + 60 if n % 3 else length + 60
        clip.add(prepare(takes.take(count)), count, (length, dissolve))
        clip.add(prepare(takes.take(60)), 60 + (lengths[n + 1] if n + 1 < len(lengths) else 0))
    return clip


def dissolves_still(takes):
    return dissolves(takes, still)


def dissolves_dark(takes):
    return dissolves(takes, lambda take: lambda n: (take(n) * .3).astype(numpy.uint8))


def dissolves_grey(takes):
    def grey(take):
        return lambda n: numpy.repeat(take(n).mean(2, keepdims=True), 3, 2).astype(numpy.uint8)
    return dissolves(takes, grey)


def dissolves_boxed(takes):
    """Under bars above and below, a mark and a caption that stays."""
    def bars(picture, n):
        picture = picture.copy()
        picture[:28] = picture[-28:] = 0
        return caption(box(picture, W - 70, 34, 60, 22, (250, 210, 40)), "HOLD THE LINE", H - 46)
    return dissolves(takes).over(bars)


def wipes(takes):
    clip = Clip().add(takes.take(110), 90)
    for n, (direction, length) in enumerate([("right", 12), ("left", 20), ("down", 15), ("up", 25), ("corner", 18), ("right", 35),
                                             ("down", 8), ("left", 10)]):
        clip.add(takes.take(100 + length), 60 + length, (length, wipe(direction, (.04, .2)[n % 2])))
        if n % 3 == 2:
            clip.add(takes.take(60), 60)
    return clip


def fades(takes):
    clip = Clip().add(takes.take(120), 90)
    for n, colour in enumerate([(0, 0, 0), (255, 255, 255), (180, 20, 30), (20, 40, 120), (128, 128, 128), (0, 0, 0)]):
        length = (15, 21, 31, 25, 41, 51)[n]
        clip.add(takes.take(80 + length), 70 + length, (length, through(colour)))
    return clip


def fades_marked(takes):
    """An opaque mark of 2 % of the picture stays while the rest fades."""
    return fades(takes).over(lambda picture, n: box(picture, 12, 12, 64, 26, (240, 120, 20), "NOW"))


# ---- cuts

def cuts(takes, prepare=lambda picture, n: picture, size=SIZE, fps=FPS):
    clip = Clip(size, fps)
    for n in range(14):
        clip.add(takes.take(60), (30, 18, 45, 25, 12, 60, 22)[n % 7])
    return clip.over(prepare)


def cuts_grey(takes):
    return cuts(takes, lambda picture, n: numpy.repeat(picture.mean(2, keepdims=True), 3, 2).astype(numpy.uint8))


def cuts_dark(takes):
    return cuts(takes, lambda picture, n: (picture * .25).astype(numpy.uint8))


def cuts_boxed(takes):
    def bars(picture, n):
        picture = picture.copy()
        picture[:, :60] = picture[:, -60:] = 0
        return picture
    return cuts(takes, bars)


def cuts_news(takes):
    """Under a strap, a ticker and a channel's name."""
    words = "FERRY SERVICE SUSPENDED  *  RIVER FALLS BELOW TWO METRES  *  "

    def news(picture, n):
        picture = box(picture, 0, H - 24, W, 24, (170, 10, 20))
        image = Image.fromarray(picture)
        ImageDraw.Draw(image).text((W - 3 * n % (W * 3), H - 22), words, fill=(255, 255, 255), font=font("bold", 16))
        picture = box(numpy.asarray(image), W - 84, 8, 76, 22, (10, 30, 120), "NH 24")
        return box(picture, 16, H - 70, 260, 38, (20, 30, 90), "Elena Marchetti") if n // 40 % 2 else picture
    return cuts(takes, news)


def vertical(takes):
    """Landscape takes inside a portrait frame that stands still."""
    back = resized(takes.take(1)(0), 200, 350) // 3
    clip = Clip((200, 350))
    for n in range(12):
        take = takes.take(50, (200, 112))

        def framed(k, take=take):
            picture = back.copy()
            picture[110:222] = take(k)
            return picture
        clip.add(framed, (30, 22, 45)[n % 3])
    return clip


def jumps(takes):
    """One speaker: the same take goes on some seconds later, a little nearer or aside."""
    take = takes.take(900, scene="podium", zoom=0)
    clip, at = Clip(), 0
    for n in range(9):
        count = (50, 35, 70)[n % 3]
        near = (0, .12, .05, .15, 0, .1)[n % 6]
        aside = (0, .03, -.04, .05)[n % 4]

        def seen(k, at=at, near=near, aside=aside):
            w, h = W * (1 - near), H * (1 - near)
            x = min(max((W - w) / 2 + aside * W, 0), W - w)
            return resized(take(at + k), W, H, (x, (H - h) / 2, x + w, (H + h) / 2))
        clip.add(seen, count)
        at += count + 45
    return clip


def slides(takes):
    """A picture every second or two, one frame each, as some slide shows are stored."""
    clip = Clip(SIZE, 1)
    for n in range(12):
        clip.add(still(takes.take(1)), (2, 3, 1)[n % 3])
    return clip


def slides_held(takes):
    clip = Clip()
    for n in range(12):
        clip.add(still(takes.take(1)), (50, 75, 30)[n % 3])
    return clip


def animation(takes):
    clip = Clip(SIZE, 10)
    for n in range(10):
        clip.add(takes.take(30), (14, 9, 20)[n % 3])
    return clip


def end_card(takes):
    """A take, a cut to a card, and words that come onto it one by one, then fade away."""
    clip = Clip()
    for n, ground in enumerate([(0, 0, 0), (245, 245, 245), (20, 60, 140), (0, 0, 0)]):
        clip.add(takes.take(70), 60)

        def card(k, ground=ground):
            picture = numpy.full((H, W, 3), ground, numpy.uint8)
            ink = (255, 255, 255) if sum(ground) < 400 else (20, 20, 20)
            for line, first in enumerate((6, 18, 30)):
                if k >= first:
                    alpha = min(1, (k - first + 1) / 8, max(0, (90 - k) / 10))
                    picture = box(picture, 70, 50 + 40 * line, 240, 30, ground, ("FOLLOW US", "@nordhaven24", "nordhaven.example")[line], ink, alpha)
            return picture
        clip.add(card, 100)
    return clip


# ---- no transition at all

def banners(takes):
    """Straps and boxes of a tenth to a quarter of the picture come and go, over pictures that move and that stand still."""
    clip = Clip()
    for n in range(8):
        take = takes.take(150)
        clip.add(still(take) if n % 2 else take, 150)
    places = [(0, H - 50, W, 50), (0, H - 36, W, 36), (20, 20, 150, 100), (W - 80, 0, 80, H), (0, 0, W, 36), (30, 120, 220, 70),
              (0, H - 60, W // 2, 60), (W // 4, H // 4, W // 2, H // 3)]

    def banner(picture, n):
        x, y, w, h = places[n // 150]
        k = n % 150
        colour = [(200, 20, 20), (240, 240, 240), (10, 20, 80), (250, 210, 40)][n // 150 % 4]
        if 30 <= k < 70:
            return box(picture, x, y, w, h, colour, "BREAKING", (0, 0, 0))
        if 90 <= k < 130:  # Comes and goes gently.
            return box(picture, x, y, w, h, colour, "LIVE", (0, 0, 0), min(1, (k - 89) / 10, (130 - k) / 10))
        return picture
    return clip.over(banner)


def captions(takes):
    clip = Clip()
    for n in range(5):
        take = takes.take(200)
        clip.add(still(take) if n % 2 else take, 200)
    words = ["NO", "WE WILL NOT", "LEAVE THIS PLACE", "BEFORE THE MORNING", "SAID THE MAYOR OF NORDHAVEN", "ON TUESDAY"]
    return clip.over(lambda picture, n: caption(caption(picture, words[n // 20 % 6], H - 60), words[n // 33 % 6], H - 30) if n // 10 % 3 else picture)


def flashes(takes):
    clip = Clip()
    for n in range(6):
        clip.add(takes.take(200, scene=("podium", "crowd")[n % 2]), 200)
    rng = numpy.random.default_rng(11)
    lights = {}
    for first in range(15, 1190, 17):
        if (first + 12) % 200 < 16:
            continue  # Light that covers a cut would leave nothing to find it by.
        x, y, reach = rng.uniform(0, 1), rng.uniform(0, .6), rng.uniform(.2, 3)
        for k, strength in enumerate([[1], [.9, .3], [.7], [1, .9, .5, .2], [.5, .8]][int(rng.integers(5))]):
            lights[first + k] = (strength, x, y, reach)
    return clip.over(lambda picture, n: glow(*lights[n])(picture) if n in lights else picture)


def lightning(takes):
    """A night sky that flickers for a third of a second, again and again."""
    clip = Clip()
    for n in range(4):
        clip.add(takes.take(200), 200)
    rng = numpy.random.default_rng(12)
    lights = {}
    for first in range(20, 780, 38):
        if (first + 16) % 200 < 20:
            continue
        for k in range(int(rng.integers(4, 9))):
            lights[first + k] = rng.choice([0, .3, .6, .9]) * (1 - k / 9)
    return clip.over(lambda picture, n: glow(lights.get(n, 0), .5, 0, 1.5)((picture * .35).astype(numpy.uint8)))


def moves(takes):
    """Whip pans, fast zooms and tilts over takes drawn larger than the frame, with the blur of the motion."""
    clip = Clip()
    for n in range(6):
        big = takes.take(180, (3 * W, 2 * H))

        def seen(k, big=big, n=n):
            picture = big(k)
            out = []
            for sub in (0, .34, .67):  # The shutter is open for two thirds of the frame.
                t = k + sub
                pan = [0, 1, 0, .6][int(t // 45) % 4], [1, 0, .6, .2][int(t // 45) % 4]
                p = min(1, (t % 45) / (6, 9, 14)[n % 3])
                p = p * p * (3 - 2 * p)
                at = pan[0] * (1 - p) + pan[1] * p
                scale = 1 + (.9 * abs(numpy.sin(t / 22)) if n % 2 else 0)
                w, h = W * scale, H * scale
                x, y = at * (3 * W - w), (2 * H - h) * (.5 + .4 * numpy.sin(t / 40))
                out.append(resized(picture, W, H, (x, y, x + w, y + h)).astype(float))
            return numpy.mean(out, 0).astype(numpy.uint8)
        clip.add(seen, 180)
    return clip


def split(takes):
    """Two takes side by side, one of them still for a while; then a single one."""
    clip = Clip()
    for n in range(5):
        left, right = takes.take(120, (W // 2, H)), takes.take(120, (W // 2, H))
        clip.add(lambda k, left=left, right=right: numpy.hstack([left(k if k < 60 else 60), right(k)]), 120)
        clip.add(takes.take(60), 60)
    return clip


def calm(takes):
    """Five minutes with one take a minute, each beside the next by a cut; in them flashes, tickers, straps, pans and zooms."""
    clip, rng = Clip(), numpy.random.default_rng(13)
    for n in range(5):
        big = takes.take(1500, (2 * W, 2 * H))

        def seen(k, big=big, n=n):
            phase = k % 300 / 300
            swing = .5 - .5 * numpy.cos(2 * numpy.pi * phase) if n != 3 else min(1, phase * 8) if k // 300 % 2 else 1 - min(1, phase * 8)
            scale = 1 + .7 * (.5 + .5 * numpy.sin(k / 60)) * (n % 2)
            w, h = W * scale, H * scale
            x, y = swing * (2 * W - w), (2 * H - h) * (.5 + .3 * numpy.sin(k / 97))
            return resized(big(k), W, H, (x, y, x + w, y + h))
        clip.add(seen, 1500)
    lights = {int(f) + k: (s, rng.uniform(0, 1), rng.uniform(0, .6), 1.) for f in rng.integers(20, 7400, 60) for k, s in enumerate((.9, .4))}
    words = "FERRY SERVICE SUSPENDED UNTIL FRIDAY  *  RIVER FALLS BELOW TWO METRES  *  COUNCIL VOTES TONIGHT"

    def news(picture, n):
        if n in lights:
            picture = glow(*lights[n])(picture)
        if n // 500 % 2:
            image = Image.fromarray(box(picture, 0, H - 24, W, 24, (170, 10, 20)))
            ImageDraw.Draw(image).text((W - 3 * n % (W * 4), H - 22), words, fill=(255, 255, 255), font=font("bold", 16))
            picture = numpy.asarray(image)
        if n % 220 > 130:
            k = n % 220 - 130
            picture = box(picture, 10, H - 84, 280, 52, (20, 30, 90), f"Speaker {n // 220}", alpha=min(1, k / 6))
        return caption(picture, f"LINE {n // 60} OF THE SPEECH", 40) if n // 60 % 2 else picture
    return clip.over(news)


CASES = {f.__name__: f for f in (dissolves, dissolves_still, dissolves_dark, dissolves_grey, dissolves_boxed, wipes, fades, fades_marked, cuts,
                                 cuts_grey, cuts_dark, cuts_boxed, cuts_news, vertical, jumps, slides, slides_held, animation, end_card,
                                 banners, captions, flashes, lightning, moves, split, calm)}


def make(name, takes, out):
    clip = CASES[name](takes)
    path = os.path.join(out, "clips", f"{name}.mp4")
    encode(path, (frame() for frame in clip.frames), clip.size, clip.fps, crf=27)
    truth = {"file": f"{name}.mp4", "cuts": clip.cuts, "gradual": clip.gradual, "confidence": "exact: made by script",
             "notes": (CASES[name].__doc__ or name).strip()}
    with open(os.path.join(out, "truth", f"{name}.mp4.json"), "w", encoding="utf-8") as file:
        json.dump(truth, file, indent=1)
        file.write("\n")
    print(f"{name}: {len(clip.frames)} frames, {len(clip.cuts)} cuts, {len(clip.gradual)} gradual", flush=True)


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out")
    parser.add_argument("--only", action="append", metavar="PATTERN", help=f"cases by name: {', '.join(CASES)}")
    parser.add_argument("--footage", metavar="CORPUS", help="take the pictures from this corpus instead of drawing them")
    parser.add_argument("--from", dest="source", action="append", metavar="PATTERN", help="clips of that corpus by name")
    parser.add_argument("--seed", type=int, default=0, help="other drawn pictures (default 0)")
    options = parser.parse_args(argv)
    names = shot_takes.matching(CASES, options.only)
    if not names:
        parser.error(f"--only: no case is called so; there are {', '.join(CASES)}")
    for folder in ("clips", "truth"):
        os.makedirs(os.path.join(options.out, folder), exist_ok=True)
    for name in names:
        takes = shot_takes.Footage(SIZE, options.footage, options.source) if options.footage else shot_takes.Drawn(SIZE, FPS, options.seed)
        make(name, takes, options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
