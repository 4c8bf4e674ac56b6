#!/usr/bin/python3
"""Makes the sample clips: samples/clips/*.mp4, .gif, .webm, and beside them in samples/truth what is in them.

Every picture is drawn here, from seeds; nothing is downloaded. A clip that is up to date is left alone.
The truth files are part of the project: a run compares them with what it draws and says where they differ.
"""
import argparse
import hashlib
import json
import os
import sys

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

from drawing.clips import CLIPS  # noqa: E402
from drawing.encode import EncodeError, encode, turn_quarter  # noqa: E402

BOX_SLACK = 3  # Pixels by which another FreeType may set the same words differently.


def script_hash():
    """Of everything that decides what the clips look like."""
    digest = hashlib.sha256()
    folder = os.path.join(HERE, "drawing")
    for name in sorted(n for n in os.listdir(folder) if n.endswith(".py")):
        with open(os.path.join(folder, name), "rb") as file:
            digest.update(name.encode() + b"\0" + file.read())
    return digest.hexdigest()


def differences(wanted, drawn):
    """What the committed truth says otherwise than the drawing, as sentences."""
    out = [f"{key}: committed {wanted.get(key)}, drawn {drawn[key]}" for key in ("cuts", "gradual", "notes")
           if wanted.get(key) != drawn[key]]
    if len(wanted.get("texts") or []) != len(drawn["texts"]):
        return out + [f"texts: committed {len(wanted.get('texts') or [])}, drawn {len(drawn['texts'])}"]
    for a, b in zip(wanted["texts"], drawn["texts"]):
        if {**a, "box": 0} != {**b, "box": 0} or any(abs(p - q) > BOX_SLACK for p, q in zip(a["box"], b["box"])):
            out.append(f"text: committed {a}, drawn {b}")
    return out


def check_truth(clip, folder, write):
    """True where the committed truth is that of the clip; `write` makes it so."""
    path = os.path.join(folder, clip.name + ".json")
    drawn = clip.truth()
    if write:
        with open(path, "w", encoding="utf-8") as file:
            file.write(json.dumps(drawn, ensure_ascii=False, indent=1) + "\n")
        return True
    try:
        with open(path, encoding="utf-8") as file:
            wrong = differences(json.load(file), drawn)
    except FileNotFoundError:
        wrong = ["there is no such file"]
    for sentence in wrong:
        print(f"make_samples: {path}: {sentence}; run make_samples.py --write-truth and look at the change", file=sys.stderr)
    return not wrong


def read_stamps(folder):
    try:
        with open(os.path.join(folder, ".made.json"), encoding="utf-8") as file:
            return json.load(file)
    except (FileNotFoundError, ValueError):
        return {}


def write_stamps(folder, stamps):
    draft = os.path.join(folder, f".made.json.{os.getpid()}")
    with open(draft, "w", encoding="utf-8") as file:
        json.dump(stamps, file, indent=1)
    os.replace(draft, os.path.join(folder, ".made.json"))


def make(clip, folder):
    """Encodes one clip under another name and moves it into place, so that a half-written one is never seen."""
    stem, kind = os.path.splitext(clip.name)
    draft = os.path.join(folder, f".{stem}.{os.getpid()}{kind}")
    size = clip.size()
    try:
        encode(draft, clip.pictures(), size[::-1] if clip.turned else size, clip.timeline.fps, clip.crf, clip.timeline.times,
               clip.sound)
        if clip.turned:
            turn_quarter(draft)
        os.replace(draft, os.path.join(folder, clip.name))
    finally:
        if os.path.exists(draft):
            os.remove(draft)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("names", nargs="*", metavar="CLIP", help="only these (default: all of " + ", ".join(CLIPS) + ")")
    parser.add_argument("--out", default=os.path.join(HERE, "clips"), help="folder of the clips (default: samples/clips)")
    parser.add_argument("--force", action="store_true", help="make them although they are up to date")
    parser.add_argument("--check-truth", action="store_true", help="draw nothing; exit 1 if samples/truth is not that of the clips")
    parser.add_argument("--write-truth", action="store_true", help="draw nothing; write samples/truth anew")
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in CLIPS]
    if unknown:
        parser.error(f"no such clip: {', '.join(unknown)}; there are {', '.join(CLIPS)}")

    truth_folder = os.path.join(HERE, "truth")
    names = options.names or list(CLIPS)
    if options.check_truth or options.write_truth:
        os.makedirs(truth_folder, exist_ok=True)
        good = [check_truth(CLIPS[name](), truth_folder, options.write_truth) for name in names]
        return 0 if all(good) else 1

    os.makedirs(options.out, exist_ok=True)
    stamps, current, made = read_stamps(options.out), script_hash(), 0
    for name in names:
        path = os.path.join(options.out, name)
        if not options.force and stamps.get(name) == current and os.path.isfile(path):
            continue
        clip = CLIPS[name]()
        check_truth(clip, truth_folder, False)
        make(clip, options.out)
        stamps[name] = current
        write_stamps(options.out, stamps)
        made += 1
        print(f"{path}: {clip.timeline.frames} pictures, {clip.timeline.duration:.1f} s, {os.path.getsize(path) // 1024} KiB")
    print(f"{len(names)} sample clips in {options.out}, {made} of them new")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (EncodeError, FileNotFoundError) as error:
        print(f"make_samples: {error}; is ffmpeg installed? (tools/dev/packages.sh installs what is needed)", file=sys.stderr)
        sys.exit(1)
