"""What the two scorers share on the command line: options, floors, percentages."""
import argparse
import os
import sys


def options(description, argv=None, prepare=None):
    """The options of a scorer. prepare(parser) adds its own. What follows `--` is handed to the program."""
    argv = sys.argv[1:] if argv is None else list(argv)
    argv, handed = (argv[:argv.index("--")], argv[argv.index("--") + 1:]) if "--" in argv else (argv, [])
    parser = argparse.ArgumentParser(description=description, epilog="What follows -- is handed to the program.")
    parser.add_argument("corpus", help="folder with clips and truth/")
    parser.add_argument("--program", help="the built sourcereel; may be left out where --cache holds all answers")
    parser.add_argument("--only", action="append", metavar="PATTERN", help="clips by name, e.g. 'text_*'; may be given again")
    parser.add_argument("--cache", metavar="FOLDER", help="keep the program's answers here, and use those that are here already")
    parser.add_argument("--jobs", type=int, default=2, help="clips at a time (default 2)")
    parser.add_argument("--timeout", type=float, default=600, help="seconds for one clip (default 600)")
    parser.add_argument("--floor", action="append", default=[], metavar="FIGURE=N", help="exit 1 if a figure is lower")
    parser.add_argument("--ceiling", action="append", default=[], metavar="FIGURE=N", help="exit 1 if a figure is higher")
    parser.add_argument("--quiet", action="store_true", help="no list of misses and false answers")
    parser.add_argument("--pass", dest="extra", action="append", default=[], metavar="OPTION", help="handed to the program, e.g. --pass=--langs=eng")
    if prepare:
        prepare(parser)
    chosen = parser.parse_intermixed_args(argv)
    chosen.extra += handed
    chosen.program = chosen.program and os.path.abspath(chosen.program)
    if not chosen.program and not chosen.cache:
        parser.error("--program or --cache is needed")
    if chosen.program and not os.access(chosen.program, os.X_OK):
        parser.error(f"--program {chosen.program}: no such program; build it first")
    for limit in chosen.floor + chosen.ceiling:
        name, _, number = limit.partition("=")
        try:
            float(number)
        except ValueError:
            parser.error(f"'{limit}' is not FIGURE=NUMBER")
        if not name:
            parser.error(f"'{limit}' names no figure")
    return chosen


def broken_limits(figures, floors, ceilings):
    """Sentences about figures outside their limits; a figure that is not there, or has no value, is outside."""
    out = []
    for limits, too_far, word in ((floors, lambda v, n: v < n, "below its floor"), (ceilings, lambda v, n: v > n, "above its ceiling")):
        for limit in limits:
            name, _, number = limit.partition("=")
            if name not in figures:
                out.append(f"{name}: no such figure; there are {', '.join(sorted(figures))}")
            elif figures[name] is None:
                out.append(f"{name}: nothing to measure it on")
            elif too_far(figures[name], float(number)):
                out.append(f"{name} = {figures[name]:.4g} is {word} of {number}")
    return out


def finish(figures, chosen, failed):
    """Prints what is out of bounds; the exit code."""
    broken = broken_limits(figures, chosen.floor, chosen.ceiling)
    for sentence in broken:
        print(f"LIMIT: {sentence}")
    if failed:
        print(f"FAILED: no answer about {len(failed)} clips: {', '.join(failed)}")
    sys.stdout.flush()
    return 1 if broken or failed else 0


def show(value, digits=3):
    return "–" if value is None else f"{value:.{digits}f}"
