"""The scenes: each is a function of the picture's size and a seed that gives `draw(t)`, t in seconds.

A scene is drawn a little larger than it is shown; camera.py moves the window. Two scenes never share layout, brightness
and colour at once, so that going from one to the other is a cut for anybody.
"""
import math

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from .figures import below, boat, house, person, ridge, tree, van
from .texture import coloured, fractal, glow, grey, ramp, tinted, vertical_gradient, with_outline


def _slide(canvas, layer, x, y=0):
    """Puts the part of a wide layer that begins at column x (it stops at the layer's end) on the canvas."""
    x = int(min(max(x, 0), layer.width - canvas.width))
    part = layer.crop((x, 0, x + canvas.width, layer.height))
    canvas.paste(part, (0, int(y)), part if part.mode == "RGBA" else None)


def hills(w, h, seed):
    """Green hills under drifting clouds."""
    sky = vertical_gradient(w, h, [(0, (92, 142, 205)), (.6, (196, 216, 232)), (1, (220, 226, 226))])
    clouds = Image.new("RGB", (2 * w, h // 2), (250, 250, 248))
    clouds = with_outline(clouds, np.clip(fractal(2 * w, h // 2, seed, (10, 4), 6) * 2.4 - 1.05, 0, .95))
    layers = []
    for i, (dark, light, top, bottom) in enumerate([((92, 120, 128), (134, 158, 160), .34, .56),
                                                    ((58, 92, 54), (112, 142, 84), .48, .72),
                                                    ((36, 70, 26), (104, 136, 58), .66, .90)]):
        values = fractal(2 * w, h, seed + 10 + i, (24, 40), 4)
        line = ridge(2 * w, h, seed + 20 + i, 5 + 2 * i, .45)
        layers.append(with_outline(tinted(values, dark, light), below(line, 2 * w, h, top * h, bottom * h)))

    def draw(t):
        canvas = sky.copy()
        _slide(canvas, clouds, 20 + 14 * t, h * .04)
        for i, layer in enumerate(layers):
            _slide(canvas, layer, 10 + (8 + 18 * i * i) * t)
        return canvas
    return draw


def sea(w, h, seed):
    """Open water at sunset, a boat on the horizon."""
    horizon = int(h * .42)
    sky = vertical_gradient(w, horizon, [(0, (84, 58, 98)), (.55, (214, 112, 74)), (1, (250, 190, 110))])
    sun = glow(int(h * .24), (255, 232, 180), 1.2)
    sky.paste(sun, (int(w * .58), int(horizon - h * .30)), sun)
    tall = h - horizon + 40
    waves = [grey(fractal(w + 300, tall, seed + i, (14 + 9 * i, 40), 4, .6)) for i in range(2)]
    table = ramp([(0, (16, 20, 46)), (.48, (58, 50, 84)), (.66, (190, 112, 92)), (.85, (255, 214, 150)), (1, (255, 240, 205))])
    depth = vertical_gradient(w, h - horizon, [(0, (255, 235, 220)), (.3, (210, 190, 190)), (1, (110, 110, 140))])
    vessel = boat(int(w * .13), int(h * .12))

    def draw(t):
        a = waves[0].crop((int(26 * t), 0, int(26 * t) + w, h - horizon))
        b = waves[1].crop((300 - int(32 * t) % 300, int(20 - 14 * math.sin(t)), 300 - int(32 * t) % 300 + w,
                           int(20 - 14 * math.sin(t)) + h - horizon))
        canvas = Image.new("RGB", (w, h))
        canvas.paste(sky, (0, 0))
        canvas.paste(ImageChops.multiply(coloured(Image.blend(a, b, .5), table), depth), (0, horizon))
        canvas.paste(vessel, (int(w * .12 + 22 * t), int(horizon - h * .10 + 2 * math.sin(2 * t))), vessel)
        return canvas
    return draw


def night_street(w, h, seed):
    """A wet street at night: lamps out of focus, cars that come and go."""
    random = np.random.default_rng(seed)
    back = tinted(fractal(w, h, seed, (6, 4), 5), (8, 10, 22), (34, 34, 52))
    for i in range(7):
        block = house(int(w * .2), int(h * random.uniform(.3, .6)), seed + i, (26, 28, 40), (214, 170, 96), .3)
        back.paste(block, (int(w * (i * .16 - .08)), int(h * .62) - block.height), block)
    road = tinted(fractal(w, h - int(h * .62), seed + 9, (30, 6), 4), (14, 14, 20), (52, 48, 52))
    back.paste(road, (0, int(h * .62)))
    back = back.filter(ImageFilter.GaussianBlur(1.5))
    for i in range(9):
        lamp = glow(int(h * random.uniform(.05, .11)), (255, 196, 110) if i % 3 else (120, 220, 180), .7)
        x, y = int(w * i / 8.5), int(h * random.uniform(.12, .42))
        back.paste(lamp, (x - lamp.width // 2, y), lamp)
        pool = lamp.resize((lamp.width, lamp.height * 2)).filter(ImageFilter.GaussianBlur(4))
        pool.putalpha(pool.getchannel("A").point(lambda v: v // 3))
        back.paste(pool, (x - lamp.width // 2, int(h * .66)), pool)
    front, rear = glow(int(h * .07), (255, 246, 220), 1.3), glow(int(h * .05), (255, 40, 30), 1.1)
    cars = [(random.uniform(0, 1), random.uniform(.10, .24), i % 2, random.uniform(.70, .88)) for i in range(7)]

    def draw(t):
        canvas = back.copy()
        for start, speed, outward, y in cars:
            place = (start + speed * t) % 1.2 - .1
            x = w * (1 - place if outward else place)
            light = rear if outward else front
            for gap in (0, h * .09):
                canvas.paste(light, (int(x + gap), int(h * y)), light)
        return canvas
    return draw


def crowd(w, h, seed):
    """Many people in a square, rows that sway, flags above them."""
    random = np.random.default_rng(seed)
    back = vertical_gradient(w, h, [(0, (206, 204, 196)), (.5, (164, 158, 150)), (1, (90, 84, 80))])
    for i in range(6):
        block = house(int(w * .21), int(h * random.uniform(.32, .5)), seed + i, (168, 150, 128), (96, 104, 116), .9)
        back.paste(block, (int(w * i * .19 - 30), int(h * .5) - block.height), block)
    rows = []
    for row in range(4):
        size = int(h * (.17 + .07 * row))
        layer = Image.new("RGBA", (int(1.4 * w), int(size * 1.25)), (80, 70, 66, 0))
        for i in range(int(1.4 * w / (size * .52))):
            figure = person(int(size * .8), size, seed + 50 * row + i)
            layer.paste(figure, (int(i * size * .52), int(random.uniform(0, size * .2))), figure)
        rows.append((layer, h * (.34 + .155 * row), random.uniform(0, 6)))
    flags = [(random.uniform(.05, .95), random.uniform(.1, .2), tuple(int(v) for v in random.integers(60, 230, 3)), i)
             for i in range(5)]

    def draw(t):
        canvas = back.copy()
        pen = ImageDraw.Draw(canvas)
        for x, y, colour, phase in flags:
            top = [(w * x + step * w * .012, h * y + math.sin(5 * t + step * .8 + phase) * h * .014) for step in range(9)]
            pen.polygon(top + [(px, py + h * .1) for px, py in reversed(top)], fill=colour)
            pen.line([(w * x, h * y), (w * x - 4, h * .5)], fill=(60, 52, 46), width=3)
        for i, (layer, y, phase) in enumerate(rows):
            _slide(canvas, layer, 40 + (5 + 5 * i) * t, y + 3 * math.sin(2.6 * t + phase))
        return canvas
    return draw


def pitch(w, h, seed):
    """A football ground from the stand: mown stripes, players who run."""
    random = np.random.default_rng(seed)
    stripes = (np.arange(2 * w) // (w // 9) % 2).astype(np.float32)[None, :] * .25
    grass = tinted(np.clip(fractal(2 * w, h, seed, (60, 60), 3) * .5 + stripes + .1, 0, 1), (34, 96, 30), (96, 168, 62))
    lines = ImageDraw.Draw(grass)
    for y in (.34, .92):
        lines.line([(0, h * y), (2 * w, h * y)], fill=(225, 232, 220), width=3)
    lines.line([(w * .9, h * .34), (w * .9, h * .92)], fill=(225, 232, 220), width=3)
    lines.ellipse([w * .75, h * .5, w * 1.05, h * .76], outline=(225, 232, 220), width=3)
    stand = tinted(np.clip(fractal(2 * w, int(h * .3), seed + 1, (150, 40), 2) * 1.3 - .2, 0, 1), (40, 44, 70), (196, 190, 186))
    grass.paste(stand, (0, 0))
    sides = [person(int(h * .07), int(h * .15), seed + i, coat) for i, coat in enumerate([(200, 30, 36), (240, 240, 240)])]
    players = [(random.uniform(.0, 1.2), random.uniform(.36, .76), random.uniform(-.08, .08), i % 2) for i in range(14)]

    def draw(t):
        canvas = Image.new("RGB", (w, h))
        x = int(30 + 46 * t)
        _slide(canvas, grass, x)
        for start, y, speed, side in players:
            px = w * (start + speed * t) - x + 60
            py = h * (y + .02 * math.sin(2 * t + 9 * start)) - abs(3 * math.sin(9 * t + 20 * start))
            canvas.paste(sides[side], (int(px), int(py)), sides[side])
        return canvas
    return draw


def city(w, h, seed):
    """Pale towers by day, the camera going past."""
    random = np.random.default_rng(seed)
    sky = tinted(fractal(w, h, seed, (5, 3), 5), (150, 166, 180), (222, 228, 232))
    layers = []
    for depth, (low, high, tone) in enumerate([(.35, .6, 170), (.5, .85, 128)]):
        layer = Image.new("RGBA", (2 * w, h), (tone, tone, tone, 0))
        x = 0
        while x < 2 * w:
            width = int(w * random.uniform(.10, .17) * (1 + .5 * depth))
            wall = tuple(int(tone + random.integers(-26, 26)) for _ in range(3))
            block = house(width, int(h * random.uniform(low, high)), seed + x, wall, (214, 224, 232), .5)
            layer.paste(block, (x, h - block.height), block)
            x += int(width * random.uniform(1.05, 1.5))
        layers.append(layer)

    def draw(t):
        canvas = sky.copy()
        _slide(canvas, layers[0], 20 + 16 * t)
        _slide(canvas, layers[1], 20 + 52 * t)
        return canvas
    return draw


def podium(w, h, seed):
    """A speaker behind a desk in front of a curtain."""
    folds = .5 + .5 * np.sin(np.linspace(0, 52, w, dtype=np.float32) + 2.2 * fractal(w, 8, seed, (9, 1), 3)[4])
    cloth = np.clip(folds[None, :] * .62 + .3 * fractal(w, h, seed, (30, 4), 4), 0, 1)
    back = tinted(cloth, (26, 30, 74), (70, 84, 160))
    desk = tinted(fractal(w, int(h * .3), seed + 2, (4, 40), 5), (70, 42, 24), (128, 84, 50))
    speaker = person(int(h * .46), int(h * .68), seed + 3, (44, 46, 54))

    def draw(t):
        canvas = back.copy()
        x = w * .5 - speaker.width / 2 + w * .022 * math.sin(1.7 * t) + w * .01 * math.sin(4.3 * t)
        canvas.paste(speaker, (int(x), int(h * .17 + 3 * math.sin(2.9 * t))), speaker)
        canvas.paste(desk, (0, int(h * .76)))
        pen = ImageDraw.Draw(canvas)
        for i in range(4):
            foot = w * (.38 + .08 * i)
            pen.line([(foot, h * .80), (w * .5 + (foot - w * .5) * .4, h * .62)], fill=(20, 20, 22), width=4)
        return canvas
    return draw


def smoke(w, h, seed):
    """Ruined walls before rising smoke and fire."""
    clouds = [grey(fractal(w, h + 400, seed + i, (6 + 3 * i, 8 + 3 * i), 5, .55)) for i in range(2)]
    table = ramp([(0, (18, 14, 14)), (.42, (60, 50, 46)), (.62, (136, 116, 100)), (.8, (226, 138, 52)), (1, (255, 224, 140))])
    line = np.round(ridge(w, h, seed + 5, 9, .7) * 7) / 7
    wall = with_outline(tinted(fractal(w, h, seed + 6, (40, 30), 4), (16, 13, 12), (66, 56, 50)),
                        below(line, w, h, h * .42, h * .86))

    def draw(t):
        a = clouds[0].crop((0, int(40 * t) % 400, w, int(40 * t) % 400 + h))
        b = clouds[1].crop((0, int(64 * t) % 400, w, int(64 * t) % 400 + h))
        canvas = coloured(Image.blend(a, b, .5), table)
        canvas.paste(wall, (0, 0), wall)
        return canvas
    return draw


def desert(w, h, seed):
    """Dunes in hard light, a van that raises dust."""
    sky = vertical_gradient(w, h, [(0, (128, 170, 208)), (.5, (232, 222, 196)), (1, (232, 222, 196))])
    layers = []
    for i, (top, bottom) in enumerate([(.36, .50), (.50, .66)]):
        values = fractal(2 * w, h, seed + i, (6, 44), 5, .6)
        layers.append(with_outline(tinted(values, (176, 128, 76), (244, 208, 146)),
                                   below(ridge(2 * w, h, seed + 7 + i, 4, .35), 2 * w, h, top * h, bottom * h)))
    car = van(int(h * .30), int(h * .16), seed, (232, 230, 222))
    dust = glow(int(h * .10), (226, 198, 150), .8)

    def draw(t):
        canvas = sky.copy()
        _slide(canvas, layers[0], 12 + 8 * t)
        _slide(canvas, layers[1], 30 + 30 * t)
        x, y = w * (-.05 + .13 * t), h * .70 + 3 * math.sin(7 * t)
        for i in range(5):
            canvas.paste(dust, (int(x - i * h * .09 + 4 * math.sin(9 * t + i)), int(y - i * 3)), dust)
        canvas.paste(car, (int(x), int(y)), car)
        return canvas
    return draw


def snow(w, h, seed):
    """A wood in winter while it snows."""
    random = np.random.default_rng(seed)
    back = vertical_gradient(w, h, [(0, (186, 194, 206)), (.5, (222, 226, 232)), (1, (246, 248, 250))])
    layers = []
    for depth in range(2):
        layer = Image.new("RGBA", (int(1.6 * w), h), (90, 90, 90, 0))
        for i in range(11 - 3 * depth):
            trunk = tree(int(h * (.3 + .3 * depth)), int(h * (.62 + .3 * depth)), seed + 30 * depth + i,
                         (58, 52, 52) if depth else (120, 120, 126), (62, 78, 72) if depth else (150, 160, 162))
            layer.paste(trunk, (int(1.6 * w * (i + random.uniform(-.3, .3)) / (11 - 3 * depth)), int(h * .08)), trunk)
        layers.append(layer)
    flakes = [(random.uniform(0, w), random.uniform(0, h), random.uniform(50, 140), random.uniform(1, 3)) for _ in range(120)]

    def draw(t):
        canvas = back.copy()
        _slide(canvas, layers[0], 10 + 12 * t)
        _slide(canvas, layers[1], 20 + 34 * t)
        pen = ImageDraw.Draw(canvas)
        for x, y, speed, r in flakes:
            px, py = (x + 14 * math.sin(t + y)) % w, (y + speed * t) % h
            pen.ellipse([px - r, py - r, px + r, py + r], fill=(250, 250, 252))
        return canvas
    return draw


def studio(w, h, seed):
    """A news room: a presenter before a wall of red light."""
    wall = tinted(np.clip(fractal(2 * w, h, seed, (7, 5), 4), 0, 1), (70, 8, 14), (214, 66, 52))
    pen = ImageDraw.Draw(wall)
    for i in range(12):
        pen.line([(w * i / 5, 0), (w * i / 5 + h * .4, h)], fill=(236, 112, 88), width=2)
    wall = wall.filter(ImageFilter.GaussianBlur(2))
    presenter = person(int(h * .5), int(h * .72), seed + 4, (228, 224, 214), (206, 160, 128))
    desk = vertical_gradient(w, int(h * .2), [(0, (236, 238, 242)), (.12, (150, 158, 172)), (1, (60, 66, 80))])

    def draw(t):
        canvas = Image.new("RGB", (w, h))
        _slide(canvas, wall, 20 + 26 * t)
        canvas.paste(presenter, (int(w * .2 + 4 * math.sin(1.9 * t)), int(h * .16 + 2 * math.sin(3.1 * t))), presenter)
        canvas.paste(desk, (0, int(h * .82)))
        return canvas
    return draw


def fields(w, h, seed):
    """Farmland from the air, the camera turning slowly."""
    random = np.random.default_rng(seed)
    side = int(math.hypot(w, h)) + 80
    ground = Image.new("RGB", (side, side), (92, 108, 56))
    pen = ImageDraw.Draw(ground)
    step = side // 7
    for y in range(0, side, step):
        for x in range(0, side, step):
            base = [(150, 146, 70), (84, 112, 48), (178, 150, 98), (62, 90, 44), (122, 96, 62)][int(random.integers(5))]
            pen.rectangle([x, y, x + step * random.uniform(.8, 1.6), y + step * random.uniform(.8, 1.4)], fill=base)
    pen.line([(0, side * .3), (side, side * .62)], fill=(206, 200, 188), width=7)
    pen.line([(side * .55, 0), (side * .42, side)], fill=(88, 128, 150), width=14)
    texture = Image.merge("RGB", [grey(.6 + .4 * fractal(side, side, seed, (50, 50), 4))] * 3)
    ground = ImageChops.multiply(ground, texture)

    def draw(t):
        angle = math.radians(8 + 3.5 * t)
        c, s = math.cos(angle), math.sin(angle)
        x, y = side / 2 + 9 * t, side / 2 - 6 * t  # What the middle of the picture looks at.
        return ground.transform((w, h), Image.AFFINE, (c, s, x - (c * w + s * h) / 2, -s, c, y - (c * h - s * w) / 2),
                                Image.BILINEAR)
    return draw


SCENES = {"hills": hills, "sea": sea, "night_street": night_street, "crowd": crowd, "pitch": pitch, "city": city,
          "podium": podium, "smoke": smoke, "desert": desert, "snow": snow, "studio": studio, "fields": fields}
