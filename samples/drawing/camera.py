"""The camera: a window on a scene that shakes a little and goes in or out; and the sensor's grain."""
import math

from PIL import Image, ImageChops

from .scenes import SCENES
from .texture import Grain

MARGIN = 1.12  # A scene is drawn this much wider and higher than it is shown, so that the window can move.


class Camera:
    """One take of one scene. `picture(t)` gives the upright RGB picture t seconds into the take."""

    def __init__(self, scene, width, height, seed=1, zoom=0.0, shake=1.0, begin=0.0, grain=2.5):
        """zoom: change of scale a second; shake: in pixels; begin: how far into the scene the take starts."""
        self.size = (width, height)
        self.full = (round(width * MARGIN), round(height * MARGIN))
        self.prepare = lambda: SCENES[scene](*self.full, seed)
        self.draw = None  # Made when the first picture is asked for: the truth alone needs no pictures.
        self.zoom, self.shake, self.begin = zoom, shake, begin
        self.grain_strength, self.grain, self.seed = grain, None, seed
        self.shown = 0

    def picture(self, t):
        self.draw = self.draw or self.prepare()
        scale = min(MARGIN, max(.6, 1.06 - self.zoom * t))
        w, h = self.size[0] * scale, self.size[1] * scale
        room_x, room_y = self.full[0] - w, self.full[1] - h
        x = room_x / 2 + self.shake * (math.sin(2.1 * t) + .6 * math.sin(5.3 * t + 1))
        y = room_y / 2 + self.shake * (math.cos(1.7 * t) + .5 * math.sin(6.1 * t + 2))
        x, y = min(max(x, 0), room_x), min(max(y, 0), room_y)
        shown = self.draw(self.begin + t).resize(self.size, Image.BILINEAR, box=(x, y, x + w, y + h))
        if self.grain_strength:
            self.grain = self.grain or Grain(*self.size, self.seed, self.grain_strength)
            self.shown += 1
            shown = ImageChops.add(shown, self.grain.tile(self.shown), 1, -128)
        return shown
