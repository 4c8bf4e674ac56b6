#!/usr/bin/python3
"""CPU and memory of shots, text and analyze against a plain decode by ffmpeg, on clips that it draws itself.

    tests/bench/bench.py --program build/release/tools/sourcereel/sourcereel [--runs 5] [--long] [--csv FILE]

CPU is user + system seconds of the program and its children. The commands take turns, so that a machine that slows down
slows all of them; medians are shown. Memory is the highest resident size of the largest process. Not part of CTest: run it on
a quiet machine and say which.
"""
import argparse
import csv
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
sys.path.insert(0, os.path.join(ROOT, "samples"))

from drawing.clips import takes  # noqa: E402
from drawing.encode import encode  # noqa: E402
from drawing.marks import Standing, Text  # noqa: E402

SIZES = {"480p": (854, 480), "720p": (1280, 720), "1080p": (1920, 1080)}
FPS = 25
SCENES = ["sea", "crowd", "hills", "city", "night_street", "pitch", "podium", "desert", "studio", "smoke"]
TAKE = 75  # Frames of one take.
LONG_MINUTES = 60


def draw(path, size):
    """Ten takes, 30 s, with a mark and captions, as social networks deliver it."""
    width, height = size
    timeline = takes(size, FPS, *[(scene, TAKE, 200 + i, .01) for i, scene in enumerate(SCENES)])
    overlays = [Standing(Text("@BRICSinfo", "watermark", "bold", height // 24, alpha=.5), x=-width // 28, y=int(height * .78))]
    for i in range(8):
        line = Text(f"Line number {i + 1} of eight captions", "caption", "bold", height // 18, style="outline")
        overlays.append(Standing(line, y=int(height * .88), first=20 + 90 * i, last=95 + 90 * i))

    def pictures():
        for number, picture in enumerate(timeline.pictures()):
            for overlay in overlays:
                overlay.draw(picture, number, timeline)
            yield picture
    encode(path, pictures(), size, FPS, crf=27)


def clip(folder, name):
    """The clip of this name, drawn where it is not there yet."""
    path = os.path.join(folder, f"bench_{name}.mp4")
    if not os.path.isfile(path):
        print(f"drawing {path}", file=sys.stderr)
        draft = os.path.join(folder, f".draft_{name}.mp4")
        draw(draft, SIZES[name])
        os.replace(draft, path)
    return path


def long_clip(folder, source):
    """LONG_MINUTES minutes of the same pictures over and over, stored without encoding them again."""
    path = os.path.join(folder, "bench_long.mp4")
    if not os.path.isfile(path):
        rounds = LONG_MINUTES * 60 * FPS // (TAKE * len(SCENES)) - 1
        draft = os.path.join(folder, ".draft_long.mp4")
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-stream_loop", str(rounds), "-i", source, "-c", "copy", draft], check=True)
        os.replace(draft, path)
    return path


# Runs in an interpreter of its own: what a process has once had in memory, its children inherit as their peak, and
# this one draws pictures.
METER = """
import json, resource, subprocess, sys, time
begin = time.monotonic()
run = subprocess.run(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
wall = time.monotonic() - begin
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([run.returncode, used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024,
                  run.stderr.decode(errors="replace").strip()[-300:]]))
"""


def measure(command, folder):
    """(CPU seconds, wall seconds, peak MiB) of one run."""
    meter = subprocess.run([sys.executable, "-IS", "-c", METER, *command], cwd=folder, capture_output=True, check=True)
    code, cpu, wall, peak, words = json.loads(meter.stdout)
    if code != 0:
        raise SystemExit(f"bench: {' '.join(command)}: exit {code}: {words}")
    return cpu, wall, peak


def commands(program, path):
    """name → command line; a new catalogue for each run of analyze, or it would have nothing to do."""
    return {"decode": lambda _: ["ffmpeg", "-v", "error", "-i", path, "-f", "null", "-"],
            "shots": lambda _: [program, "shots", path, "--format", "json"],
            "text": lambda _: [program, "text", path, "--format", "json"],
            "analyze": lambda number: [program, "analyze", path, "--db", f"{number}.db"]}


def duration(path):
    out = subprocess.run(["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", path], capture_output=True,
                         check=True).stdout
    return float(out)


def bench(name, path, program, runs, chosen, rows):
    """Prints a block of the table and adds each run to `rows`."""
    seconds = duration(path)
    times = {}
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for number in range(runs):
            for command, line in commands(program, path).items():
                if chosen and command != "decode" and command not in chosen:
                    continue
                cpu, wall, peak = measure(line(number), folder)
                times.setdefault(command, []).append((cpu, wall, peak))
                rows.append([name, command, number, f"{seconds:.3f}", f"{cpu:.4f}", f"{wall:.4f}", f"{peak:.1f}"])
    base = statistics.median(t[0] for t in times["decode"])
    for command, values in times.items():
        cpu, wall = statistics.median(v[0] for v in values), statistics.median(v[1] for v in values)
        print(f"{name:7} {command:8} {cpu:9.2f} {cpu / base:9.2f} {cpu / seconds:10.3f} {wall:9.2f} {max(v[2] for v in values):9.0f}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--runs", type=int, default=5, help="runs of each command (default 5)")
    parser.add_argument("--only", action="append", choices=[*SIZES, "long"], help="one of the clips; may be given again")
    parser.add_argument("--command", action="append", choices=["shots", "text", "analyze"], help="this one beside decode; may be given again")
    parser.add_argument("--long", action="store_true", help=f"also {LONG_MINUTES} minutes of 1080p, once")
    parser.add_argument("--clips", default=os.path.join(ROOT, "build", "bench"), help="where the drawn clips are kept (default build/bench)")
    parser.add_argument("--csv", help="write every single run to this file")
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    if not os.access(program, os.X_OK):
        parser.error(f"{program}: no such program; build the release preset first")
    if options.runs < 1:
        parser.error("--runs must be at least 1")
    if not shutil.which("ffmpeg"):
        parser.error("ffmpeg is not installed; tools/dev/packages.sh installs it")
    os.makedirs(options.clips, exist_ok=True)
    names = options.only or [*SIZES] + (["long"] if options.long else [])
    rows = []
    print(f"{'clip':7} {'command':8} {'CPU s':>9} {'÷ decode':>9} {'÷ length':>10} {'wall s':>9} {'peak MiB':>9}")
    for name in names:
        if name == "long":
            bench(name, long_clip(options.clips, clip(options.clips, "1080p")), program, 1, options.command, rows)
        else:
            bench(name, clip(options.clips, name), program, options.runs, options.command, rows)
    if options.csv:
        with open(options.csv, "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(["clip", "command", "run", "clip_seconds", "cpu_seconds", "wall_seconds", "peak_mib"])
            writer.writerows(rows)


if __name__ == "__main__":
    main()
