"""Takes in a row: which pictures of which take are mixed in each frame, and so where the cuts are."""
from dataclasses import dataclass, field

from PIL import Image


@dataclass
class Take:
    """`frames` is how many frames show this take at least in part; `camera` gives its pictures."""
    camera: object
    frames: int


@dataclass
class Through:
    """A fade to one colour and out of it: `out` frames darkening, `hold` frames of the colour alone, `into` frames."""
    colour: tuple
    out: int = 10
    hold: int = 4
    into: int = 10


@dataclass
class Over:
    """One take goes over into the next while both go on: `into` frames that show both. `wipe`: a line that crosses the picture from
    the left, not a mixture of the two."""
    into: int
    wipe: bool = False
    out: int = 0
    hold: int = 0

    def mix(self, before, after, share):
        if not self.wipe:
            return Image.blend(before, after, share)
        shown = before.copy()
        shown.paste(after.crop((0, 0, round(after.size[0] * share), after.size[1])), (0, 0))
        return shown


@dataclass
class Timeline:
    """Built from takes with None (a cut), Through or Over between them."""
    size: tuple
    fps: float
    times: list = None  # Seconds of each frame where the rate varies.
    takes: list = field(default_factory=list)
    joins: list = field(default_factory=list)

    def add(self, take, join=None):
        if self.takes:
            self.joins.append(join)
        self.takes.append(take)
        return self

    def _spans(self):
        """(first frame, frames, take, join before) of each take."""
        frame = 0
        for take, join in zip(self.takes, [None] + self.joins):
            if join:
                frame += join.hold
            yield frame, take.frames, take, join
            frame += take.frames

    @property
    def frames(self):
        return sum(t.frames for t in self.takes) + sum(j.hold for j in self.joins if j)

    def time(self, frame):
        """When a frame is shown; also of the frame after the last."""
        if self.times is None:
            return frame / self.fps
        return self.times[frame] if frame < len(self.times) else self.times[-1] + (self.times[-1] - self.times[-2])

    @property
    def duration(self):
        return self.time(self.frames)

    def cuts(self):
        return [first for first, _, _, join in self._spans() if first and not join]

    def gradual(self):
        """[first frame that is not clean, first clean frame] of each fade, dissolve or wipe."""
        return [[first - join.hold - join.out, first + join.into] for first, _, _, join in self._spans() if join]

    def pictures(self):
        """The frames in order."""
        spans = list(self._spans())
        for number, (first, count, take, join) in enumerate(spans):
            after = self.joins[number] if number < len(self.joins) else None
            for _ in range(join.hold if join else 0):
                yield Image.new("RGB", self.size, join.colour)
            over = join if isinstance(join, Over) else None
            fade_in = join if isinstance(join, Through) else None
            for k in range(count):
                shown = take.camera.picture(self.time(first + k) - self.time(first))
                if over and k < over.into:
                    last_first, _, last, _ = spans[number - 1]
                    before = last.camera.picture(self.time(first + k) - self.time(last_first))
                    shown = over.mix(before, shown, (k + 1) / (over.into + 1))
                if fade_in and k < fade_in.into:
                    shown = Image.blend(Image.new("RGB", self.size, fade_in.colour), shown, (k + 1) / (fade_in.into + 1))
                if isinstance(after, Through) and k >= count - after.out:
                    share = (k - (count - after.out) + 1) / (after.out + 1)
                    shown = Image.blend(shown, Image.new("RGB", self.size, after.colour), share)
                yield shown
