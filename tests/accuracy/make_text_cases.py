#!/usr/bin/python3
"""Makes clips that are hard to read, with exact truth, to be scored by score_text.py.

    tests/accuracy/make_text_cases.py OUT [--only PATTERN] [--seed N] [--over FOLDER]

The pictures under the texts are drawn. With --over they are the videos of a folder, which must not be published if the footage
must not; texts in them are not in the truth, so nothing found beyond it counts. OUT gets clips/ and truth/. The same seed gives
the same clips on the same machine.
"""
import argparse
import fnmatch
import json
import os
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
import text_captions  # noqa: E402
import text_faces  # noqa: E402
import text_grounds  # noqa: E402 (finds the drawing of the samples, so it comes first)
import text_lines  # noqa: E402
import text_marks  # noqa: E402
from drawing.encode import X264, encode  # noqa: E402
from text_cases import random_of  # noqa: E402

CASES = {f.__name__: f for f in text_marks.CASES + text_lines.CASES + text_captions.CASES}
FIRST_CRF = 22  # Of what is encoded a second time: as good as phones and editors write it.


def pictures(case, draw):
    for n in range(case.frames):
        picture = draw(n)
        for overlay in case.overlays:
            overlay.draw(picture, n / case.fps)
        yield picture


def through_smaller(source, path, size, share, crf):
    """What a network and a second network make of a clip: once smaller, once back at its size."""
    smaller = [round(side * share) // 2 * 2 for side in size]
    with tempfile.TemporaryDirectory() as folder:
        between = os.path.join(folder, "between.mp4")
        for source_, target, (w, h) in ((source, between, smaller), (between, path, size)):
            settings = list(X264)
            settings[settings.index("-vf") + 1] = f"scale={w}:{h}:flags=bicubic"
            subprocess.run(["ffmpeg", "-nostdin", "-v", "error", "-y", "-i", source_, *settings, "-crf", str(crf), "-movflags", "+faststart", "-fflags",
                            "+bitexact", "-flags:v", "+bitexact", "-map_metadata", "-1", target], check=True)


def make(name, case, out, seed, footage):
    ground = footage.ground(list(CASES).index(name)) if footage else case.ground
    draw = ground(case.size, case.fps, int(random_of(seed, name + "/ground").integers(1 << 30)))
    path = os.path.join(out, "clips", f"{name}.mp4")
    try:
        if case.again:
            with tempfile.TemporaryDirectory() as folder:
                first = os.path.join(folder, "first.mp4")
                encode(first, pictures(case, draw), case.size, case.fps, crf=FIRST_CRF)
                through_smaller(first, path, case.size, case.again, case.crf)
        else:
            encode(path, pictures(case, draw), case.size, case.fps, crf=case.crf)
    finally:
        getattr(draw, "close", lambda: None)()
    truth = {"file": f"{name}.mp4", "cuts": None if footage else case.cuts, "gradual": None if footage else [], "texts": case.truths(),
             "confidence": "exact: made by script; where a text fades, half way", "notes": case.hard}
    if footage:
        truth["partial"] = True
    with open(os.path.join(out, "truth", f"{name}.mp4.json"), "w", encoding="utf-8") as file:
        json.dump(truth, file, indent=1, ensure_ascii=False)
        file.write("\n")
    print(f"{name}: {case.frames} frames, {len(truth['texts'])} texts", flush=True)


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0], epilog=f"Cases: {', '.join(CASES)}.")
    parser.add_argument("out")
    parser.add_argument("--only", action="append", metavar="PATTERN", help="cases by name or by its beginning, e.g. 'marks', '*arabic*'")
    parser.add_argument("--over", metavar="FOLDER", help="draw over the videos of this folder")
    parser.add_argument("--seed", type=int, default=0, help="other names, places and pictures (default 0)")
    options = parser.parse_args(argv)
    names = [n for n in CASES if not options.only or any(fnmatch.fnmatch(n, p) or n.startswith(p + "_") for p in options.only)]
    if not names:
        parser.error(f"--only: no case is called so; there are {', '.join(CASES)}")
    for folder in ("clips", "truth"):
        os.makedirs(os.path.join(options.out, folder), exist_ok=True)
    left_out = 0
    try:
        footage = text_grounds.Footage(options.over) if options.over else None
        for sentence in text_faces.missing():
            print(sentence)
    except (OSError, ValueError, text_faces.NoFace) as error:
        print(f"make_text_cases: {error}", file=sys.stderr)
        return 2
    for name in names:
        try:
            make(name, CASES[name](random_of(options.seed, name)), options.out, options.seed, footage)
        except text_faces.NoFace as error:
            left_out += 1
            print(f"{name} is left out: {error}", file=sys.stderr)
    return 1 if left_out == len(names) else 0


if __name__ == "__main__":
    sys.exit(main())
