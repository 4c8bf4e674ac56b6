"""What the texts of the generated cases are drawn over: moving and still pictures of our own, or footage that the user names.

A ground is a function of the frame number that gives an RGB picture. Frames are asked for once each and in order.
"""
import os
import subprocess

import numpy
from PIL import Image, ImageChops, ImageDraw, ImageFilter

import shot_takes  # noqa: F401 (makes the drawing of the samples known)
from drawing.camera import Camera
from drawing.texture import Grain, fractal, tinted, with_outline

VIDEO_ENDINGS = (".mp4", ".mkv", ".mov", ".webm", ".avi", ".m4v")


def scene(name, zoom=.01, shake=1., grain=2.5):
    """One of the samples' drawn scenes, seen by a hand-held camera."""
    def made(size, fps, seed):
        camera = Camera(name, *size, seed=seed, zoom=zoom, shake=shake * size[1] / 200, grain=grain)
        return lambda n: camera.picture(n / fps)
    return made


def _window(big, size, fps, pan, shake, grain, seed):
    """A window on a larger picture, that pans `pan` pixels a second and shakes `shake` pixels."""
    noise = Grain(*size, seed, grain) if grain else None
    room_x, room_y = big.width - size[0], big.height - size[1]

    def draw(n):
        t = n / fps
        x = room_x / 4 + pan * t + shake * (numpy.sin(2.3 * t) + .5 * numpy.sin(6.7 * t))
        y = room_y / 2 + shake * (numpy.cos(1.9 * t) + .5 * numpy.sin(5.1 * t))
        x, y = room_x - abs(room_x - x % (2 * room_x)), min(max(y, 0), room_y)  # At the end of the picture it turns back.
        shown = big.resize(size, Image.BILINEAR, box=(x, y, x + size[0], y + size[1]))
        return ImageChops.add(shown, noise.tile(n), 1, -128) if noise else shown
    return draw


def _leaves(width, height, random, count, reach, tones, back):
    """Leaves of all directions, those drawn later are nearer and lighter."""
    picture = back.copy()
    pen = ImageDraw.Draw(picture)
    for k in range(count):
        x, y = random.uniform(0, width), random.uniform(0, height)
        length, turn = reach * random.uniform(.5, 1.3), random.uniform(0, 6.28)
        light = .35 + .65 * k / count + random.normal(0, .12)
        colour = tuple(int(numpy.clip(c * light, 0, 255)) for c in tones[random.integers(len(tones))])
        along = numpy.array([numpy.cos(turn), numpy.sin(turn)]) * length
        aside = numpy.array([-along[1], along[0]]) * .28
        at = numpy.array([x, y])
        pen.polygon([tuple(at - along), tuple(at + aside), tuple(at + along), tuple(at - aside)], fill=colour)
    return picture


def foliage(size, fps, seed):
    """A hedge in the wind: sharp leaves everywhere, as busy as pictures get."""
    random = numpy.random.default_rng(seed)
    w, h = int(size[0] * 1.3), int(size[1] * 1.15)
    dark = tinted(fractal(w, h, seed, (6, 4), 5), (14, 24, 12), (58, 84, 40))
    tones = [(92, 140, 54), (120, 160, 70), (70, 110, 48), (150, 170, 92), (176, 150, 70)]
    leaves = _leaves(w, h, random, 5200, h / 42, tones, dark).filter(ImageFilter.GaussianBlur(.7))
    near = _leaves(w, h, random, 500, h / 22, tones, leaves)
    shape = numpy.clip((fractal(w, h, seed + 1, (5, 3), 4) - .55) * 9, 0, 1)
    layer = with_outline(near, shape)
    window = _window(leaves, size, fps, 16, 2.5, 4., seed)

    def draw(n):
        picture = window(n)
        x = int((layer.width - size[0]) * (.5 + .4 * numpy.sin(n / fps * 1.3)))
        picture.paste(layer.crop((x, 0, x + size[0], size[1])), (0, 0), layer.crop((x, 0, x + size[0], size[1])))
        return picture
    return draw


def rubble(size, fps, seed):
    """Stones and dust in hard light, the camera walking past."""
    w, h = int(size[0] * 1.8), int(size[1] * 1.1)
    stones = fractal(w, h, seed, (34, 20), 5, .62)
    light = numpy.clip(.42 + 5 * (stones - numpy.roll(stones, (2, 2), (0, 1))) + .5 * (fractal(w, h, seed + 1, (4, 3), 3) - .5), 0, 1)
    return _window(tinted(light, (30, 28, 26), (176, 164, 146)), size, fps, size[0] / 22, 3., 4., seed)


def fabric(size, fps, seed):
    """A still, pale picture with fine folds: a wall, a flag, a sheet of paper."""
    w, h = int(size[0] * 1.06), int(size[1] * 1.06)
    folds = .55 + .25 * numpy.sin(numpy.linspace(0, 40, w)[None, :] + 4 * fractal(w, h, seed, (4, 3), 4)) * fractal(w, h, seed + 1, (3, 3), 2)
    return _window(tinted(numpy.clip(folds + .2 * (fractal(w, h, seed + 2, (90, 60), 3) - .5), 0, 1), (150, 140, 128), (248, 244, 236)),
                   size, fps, 0, .6, 2., seed)


def infrared(size, fps, seed):
    """What a drone sees at night: grey, low contrast, full of noise."""
    w, h = int(size[0] * 1.5), int(size[1] * 1.3)
    values = .25 + .35 * fractal(w, h, seed, (7, 5), 6, .6)
    pen = Image.fromarray((values * 255).astype(numpy.uint8))
    random = numpy.random.default_rng(seed)
    for _ in range(26):  # Roofs and vehicles, warm or cold.
        x, y, side = random.uniform(0, w), random.uniform(0, h), random.uniform(.02, .1) * h
        ImageDraw.Draw(pen).rectangle([x, y, x + side * random.uniform(.6, 2), y + side], fill=int(random.choice([30, 70, 190, 230])))
    return _window(pen.filter(ImageFilter.GaussianBlur(1.6)).convert("RGB"), size, fps, size[0] / 40, 2., 13., seed)


def card(colour):
    """A flat card that gets a little lighter to one side."""
    def made(size, fps, seed):
        ramp = numpy.linspace(0, 1, size[0])[None, :, None] * 18
        flat = Image.fromarray(numpy.clip(numpy.array(colour)[None, None, :] + numpy.repeat(ramp, size[1], 0), 0, 255).astype(numpy.uint8))
        return lambda n: flat.copy()
    return made


def joined(*parts):
    """Grounds one after the other, with cuts: (ground, frames) each."""
    def made(size, fps, seed):
        drawn = [(ground(size, fps, seed + k), frames) for k, (ground, frames) in enumerate(parts)]

        def draw(n):
            for ground, frames in drawn[:-1]:
                if n < frames:
                    return ground(n)
                n -= frames
            return drawn[-1][0](n)
        return draw
    return made


def framed(ground, share=.42, colour=(16, 16, 20)):
    """A landscape picture in the middle of a portrait frame, over a dark and blurred copy of itself."""
    def made(size, fps, seed):
        inner = (size[0], int(size[1] * share) // 2 * 2)
        draw_inner = ground(inner, fps, seed)
        back = Image.blend(draw_inner(0).resize(size).filter(ImageFilter.GaussianBlur(18)), Image.new("RGB", size, colour), .6)

        def draw(n):
            whole = back.copy()
            whole.paste(draw_inner(n), (0, (size[1] - inner[1]) // 2))
            return whole
        return draw
    return made


class Footage:
    """Grounds taken from the videos of a folder, in turns, from their beginning; a short one begins anew."""

    def __init__(self, folder):
        self.videos = sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.lower().endswith(VIDEO_ENDINGS))
        if not self.videos:
            raise ValueError(f"{folder}: no video in it ({', '.join(VIDEO_ENDINGS)})")

    def ground(self, number):
        def made(size, fps, seed):
            w, h = size
            command = ["ffmpeg", "-nostdin", "-v", "error", "-stream_loop", "-1", "-i", self.videos[number % len(self.videos)], "-vf",
                       f"fps={fps},scale={w}:{h}:force_original_aspect_ratio=increase,crop={w}:{h}", "-f", "rawvideo", "-pix_fmt", "rgb24", "-"]
            process = subprocess.Popen(command, stdout=subprocess.PIPE)
            last = Image.new("RGB", size)

            def draw(_n):
                nonlocal last
                raw = process.stdout.read(w * h * 3)
                if len(raw) == w * h * 3:
                    last = Image.frombytes("RGB", size, raw)
                return last.copy()
            draw.close = lambda: (process.stdout.close(), process.kill(), process.wait())
            return draw
        return made
