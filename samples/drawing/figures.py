"""People, houses, trees and vehicles as RGBA layers; drawn large, shaded, then reduced so that edges are soft."""
import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from .texture import fractal, grey

SCALE = 3  # Figures are drawn this much larger than they are used.


def _finished(layer, width, height, seed):
    """Shades a flat drawing with light from the left and a little cloth-like noise, and reduces it."""
    light = np.linspace(1.12, 0.72, layer.width, dtype=np.float32)[None, :]
    noise = 0.82 + 0.36 * fractal(layer.width, layer.height, seed, (6, 8), 4)
    shade = grey(np.clip(light * noise * 0.7, 0, 1)).filter(ImageFilter.GaussianBlur(SCALE))
    colour = ImageChops.multiply(layer.convert("RGB"), Image.merge("RGB", [shade] * 3))
    colour.putalpha(layer.getchannel("A"))
    return colour.resize((width, height), Image.BOX)


def person(width, height, seed, coat=None, skin=None):
    """Head and shoulders, seen from the front, filling width x height."""
    random = np.random.default_rng(seed)
    coat = coat or tuple(int(v) for v in random.integers(35, 190, 3))
    skin = skin or [(224, 178, 146), (196, 146, 112), (142, 98, 70), (96, 66, 48)][int(random.integers(4))]
    hair = [(38, 28, 22), (92, 62, 36), (150, 118, 70), (120, 120, 122)][int(random.integers(4))]
    w, h = width * SCALE, height * SCALE
    layer = Image.new("RGBA", (w, h), coat + (0,))
    draw = ImageDraw.Draw(layer)
    draw.rounded_rectangle([w * .04, h * .52, w * .96, h * 1.3], radius=w * .26, fill=coat + (255,))
    draw.rectangle([w * .42, h * .40, w * .58, h * .58], fill=tuple(int(c * .85) for c in skin) + (255,))
    draw.polygon([(w * .40, h * .54), (w * .60, h * .54), (w * .5, h * .72)], fill=(226, 226, 222, 255))
    draw.ellipse([w * .28, h * .02, w * .72, h * .44], fill=hair + (255,))
    draw.ellipse([w * .31, h * .08, w * .69, h * .50], fill=skin + (255,))
    for side in (-1, 1):
        draw.ellipse([w * (.5 + side * .09) - w * .025, h * .25, w * (.5 + side * .09) + w * .025, h * .275],
                     fill=(40, 30, 28, 255))
    draw.ellipse([w * .45, h * .385, w * .55, h * .41], fill=tuple(int(c * .62) for c in skin) + (255,))
    return _finished(layer, width, height, seed)


def house(width, height, seed, wall, window, lit=0.4):
    """A block with rows of windows, of which the share `lit` shines."""
    random = np.random.default_rng(seed)
    w, h = width * SCALE, height * SCALE
    layer = Image.new("RGBA", (w, h), wall + (255,))
    draw = ImageDraw.Draw(layer)
    columns, rows = max(2, width // 16), max(3, height // 20)
    for row in range(rows):
        for column in range(columns):
            on = random.random() < lit
            fill = window if on else tuple(int(c * .55) for c in wall)
            x, y = w * (column + .28) / columns, h * (row + .35) / rows
            draw.rectangle([x, y, x + w * .42 / columns, y + h * .45 / rows], fill=fill + (255,))
    draw.rectangle([0, 0, w, h * .012 + SCALE], fill=tuple(int(c * .6) for c in wall) + (255,))
    return _finished(layer, width, height, seed)


def tree(width, height, seed, trunk=(66, 52, 42), leaves=(46, 78, 40)):
    """A trunk under a ragged crown."""
    random = np.random.default_rng(seed)
    w, h = width * SCALE, height * SCALE
    layer = Image.new("RGBA", (w, h), leaves + (0,))
    draw = ImageDraw.Draw(layer)
    draw.polygon([(w * .46, h * .4), (w * .54, h * .4), (w * .57, h), (w * .43, h)], fill=trunk + (255,))
    for _ in range(40):
        x, y = random.normal(.5, .16) * w, random.normal(.32, .12) * h
        r = w * random.uniform(.06, .16)
        x, y = min(max(x, r), w - r), max(y, r)
        tone = random.uniform(.7, 1.25)
        draw.ellipse([x - r, y - r, x + r, y + r], fill=tuple(min(255, int(c * tone)) for c in leaves) + (255,))
    return _finished(layer, width, height, seed)


def van(width, height, seed, paint=(188, 186, 178)):
    """A box van from the side."""
    w, h = width * SCALE, height * SCALE
    layer = Image.new("RGBA", (w, h), paint + (0,))
    draw = ImageDraw.Draw(layer)
    draw.rounded_rectangle([0, h * .06, w * .68, h * .82], radius=h * .06, fill=paint + (255,))
    draw.polygon([(w * .66, h * .22), (w * .84, h * .24), (w * .98, h * .52), (w * .98, h * .82), (w * .66, h * .82)],
                 fill=tuple(int(c * .85) for c in paint) + (255,))
    draw.polygon([(w * .72, h * .30), (w * .82, h * .31), (w * .91, h * .52), (w * .72, h * .52)], fill=(58, 74, 88, 255))
    for x in (.18, .8):
        draw.ellipse([w * x - h * .17, h * .66, w * x + h * .17, h], fill=(28, 28, 30, 255))
        draw.ellipse([w * x - h * .07, h * .76, w * x + h * .07, h * .90], fill=(140, 140, 144, 255))
    return _finished(layer, width, height, seed)


def boat(width, height, hull=(40, 34, 44)):
    """A fishing boat from the side, dark against the light."""
    w, h = width * SCALE, height * SCALE
    layer = Image.new("RGBA", (w, h), hull + (0,))
    draw = ImageDraw.Draw(layer)
    draw.polygon([(0, h * .62), (w, h * .56), (w * .9, h), (w * .1, h)], fill=hull + (255,))
    draw.rectangle([w * .2, h * .34, w * .42, h * .66], fill=hull + (255,))
    draw.line([(w * .5, h * .62), (w * .5, 0)], fill=hull + (255,), width=2 * SCALE)
    draw.line([(w * .5, h * .05), (w * .86, h * .58)], fill=hull + (255,), width=SCALE)
    return layer.resize((width, height), Image.BOX)


def ridge(width, height, seed, cells, roughness=0.5):
    """Heights 0..1 of a mountain line, one a column."""
    return fractal(width, 8, seed, (cells, 1), 6, roughness)[4]


def below(line, width, height, top, bottom):
    """Opacity 0..1 of what lies under a line that runs between rows `top` and `bottom`, with a soft edge."""
    rows = np.arange(height, dtype=np.float32)[:, None]
    edge = top + (bottom - top) * (1 - line[None, :width])
    return np.clip(rows - edge, 0, 1)
