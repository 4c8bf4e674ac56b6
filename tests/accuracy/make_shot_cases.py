#!/usr/bin/python3
"""Makes clips that are hard for shot detection, with exact truth, to be scored by score_shots.py.

    tests/accuracy/make_shot_cases.py OUT [--only PATTERN] [--footage CORPUS [--from PATTERN]] [--seed N]

Without --footage the pictures are drawn. With it they are stretches of a corpus's own clips between its known transitions, which
looks more like what people send; such clips must not be published if the footage must not. OUT gets clips/ and truth/.
"""
import argparse
import json
import os
import sys

sys.dont_write_bytecode = True
import shot_takes  # noqa: E402 (finds the drawing of the samples, so it comes first)
from drawing.encode import encode  # noqa: E402
from shot_cases import CASES  # noqa: E402
from shot_drawing import FPS, SIZE  # noqa: E402


def make(name, takes, out):
    clip = CASES[name](takes)
    path = os.path.join(out, "clips", f"{name}.mp4")
    encode(path, (frame() for frame in clip.frames), clip.size, clip.fps, crf=27)
    truth = {"file": f"{name}.mp4", "cuts": clip.cuts, "gradual": clip.gradual, "confidence": "exact: made by script",
             "notes": (CASES[name].__doc__ or name).strip()}
    with open(os.path.join(out, "truth", f"{name}.mp4.json"), "w", encoding="utf-8") as file:
        json.dump(truth, file, indent=1)
        file.write("\n")
    print(f"{name}: {len(clip.frames)} frames, {len(clip.cuts)} cuts, {len(clip.gradual)} gradual", flush=True)


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out")
    parser.add_argument("--only", action="append", metavar="PATTERN", help=f"cases by name: {', '.join(CASES)}")
    parser.add_argument("--footage", metavar="CORPUS", help="take the pictures from this corpus instead of drawing them")
    parser.add_argument("--from", dest="source", action="append", metavar="PATTERN", help="clips of that corpus by name")
    parser.add_argument("--seed", type=int, default=0, help="other drawn pictures (default 0)")
    options = parser.parse_args(argv)
    names = shot_takes.matching(CASES, options.only)
    if not names:
        parser.error(f"--only: no case is called so; there are {', '.join(CASES)}")
    for folder in ("clips", "truth"):
        os.makedirs(os.path.join(options.out, folder), exist_ok=True)
    for name in names:
        takes = shot_takes.Footage(SIZE, options.footage, options.source) if options.footage else shot_takes.Drawn(SIZE, FPS, options.seed)
        make(name, takes, options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
