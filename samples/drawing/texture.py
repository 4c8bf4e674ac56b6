"""Noise pictures and colour ramps: the raw material of every scene. All of it follows from the seed."""
import numpy as np
from PIL import Image


def fractal(width, height, seed, cells=(4, 4), octaves=5, gain=0.5):
    """Layered value noise as float32 in 0..1. `cells` is how many bumps the coarsest layer has across and down."""
    random = np.random.default_rng(seed)
    total = np.zeros((height, width), np.float32)
    weight, across, down = 1.0, cells[0], cells[1]
    for _ in range(octaves):
        if across > width or down > height:
            break
        grid = random.random((down + 1, across + 1), dtype=np.float32)
        layer = Image.fromarray(grid).resize((width, height), Image.BICUBIC)
        total += weight * np.asarray(layer)
        weight *= gain
        across, down = across * 2, down * 2
    total -= total.min()
    return total / max(float(total.max()), 1e-6)


def grey(values):
    """0..1 as an 8-bit picture."""
    return Image.fromarray(np.clip(values * 255, 0, 255).astype(np.uint8))


def ramp(stops):
    """A 256-step colour table between `stops`, a list of (position 0..1, (r, g, b))."""
    places = [position * 255 for position, _ in stops]
    steps = np.arange(256)
    return [np.interp(steps, places, [colour[c] for _, colour in stops]).astype(np.uint8).tolist() for c in range(3)]


def coloured(picture, table):
    """An 8-bit grey picture through a colour table."""
    return Image.merge("RGB", [picture.point(channel) for channel in table])


def vertical_gradient(width, height, stops):
    """A picture whose colour changes from top to bottom."""
    column = np.linspace(0, 255, height).astype(np.uint8)[:, None]
    return coloured(Image.fromarray(np.repeat(column, width, axis=1)), ramp(stops))


def tinted(values, dark, light):
    """0..1 as a colour picture from `dark` to `light`."""
    return coloured(grey(values), ramp([(0, dark), (1, light)]))


def with_outline(picture, mask_values):
    """A colour picture and its opacity 0..1 as one RGBA layer."""
    layer = picture.convert("RGBA")
    layer.putalpha(grey(mask_values))
    return layer


def glow(radius, colour, softness=2.0):
    """A round light that fades to nothing at `radius` pixels."""
    axis = np.linspace(-1, 1, 2 * radius, dtype=np.float32)
    distance = np.sqrt(axis[None, :] ** 2 + axis[:, None] ** 2)
    return with_outline(Image.new("RGB", (2 * radius, 2 * radius), colour), np.clip(1 - distance, 0, 1) ** softness)


class Grain:
    """Sensor noise: a few tiles, taken in turn, so that a still camera is never a still picture."""

    def __init__(self, width, height, seed, strength=3.0):
        random = np.random.default_rng(seed)
        self.tiles = []
        for _ in range(5):
            noise = np.clip(128 + random.normal(0, strength, (height, width)), 0, 255).astype(np.uint8)
            self.tiles.append(Image.merge("RGB", [Image.fromarray(noise)] * 3))

    def tile(self, number):
        return self.tiles[(number * 7 + number // 5) % len(self.tiles)]
