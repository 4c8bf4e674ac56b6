"""Text laid over the generated cases: how it looks, when and where it stands, and the truth about it.

Times are seconds. Places are pixels of the upper left corner of the ink; a place may be a function of time.
"""
import numpy
from PIL import Image, ImageDraw, ImageFilter

from text_faces import font


class Lettering:
    """A picture of one or more lines. style: plain, outline, shadow (hard and offset), glow (soft dark halo), box."""

    def __init__(self, lines, face="sans bold", size=28, fill=(255, 255, 255), style="plain", box=(0, 0, 0, 190), align="center", spacing=1.3,
                 faces=None, sizes=None):
        self.lines = [lines] if isinstance(lines, str) else list(lines)
        count = len(self.lines)
        sizes = sizes or [size] * count
        letters = [font(f, s) for f, s in zip(faces or [face] * count, sizes)]
        pad = max(sizes)
        widths = [f.getlength(line) for f, line in zip(letters, self.lines)]
        whole = (int(max(widths)) + 2 * pad, int(sum(spacing * s for s in sizes)) + 2 * pad)
        ink, edge = Image.new("L", whole, 0), Image.new("L", whole, 0)
        y = pad
        for f, s, line, width in zip(letters, sizes, self.lines, widths):
            x = pad if align == "left" else (whole[0] - width) / 2
            ImageDraw.Draw(ink).text((x, y), line, 255, font=f)
            ImageDraw.Draw(edge).text((x, y), line, 255, font=f, stroke_width=max(1, round(s / 12)))
            y += spacing * s
        left, top, right, bottom = ink.getbbox()
        self.ink = [left, top, right - left, bottom - top]
        dark = (8, 8, 8) if sum(fill) > 250 else (240, 240, 240)
        patch = Image.new("RGBA", whole, tuple(fill) + (0,))
        if style == "box":
            gap = round(max(sizes) * .35)
            ImageDraw.Draw(patch).rounded_rectangle([left - gap, top - gap, right + gap, bottom + gap], gap // 2, fill=tuple(box))
        elif style == "outline":
            patch.paste(dark + (255,), (0, 0), edge)
        elif style == "shadow":
            offset = max(1, round(max(sizes) / 14))
            patch.paste(dark + (200,), (offset, offset), ink.crop((0, 0, whole[0] - offset, whole[1] - offset)))
        elif style == "glow":
            soft = edge.filter(ImageFilter.GaussianBlur(max(sizes) / 8)).point(lambda v: min(255, v * 9 // 8))
            patch = Image.merge("RGBA", [Image.new("L", whole, c) for c in dark] + [soft])
        elif style != "plain":
            raise ValueError(f"no style '{style}'")
        patch.paste(tuple(fill) + (255,), (0, 0), ink)
        self.patch = patch

    def at(self, picture, x, y, opacity=1.):
        patch = self.patch
        if opacity < 1:
            patch = patch.copy()
            patch.putalpha(patch.getchannel("A").point(lambda v: round(v * opacity)))
        picture.paste(patch, (round(x) - self.ink[0], round(y) - self.ink[1]), patch)


class Overlay:
    """A lettering from `start` to `end`. With `fade` it comes and goes in as many seconds; its truth begins and ends half way."""

    def __init__(self, lettering, kind, place, start, end, lang="eng", alpha=1., fade=0., truth=True):
        self.lettering, self.kind, self.start, self.end, self.lang, self.alpha, self.fade, self.told = (
            lettering, kind, start, end, lang, alpha, fade, truth)
        self.place = place if callable(place) else lambda t: place

    def draw(self, picture, t):
        if self.start <= t < self.end:
            opacity = self.alpha
            if self.fade:
                opacity *= min(1., (t - self.start) / self.fade, (self.end - t) / self.fade)
            self.lettering.at(picture, *self.place(t), opacity)

    def truths(self):
        if not self.told:
            return []
        begin, end = self.start + self.fade / 2, self.end - self.fade / 2
        x, y = self.place((begin + end) / 2)
        return [truth(self.lettering, self.kind, begin, end, [x, y, *self.lettering.ink[2:]], self.lang, self.alpha)]


def truth(lettering, kind, begin, end, box, lang, alpha):
    return {"text": " ".join(lettering.lines), "kind": kind, "start": round(begin, 3), "end": round(end, 3), "box": [round(v) for v in box],
            "lang": lang, "alpha": round(alpha, 2)}


class Jumping(Overlay):
    """Changes its place every `hold` seconds: one truth a stay."""

    def __init__(self, lettering, places, hold, start, end, alpha):
        super().__init__(lettering, "watermark", lambda t: places[int((t - start) / hold + 1e-6) % len(places)], start, end, alpha=alpha)
        self.hold = hold

    def truths(self):
        out, begin = [], self.start
        while begin < self.end - 1e-6:
            end = min(begin + self.hold, self.end)
            out.append(truth(self.lettering, self.kind, begin, end, [*self.place(begin), *self.lettering.ink[2:]], self.lang, self.alpha))
            begin = end
        return out


class Ticker:
    """A line that goes `speed` pixels a second to the left over a band, its first letter at `x` to begin with; also right to left."""

    def __init__(self, lettering, x, y, height, width, speed, seconds, colour=(150, 14, 20), lang="eng"):
        self.lettering, self.x, self.y, self.height, self.width, self.speed, self.colour, self.lang = (
            lettering, x, y, height, width, speed, colour, lang)
        self.gone = (x + lettering.ink[2]) / speed
        if x + lettering.ink[2] - speed * min(seconds, self.gone) > width:
            raise ValueError(f"ticker '{lettering.lines[0]}': its end does not come into the picture within {seconds} s")
        self.end = min(seconds, self.gone)

    def draw(self, picture, t):
        picture.paste(self.colour, (0, self.y, picture.width, self.y + self.height))
        self.lettering.at(picture, self.x - self.speed * t, self.y + (self.height - self.lettering.ink[3]) / 2)

    def truths(self):
        top = self.y + (self.height - self.lettering.ink[3]) / 2
        told = truth(self.lettering, "ticker", 0, self.end, [0, top, self.width, self.lettering.ink[3]], self.lang, 1)
        if "•" in told["text"]:
            told["alternatives"] = [told["text"].replace("•", dot) for dot in "·●*"]  # How large a dot is meant is nobody's concern.
        return [told]


class Panel:
    """A coloured area under a strap; slides in from the left in `slide` seconds."""

    def __init__(self, box, colour, start, end, alpha=1., slide=0.):
        self.box, self.colour, self.start, self.end, self.alpha, self.slide = box, colour, start, end, alpha, slide

    def draw(self, picture, t):
        if self.start <= t < self.end:
            x, y, w, h = self.box
            seen = max(1, round(w * eased((t - self.start) / self.slide))) if self.slide else w
            picture.paste(Image.new("RGB", (seen, h), self.colour), (x, y), Image.new("L", (seen, h), round(255 * self.alpha)))

    def truths(self):
        return []


class Smeared:
    """Somebody blurred a part of the picture."""

    def __init__(self, box, radius, start, end):
        self.box, self.radius, self.start, self.end = [round(v) for v in box], radius, start, end

    def draw(self, picture, t):
        if self.start <= t < self.end:
            x, y, w, h = self.box
            area = (max(0, x), max(0, y), min(picture.width, x + w), min(picture.height, y + h))
            picture.paste(picture.crop(area).filter(ImageFilter.GaussianBlur(self.radius)), area[:2])

    def truths(self):
        return []


def eased(share):
    share = float(numpy.clip(share, 0, 1))
    return share * share * (3 - 2 * share)
