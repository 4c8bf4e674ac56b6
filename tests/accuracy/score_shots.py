#!/usr/bin/python3
"""Scores `sourcereel shots` on a corpus: precision, recall and F1 of cuts, gradual transitions and both."""
import sys

sys.dont_write_bytecode = True
import corpus  # noqa: E402
import report  # noqa: E402
from shot_matching import CLASSES, Counts, class_of, nothing_found, score  # noqa: E402


def line(name, counts):
    return f"{name:34.34} {counts.found:5} {counts.missed:6} {counts.false:6}   " + "  ".join(
        report.show(v) for v in (counts.precision, counts.recall, counts.f1))


def print_errors(result, rate):
    for kind, begin, end in result.missed:
        span = f"{begin}" if kind == "cuts" else f"{begin}-{end}"
        print(f"    missed {'cut' if kind == 'cuts' else 'gradual'} at frame {span}" + (f" (about {begin / rate:.2f} s)" if rate else ""))
    for t in result.false:
        span = f"{t['begin_frame']}" if class_of(t) == "cuts" else f"{t['begin_frame']}-{t['end_frame']}"
        print(f"    false {t['kind']} at frame {span} ({t['time']:.2f} s, score {t.get('score', 0):.2f})")


def main(argv=None):
    chosen = report.options(__doc__, argv)
    try:
        cases = corpus.load(chosen.corpus, chosen.only, ("cuts", "gradual"))
    except corpus.CorpusError as error:
        print(f"score_shots: {error}", file=sys.stderr)
        return 2
    print(f"{'':34} found missed  false   prec.  rec.   F1")
    total, failed = {c: Counts() for c in CLASSES}, []
    for case, answer in corpus.answers(chosen.program, "shots", cases, chosen.cache, chosen.jobs, chosen.timeout, chosen.extra):
        if answer.problem:
            failed.append(case.name)
            result, rate = nothing_found(case.truth), None
            print(f"{case.name}: {answer.problem}")
        else:
            result, rate = score(case.truth, answer.document), answer.document["media"].get("frame_rate")
        print(line(case.name, result.all))
        if not chosen.quiet:
            print_errors(result, rate)
        for c in CLASSES:
            total[c] += result.counts[c]
    figures = {}
    for name, counts in (("cuts", total["cuts"]), ("gradual", total["gradual"]), ("all", total["cuts"] + total["gradual"])):
        print(line(f"pooled, {name}", counts))
        figures.update({f"{name}.precision": counts.precision, f"{name}.recall": counts.recall, f"{name}.f1": counts.f1})
    return report.finish(figures, chosen, failed)


if __name__ == "__main__":
    sys.exit(main())
