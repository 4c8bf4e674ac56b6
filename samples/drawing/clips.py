"""The sample clips, one function each: what is shown, what is laid over it, how it is stored, what to know about it.

All names in them are invented, but for the handle @BRICSinfo, which the project uses as its standing example.
"""
from dataclasses import dataclass, field

from PIL import Image, ImageFilter

from .camera import Camera
from .marks import Flashes, Inset, Jumping, Standing, Text, Ticker
from .timeline import Over, Take, Through, Timeline

SMALL, LARGE = (640, 360), (1280, 720)
BLACK, WHITE = (0, 0, 0), (255, 255, 255)


@dataclass
class Clip:
    """Everything about one sample. `finish` is what happens to the picture last, before it is encoded."""
    name: str
    timeline: Timeline
    notes: str
    overlays: list = field(default_factory=list)
    crf: int = 26
    sound: bool = False
    inset: Inset = None
    turned: bool = False

    def size(self):
        return self.inset.backdrop.size if self.inset else self.timeline.size

    def pictures(self):
        for number, picture in enumerate(self.timeline.pictures()):
            if self.inset:
                picture = self.inset.wrap(picture)
            for overlay in self.overlays:
                overlay.draw(picture, number, self.timeline)
            yield picture.transpose(Image.ROTATE_90) if self.turned else picture

    def truth(self):
        shown = Timeline(self.size(), self.timeline.fps, self.timeline.times, self.timeline.takes, self.timeline.joins)
        texts = [t for overlay in self.overlays for t in overlay.truths(shown)]
        return {"file": self.name, "cuts": shown.cuts(), "gradual": shown.gradual(), "texts": texts,
                "confidence": "exact: drawn by samples/make_samples.py", "notes": self.notes}


def takes(size, fps, *rows, times=None):
    """rows: (scene, frames, seed, zoom a second) with Through or Over between them where they do not meet at a cut."""
    timeline, join = Timeline(size, fps, times), None
    for row in rows:
        if isinstance(row, (Through, Over)):
            join = row
            continue
        scene, frames, seed, zoom = row
        timeline.add(Take(Camera(scene, *size, seed=seed, zoom=zoom, shake=size[1] / 300), frames), join)
        join = None
    return timeline


def cuts():
    rows = [("hills", 30, 3, .02), ("crowd", 22, 5, 0), ("sea", 28, 2, -.02), ("podium", 20, 4, .03), ("pitch", 25, 9, 0),
            ("city", 24, 8, 0), ("night_street", 26, 6, .02), ("desert", 20, 7, -.02), ("smoke", 24, 1, 0)]
    return Clip("cuts.mp4", takes(SMALL, 25, *rows), "eight hard cuts between unlike scenes; no text at all")


def fades():
    rows = [("city", 50, 11, .02), Through(BLACK, 12, 5, 12), ("sea", 55, 12, 0), Through(WHITE, 9, 3, 9),
            ("crowd", 45, 13, -.02), ("snow", 40, 14, 0)]
    return Clip("fades.mp4", takes(SMALL, 25, *rows), "a fade through black, one through white, then a hard cut; no text")


def dissolves():
    rows = [("hills", 50, 15, .01), Over(10), ("crowd", 55, 16, 0), Over(20), ("city", 60, 17, .02), ("podium", 45, 18, 0), Over(16, wipe=True),
            ("sea", 40, 19, 0)]
    return Clip("dissolves.mp4", takes(SMALL, 25, *rows), "dissolves of 10 and 20 frames, a cut, a wipe of 16 frames; no text")


def flashes():
    bursts = {14: [1, .5], 37: [.8], 41: [1, .7, .2], 66: [1], 118: [.9, .4], 131: [1], 135: [1, .3]}
    rows = [("podium", 96, 21, .015), ("crowd", 70, 22, 0)]
    return Clip("flashes.mp4", takes(SMALL, 25, *rows), "press flashes of one to three frames; the only cut is at 96",
                [Flashes(bursts)])


def mark():
    rows = [("sea", 50, 31, 0), ("crowd", 45, 32, 0), ("hills", 55, 33, .02), ("city", 45, 34, 0)]
    text = Text("@BRICSinfo", "watermark", "bold", 30, alpha=.5)
    return Clip("mark.mp4", takes(LARGE, 25, *rows), "a half-transparent handle that stands across three cuts",
                [Standing(text, x=-46, y=560)], crf=29)


def news():
    rows = [("podium", 120, 41, .01), ("smoke", 90, 42, 0)]
    bug = Text("NORDHAVEN 24", "bug", "bold", 17, alpha=.85)
    strap = Text(["Elena Marchetti", "Harbour authority spokeswoman"], "lower_third", "bold", sizes=[22, 16])
    return Clip("news.mp4", takes(SMALL, 25, *rows), "a channel's name in the corner all through; a strap of two lines that "
                "ends before the cut. The channel and the person are invented. Sound is noise.",
                [Standing(bug, x=-24, y=22),
                 Standing(strap, x=62, y=278, first=20, last=105, strap=([48, 266, 420, 64], (24, 44, 110), .92))], sound=True)


def captions(name, rows, lines, lang, face, note, size=24):
    timeline = takes(SMALL, 25, *rows)
    overlays, frame = [], 10
    for line, frames in lines:
        overlays.append(Standing(Text(line, "caption", face, size, style="outline", lang=lang), y=312, first=frame,
                                 last=frame + frames))
        frame += frames + 6
    return Clip(name, timeline, note, overlays)


def captions_latin():
    return captions("captions_latin.mp4", [("night_street", 90, 51, .01), ("pitch", 80, 52, 0)],
                    [("The ferry left the port at noon", 48), ("Nobody was hurt, officials said", 44), ("Repairs will take three weeks", 44)],
                    "eng", "bold", "subtitles with a dark edge; the second one stays across the cut")


def captions_cyrillic():
    return captions("captions_cyrillic.mp4", [("desert", 75, 53, 0), ("sea", 75, 54, 0)],
                    [("Паром вышел из порта в полдень", 60), ("Ремонт займёт три недели", 60)],
                    "rus", "bold", "Russian subtitles with a dark edge")


def captions_korean():
    return captions("captions_korean.mp4", [("city", 75, 55, 0), ("hills", 75, 56, 0)],
                    [("배는 정오에 항구를 떠났다", 60), ("수리는 삼 주가 걸린다", 60)],
                    "kor", "cjk", "Korean subtitles with a dark edge", 26)


def captions_chinese():
    return captions("captions_chinese.mp4", [("studio", 70, 57, 0), ("fields", 70, 58, 0)],
                    [("渡轮中午离开了港口", 56), ("维修需要三个星期", 56)],
                    "chi_sim", "cjk", "Chinese subtitles with a dark edge", 28)


def ticker():
    text = Text("Ferry service suspended until Friday  *  River level falls below two metres", "ticker", "sans", 20)
    return Clip("ticker.mp4", takes(SMALL, 25, ("studio", 130, 61, 0), ("fields", 110, 62, 0)),
                "one line crosses the frame from right to left on its own strap; it goes on over the cut",
                [Ticker(text, 322, 30, 160)])


def vertical():
    width, height = 360, 640
    inner = (360, 204)
    back = Camera("sea", width, height, seed=71, grain=0).picture(0).filter(ImageFilter.GaussianBlur(14))
    back = back.point(lambda v: v // 2)
    rows = [("pitch", 45, 72, 0), ("crowd", 40, 73, 0), ("smoke", 45, 74, 0), ("city", 40, 75, 0)]
    title = Text(["Storm closes", "the old harbour"], "caption", "bold", 24)
    handle = Text("@harbour_watch", "watermark", "bold", 20, alpha=.8)
    return Clip("vertical.mp4", takes(inner, 25, *rows), "landscape shots re-posted inside a portrait frame that stands still",
                [Standing(title, y=96), Standing(handle, y=470)], inset=Inset(back, 210), sound=True)


def rotated():
    rows = [("snow", 60, 81, 0), ("podium", 60, 82, 0)]
    return Clip("rotated.mp4", takes((360, 640), 25, *rows), "stored lying down with a display matrix of -90 degrees; boxes "
                "are those of the upright picture", [Standing(Text("Filmed by @tam_okoro", "credit", "sans", 20, style="outline"), y=560)],
                turned=True)


def variable_rate():
    steps = [33] * 50 + [50] * 36 + [20] * 40 + [100, 40] * 15  # Milliseconds each picture stands.
    times = [sum(steps[:i]) / 1000 for i in range(len(steps))]
    rows = [("hills", 40, 91, 0), ("night_street", 46, 92, 0), ("crowd", 35, 93, 0), ("desert", 35, 94, 0)]
    text = Text("Gate opens at noon", "caption", "bold", 24, style="outline")
    return Clip("variable_rate.mp4", takes(SMALL, 25, *rows, times=times), "30, 20 and 50 pictures a second, then steps of 100 and "
                "40 ms by turns: frame numbers are no clock", [Standing(text, y=312, first=45, last=110)])


def boxed():
    lines = [("Water is back in the lower town", 10, 65), ("Schools open again on Monday", 70, 130)]
    return Clip("boxed.mp4", takes(SMALL, 25, ("city", 70, 101, 0), ("fields", 70, 102, 0)), "dark words on an opaque yellow box",
                [Standing(Text(line, "caption", "bold", 22, fill=(20, 20, 24), style="box", box=(250, 222, 70)), y=300, first=a, last=b)
                 for line, a, b in lines])


def jumping():
    text = Text("@nightferry", "watermark", "bold", 20, alpha=.75, style="shadow")
    return Clip("jumping.mp4", takes(SMALL, 25, ("night_street", 100, 111, .01), ("pitch", 100, 112, 0)),
                "a handle that changes corners every two seconds", [Jumping(text, [(18, 40), (482, 300)], 50)])


def animation():
    text = Text("@nordhaven24", "watermark", "bold", 18)
    timeline = Timeline((400, 224), 10)
    for scene, frames, seed in (("podium", 14, 121), ("hills", 13, 122)):
        timeline.add(Take(Camera(scene, 400, 224, seed=seed, grain=0, shake=0), frames))
    return Clip("animation.gif", timeline, "a GIF of 96 colours, ten pictures a second", [Standing(text, x=16, y=196)])


def credit():
    text = Text("Video: @harbour_watch", "credit", "sans", 18, style="shadow")
    return Clip("credit.webm", takes(SMALL, 25, ("sea", 65, 131, 0), ("smoke", 60, 132, 0)), "VP9 in WebM with a credit line",
                [Standing(text, x=20, y=326)], crf=38)


CLIPS = {"cuts.mp4": cuts, "fades.mp4": fades, "dissolves.mp4": dissolves, "flashes.mp4": flashes,
         "mark.mp4": mark, "news.mp4": news,
         "captions_latin.mp4": captions_latin, "captions_cyrillic.mp4": captions_cyrillic,
         "captions_korean.mp4": captions_korean, "captions_chinese.mp4": captions_chinese, "ticker.mp4": ticker,
         "vertical.mp4": vertical, "rotated.mp4": rotated, "variable_rate.mp4": variable_rate, "boxed.mp4": boxed,
         "jumping.mp4": jumping, "animation.gif": animation, "credit.webm": credit}
