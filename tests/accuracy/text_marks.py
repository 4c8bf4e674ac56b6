"""Generated cases about marks: handles, addresses, channels' names, credits. What is hard in each is said in `hard`."""
import text_grounds as g
from text_cases import ADDRESSES, CYAN, DARK, HD, RED, SD, UPRIGHT, WHITE, YELLOW, Case, captions, centred, grid, handles
from text_faces import LATIN, present
from text_overlays import Jumping, Lettering, Overlay, Smeared


def _faint(random, ground, again=None, alphas=(.2, .25, .3, .35, .4, .5), seconds=7, crf=26, hard=""):
    names, faces = handles(random, 12), present(LATIN)
    sizes = [20, 24, 28, 32, 36, 40]
    letterings = [Lettering(name, faces[int(random.integers(6)) % len(faces)], sizes[int(random.integers(len(sizes)))]) for name in names]
    return Case(HD, seconds, ground, grid(random, HD, letterings, [alphas[k % len(alphas)] for k in range(12)], 3, seconds), again, crf,
                hard=hard)


def marks_faint_city(random):
    return _faint(random, g.scene("city"), hard="opacity .2 to .5 over towers that pass behind")


def marks_faint_foliage(random):
    return _faint(random, g.foliage, hard="opacity .2 to .5 over leaves in the wind: strokes everywhere")


def marks_faint_rubble(random):
    return _faint(random, g.rubble, hard="opacity .2 to .5 over moving stones in hard light")


def marks_faint_night(random):
    return _faint(random, g.infrared, hard="opacity .2 to .5 under the noise of a night camera", crf=28)


def marks_faint_still(random):
    return _faint(random, g.fabric, alphas=(.3, .4, .5, .6, .7, .5),
                  hard="white on a pale, still picture: little contrast and no motion to tell mark from ground")


def marks_again_crowd(random):
    return _faint(random, g.scene("crowd"), again=.6, alphas=(.3, .4, .5, .7), crf=28,
                  hard="opacity .3 to .7, encoded a second time after 432 lines")


def marks_again_foliage(random):
    return _faint(random, g.foliage, again=.5, alphas=(.4, .5, .6, .7), crf=29,
                  hard="opacity .4 to .7 over leaves, encoded a second time after 360 lines")


def _faces(random, faces, ground, again=None):
    letterings = [Lettering(name, face, 30) for name, face in zip(handles(random, len(faces)), faces)]
    return Case(HD, 7, ground, grid(random, HD, letterings, [.6] * len(letterings), 3, 7), again, hard="one face each: " + ", ".join(faces))


def marks_faces_harbour(random):
    return _faces(random, present(LATIN)[:9], g.scene("sea"))


def marks_faces_street(random):
    return _faces(random, present((*LATIN[9:], "chancery"))[:9], g.scene("night_street"))


def marks_dark(random):
    names, faces = handles(random, 9), present(LATIN)
    fills = [DARK, (120, 10, 16), (10, 40, 130), DARK, (0, 90, 40), (90, 20, 110), DARK, (60, 60, 60), (140, 70, 0)]
    letterings = [Lettering(n, faces[k % len(faces)], 24 + 2 * k, fill) for k, (n, fill) in enumerate(zip(names, fills))]
    return Case(HD, 7, g.fabric, grid(random, HD, letterings, [.3, .5, .7] * 3, 3, 7), hard="dark and coloured letters on a light ground")


def marks_coloured(random):
    names, faces = handles(random, 9), present(LATIN)
    fills = [YELLOW, RED, CYAN, (80, 240, 90), (255, 120, 200), (255, 140, 20), YELLOW, (120, 150, 255), RED]
    letterings = [Lettering(n, faces[k % len(faces)], 26 + k, fill) for k, (n, fill) in enumerate(zip(names, fills))]
    return Case(HD, 7, g.scene("crowd"), grid(random, HD, letterings, [.4, .6, .8] * 3, 3, 7),
                hard="colours whose brightness is that of the ground")


def marks_styles(random):
    names, faces, styles = handles(random, 9), present(LATIN), ["outline", "shadow", "glow", "box"]
    letterings = [Lettering(n, faces[k % len(faces)], 26 + k, style=styles[k % 4], fill=YELLOW if k == 4 else WHITE) for k, n in enumerate(names)]
    return Case(HD, 7, g.rubble, grid(random, HD, letterings, [.5, .35, .7] * 3, 3, 7),
                hard="outlined, shadowed, haloed and boxed marks, all half-transparent")


def marks_drifting(random):
    one, two, three = (Lettering(n, f, s) for n, f, s in zip(handles(random, 3), ("sans bold", "gothic", "nimbus bold"), (30, 36, 26)))
    return Case(HD, 10, g.scene("pitch", zoom=0), [
        Overlay(one, "watermark", lambda t: (80 + 60 * t, 120 + 12 * t), 0, 10, alpha=.5),
        Overlay(two, "watermark", lambda t: (820 - 22 * t, 380 + 8 * t), 0, 10, alpha=.4),
        Overlay(three, "watermark", lambda t: (500, 640 - 30 * t), 0, 10, alpha=.7)], hard="marks that drift 23 to 61 pixels a second")


def marks_jumping(random):
    one, two = (Lettering(n, f, s) for n, f, s in zip(handles(random, 2), ("sans bold", "nimbus bold"), (30, 26)))
    w, h = one.ink[2], one.ink[3]
    corners = [(50, 60), (HD[0] - 50 - w, HD[1] - 60 - h), (HD[0] - 50 - w, 60), (50, HD[1] - 60 - h)]
    places = [(540, 300), (200, 420), (760, 180)]
    return Case(HD, 10, g.scene("hills"), [Jumping(one, corners, 2.5, 0, 10, .5), Jumping(two, places, 2., 0, 10, .4)],
                hard="a mark that changes corners every 2.5 s and one that jumps about every 2 s")


def marks_changed(random):
    old, new, third = handles(random, 3)
    old, new = Lettering(old, "sans bold", 30), Lettering(new, "gothic", 32)
    w, h = old.ink[2:]
    return Case(HD, 9, g.scene("fields", zoom=0), [
        Overlay(old, "watermark", (70, 80), 0, 4, alpha=.7),
        Overlay(old, "watermark", (70, 80), 4, 9, alpha=.7, truth=False),
        Smeared([50, 64, w + 40, h + 32], 13, 4, 9),
        Overlay(new, "watermark", (90, 130), 4, 9, alpha=.7),
        Overlay(Lettering(third, "sans", 26), "watermark", (900, 620), 0, 9, alpha=.5)],
        hard="after 4 s the first handle is blurred over and another is added below it")


def marks_under_captions(random):
    one, two = (Lettering(n, f, 28) for n, f in zip(handles(random, 2), ("sans", "nimbus bold")))
    rows = ["The bridge was closed at dawn", "Nobody has been told why", "Boats still run until nine"]
    return Case(HD, 8.5, g.scene("podium"), [
        Overlay(one, "watermark", centred(one, HD, 648), 0, 8.5, alpha=.45), Overlay(two, "watermark", centred(two, HD, 552, 90), 0, 8.5, alpha=.5),
        *captions(rows, HD, 596, "eng", face="sans bold", letters=36, style="outline")], hard="marks right above and below the captions")


def marks_small(random):
    faces = present(LATIN)[:6]
    letterings = [Lettering(n, faces[k % len(faces)], s) for k, (n, s) in enumerate(zip(handles(random, 6), (12, 13, 14, 12, 16, 14)))]
    letterings += [Lettering(a, "sans", 13, style="shadow") for a in ADDRESSES[:2]]
    return Case(SD, 7, g.scene("studio"), grid(random, SD, letterings, [.8, .6, .5, 1, .4, .7, .9, .7], 2, 7), crf=25,
                hard="12 to 16 pixels high at 360 lines")


def marks_credit(random):
    a, b = handles(random, 2)
    rows = [(f"Video: {a} / Nordhaven Post", "sans", 24, (40, 40)), (f"Courtesy of {b}", "serif italic", 28, (40, 650)),
            ("Источник: t.me/tihaya_gavan", "sans bold", 24, (820, 40))]
    out = [Overlay(Lettering(words, f, s, style="shadow"), "credit", place, .5, 6.5, "rus" if words[0] == "И" else "eng", .8) for words, f, s, place in rows]
    bug = Lettering("NORDHAVEN 24", "condensed bold", 26)
    return Case(HD, 7, g.scene("smoke"),
                [*out, Overlay(bug, "bug", (1050, 660), 0, 7, alpha=.8)], hard="credit lines in two languages and a channel's name")


def marks_upright(random):
    a, b, c = handles(random, 3)
    small, side = Lettering(a, "sans bold", 26, style="shadow"), Lettering(b, "nimbus bold", 30)
    title = Lettering(["POV: the ferry", "leaves without you"], "sans bold", 52, style="box", fill=DARK, box=(255, 255, 255, 255))
    return Case(UPRIGHT, 8, g.scene("crowd"), [
        Jumping(side, [(30, 420), (UPRIGHT[0] - 30 - side.ink[2], 980)], 4, 0, 8, .6), Overlay(small, "watermark", (36, 1120), 0, 8, alpha=.9),
        Overlay(Lettering("Original sound", "sans", 22), "caption", (36, 1170), 0, 8, alpha=.9), Overlay(title, "caption", centred(title, UPRIGHT, 190), .6, 5),
        Overlay(Lettering(c, "gothic", 24), "watermark", centred(Lettering(c, "gothic", 24), UPRIGHT, 640), 0, 8, alpha=.3)],
        again=.75, crf=28, hard="portrait, boxed title, handle that changes sides, re-encoded")


def marks_repost(random):
    a, b = handles(random, 2)
    return Case(UPRIGHT, 7, g.framed(g.scene("night_street")), [
        Overlay(Lettering(a, "sans bold", 34), "watermark", centred(Lettering(a, "sans bold", 34), UPRIGHT, 250), 0, 7),
        Overlay(Lettering(b, "sans", 24), "watermark", (420, 760), 0, 7, alpha=.4),
        Overlay(Lettering("via " + ADDRESSES[0], "sans", 28), "credit", (40, 1010), 0, 7, alpha=.8)],
        again=.6, crf=28, hard="landscape pictures inside a portrait frame, one handle on them and one outside")


def nothing_foliage(random):
    return Case(HD, 6, g.foliage, [], hard="no text at all over the busiest ground: all that is found is false")


def nothing_city(random):
    return Case(HD, 6, g.joined((g.scene("city"), 75), (g.rubble, 75)), [], cuts=[75], hard="no text at all: windows, stones, a cut")


CASES = [marks_faint_city, marks_faint_foliage, marks_faint_rubble, marks_faint_night, marks_faint_still, marks_again_crowd, marks_again_foliage,
         marks_faces_harbour, marks_faces_street, marks_dark, marks_coloured, marks_styles, marks_drifting, marks_jumping, marks_changed,
         marks_under_captions, marks_small, marks_credit, marks_upright, marks_repost, nothing_foliage, nothing_city]
