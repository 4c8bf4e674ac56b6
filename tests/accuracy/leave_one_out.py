#!/usr/bin/python3
"""Whether the choice of thresholds hangs on any one clip: the best sensitivity with each clip left out in turn.

    tests/accuracy/leave_one_out.py CORPUS [CORPUS ...] --program PROGRAM

Prints the pooled score at each sensitivity; which sensitivities are best without each clip; and the score of all clips when each is
judged at the sensitivity that is best for the others.
"""
import argparse
import os
import sys

sys.dont_write_bytecode = True
import corpus  # noqa: E402
from shot_matching import Counts, score  # noqa: E402

STEPS = [k / 10 for k in range(11)]


def counts_of(folder, program, jobs):
    """{clip: [Counts at each step]}"""
    cases = corpus.load(folder, None, ("cuts", "gradual"))
    table = {f"{os.path.basename(os.path.normpath(folder))}/{case.name}": [] for case in cases}
    for step in STEPS:
        for (case, answer), row in zip(corpus.answers(program, "shots", cases, jobs=jobs, extra=["--sensitivity", str(step)]), table.values()):
            if answer.problem:
                raise SystemExit(f"leave_one_out: {case.name}: {answer.problem}")
            row.append(score(case.truth, answer.document).all)
    return table


def pooled(table, step, without=None):
    return sum((row[step] for clip, row in table.items() if clip != without), Counts())


def best(table, without=None):
    figures = [pooled(table, step, without).f1 or 0 for step in range(len(STEPS))]
    return [step for step, figure in enumerate(figures) if figure >= max(figures) - 1e-9]


def report(table):
    lines = [f"{'sensitivity':12} found missed false   F1"]
    for step, value in enumerate(STEPS):
        total = pooled(table, step)
        lines.append(f"{value:11} {total.found:6} {total.missed:6} {total.false:5}   {total.f1 or 0:.4f}")
    groups, total = {}, Counts()
    for clip, row in table.items():
        steps = best(table, clip)
        groups.setdefault(tuple(STEPS[s] for s in steps), []).append(clip)
        total += row[steps[len(steps) // 2]]
    for values, clips in sorted(groups.items(), key=lambda group: -len(group[1])):
        lines.append(f"best {', '.join(map(str, values))}: without each of {len(clips)} clips" + (f" ({', '.join(clips)})" if len(clips) < 4 else ""))
    lines.append(f"each clip at what is best for the others: {total.found} found, {total.missed} missed, {total.false} false, F1 {total.f1 or 0:.4f}")
    return lines


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora", nargs="+", metavar="CORPUS")
    parser.add_argument("--program", required=True)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args(argv)
    table = {}
    for folder in options.corpora:
        try:
            table.update(counts_of(folder, os.path.abspath(options.program), options.jobs))
        except corpus.CorpusError as error:
            print(f"leave_one_out: {error}", file=sys.stderr)
            return 2
    print("\n".join(report(table)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
