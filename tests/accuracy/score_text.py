#!/usr/bin/python3
"""Scores `sourcereel text` on a corpus: what was read, when, where, of which kind, and what was made up."""
import sys

sys.dont_write_bytecode = True
import corpus  # noqa: E402
import report  # noqa: E402
from text_matching import kind_of, score, tolerant  # noqa: E402


def quantile(values, share):
    """The smallest value that at least this share of the values does not exceed; nothing of nothing."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -int(-share * len(ordered) // 1) - 1))] if ordered else None


def share(good, of):
    return good / of if of else None


def print_case(case, result, quiet):
    answers = result.answers
    print(f"{case.name:34.34} {len(answers):5} {sum(a.exact for a in answers):6} {sum(a.whole for a in answers):6} "
          f"{sum(a.found for a in answers):6}   {report.show(share(sum(a.error for a in answers), len(answers)))}   "
          f"{len(result.handles_found)}/{len(result.handles_found | result.handles_missed)} +{len(result.handles_false)}"
          f"   {len(result.strays):3}")
    if quiet:
        return
    for a in answers:
        t = a.truth
        if not a.exact:
            print(f"    {'inexact' if a.found else 'missed '} {t['kind']} {t['start']:.2f}-{t['end']:.2f} s: '{t['text']}', "
                  + (f"best '{a.reading}' (error {a.error:.2f})" if a.tracks else "nothing like it"))
        elif not tolerant(kind_of(t), a.kind):
            print(f"    kind: '{t['text']}' is {kind_of(t)}, called {a.kind}")
        if a.fragments:
            print(f"    repeated by {a.fragments} more in its place: '{t['text']}'")
    for handle in sorted(result.handles_missed):
        print(f"    missed handle @{handle}")
    for handle in sorted(result.handles_false):
        print(f"    false handle @{handle}")
    for track in result.strays:
        text = track["text"].replace("\n", " / ")
        print(f"    stray {track['kind']} {track['begin']:.2f}-{track['end']:.2f} s, frames "
              f"{track['begin_frame']}-{track['end_frame']}, at {track['box']}: '{text}'")


def figures_of(results):
    """The pooled figures. Errors of times and boxes are over the texts that were found."""
    answers = [a for r in results for a in r.answers]
    found = [a for a in answers if a.found]
    handles_found = sum(len(r.handles_found) for r in results)
    handles_wanted = handles_found + sum(len(r.handles_missed) for r in results)
    strays, minutes = sum(len(r.strays) for r in results), sum(r.minutes for r in results)
    figures = {"texts": len(answers), "exact": share(sum(a.exact for a in answers), len(answers)),
               "whole": share(sum(a.whole for a in answers), len(answers)), "found": share(len(found), len(answers)),
               "cer": share(sum(a.error for a in answers), len(answers)),
               "kind": share(sum(a.kind == kind_of(a.truth) for a in found), len(found)),
               "kind.tolerant": share(sum(tolerant(kind_of(a.truth), a.kind) for a in found), len(found)),
               "box": quantile([a.overlap for a in found if a.overlap is not None], .5),
               "handles": share(handles_found, handles_wanted), "handles.false": sum(len(r.handles_false) for r in results),
               "stray.per_clip": share(strays, len(results)), "stray.per_minute": share(strays, minutes),
               "fragments": sum(a.fragments > 0 for a in found)}
    for name in ("start", "end"):
        errors = [getattr(a, f"{name}_error") for a in found]
        figures[f"{name}.median"], figures[f"{name}.p90"] = quantile(errors, .5), quantile(errors, .9)
    return figures


def by_kind(results):
    """(kind, texts, exact, found) of each kind."""
    rows = {}
    for answer in (a for r in results for a in r.answers):
        row = rows.setdefault(kind_of(answer.truth), [0, 0, 0])
        row[0] += 1
        row[1] += answer.exact
        row[2] += answer.found
    return [(kind, *row) for kind, row in sorted(rows.items())]


def main(argv=None):
    chosen = report.options(__doc__, argv)
    try:
        cases = corpus.load(chosen.corpus, chosen.only, ("texts",))
    except corpus.CorpusError as error:
        print(f"score_text: {error}", file=sys.stderr)
        return 2
    print(f"{'':34} texts  exact  whole  found   CER     handles  stray")
    results, failed = [], []
    for case, document in corpus.answers(chosen.program, "text", cases, chosen.cache, chosen.jobs, chosen.timeout, chosen.extra):
        if isinstance(document, str):
            failed.append(case.name)
            print(f"{case.name}: {document}")
            document = {"tracks": []}
        results.append(score(case.truth, document, case.partly))
        print_case(case, results[-1], chosen.quiet)
    for kind, texts, exact, found in by_kind(results):
        print(f"of kind {kind}: {texts} texts, {exact} exact, {found} found")
    figures = figures_of(results)
    for name, value in figures.items():
        print(f"{name:18} {report.show(value) if isinstance(value, float) or value is None else value}")
    return report.finish(figures, chosen, failed)


if __name__ == "__main__":
    sys.exit(main())
