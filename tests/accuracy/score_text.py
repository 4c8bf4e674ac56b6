#!/usr/bin/python3
"""Scores `sourcereel text` on a corpus: what was read, when, where, of which kind, what was made up, and what it cost."""
import json
import sys

sys.dont_write_bytecode = True
import corpus  # noqa: E402
import report  # noqa: E402
from text_figures import Clip, broken_down, of_clips, share  # noqa: E402
from text_matching import kind_of, said_handles, score, tolerant  # noqa: E402

COLUMNS = (("texts", "texts", 0), ("exact", "exact", 3), ("whole", "whole", 3), ("found", "found", 3), ("CER", "cer", 3), ("start", "start.median", 2),
           ("p90", "start.p90", 2), ("end", "end.median", 2), ("p90", "end.p90", 2), ("box", "box", 2), ("kind", "kind", 2), ("tol.", "kind.tolerant", 2),
           ("frag.", "fragments", 0), ("stray", "strays", 0), ("handles", "handles", 3), ("of", "handles.wanted", 0))


def own_options(parser):
    parser.add_argument("patterns", nargs="*", metavar="PATTERN", help="clips by name, e.g. 'text_*'; without one, all")
    parser.add_argument("--models", metavar="none|DIR", help="handed to the program")
    parser.add_argument("--effort", metavar="X", help="handed to the program")
    parser.add_argument("--json", metavar="OUT", help="write all figures and each clip's misses here")
    parser.add_argument("--no-cost", action="store_true", help="no plain decode beside it, and no figures about cost")


def misses(clip):
    """Sentences about all that is not as it should be in one clip."""
    for a in clip.score.answers:
        t = a.truth
        alpha = "" if t.get("alpha") in (None, 1) else f", alpha {t['alpha']:g}"
        if not a.exact:
            yield (f"{'inexact' if a.found else 'missed '} {t['kind']} {t['start']:.2f}-{t['end']:.2f} s{alpha}: '{t['text']}', "
                   + (f"best '{a.reading}' (error {a.error:.2f})" if a.tracks else "nothing like it"))
        elif not tolerant(kind_of(t), a.kind):
            yield f"kind: '{t['text']}' is {kind_of(t)}, called {a.kind}"
        if a.fragments:
            yield f"repeated by {a.fragments} more in its place: '{t['text']}'"
    for handle in sorted(clip.score.handles_missed):
        yield f"missed handle @{handle}"
    for handle, confidence in sorted(clip.score.handles_false.items()):
        yield f"false handle @{handle} (confidence {confidence:.2f})"
    for track in clip.score.strays:
        text = track["text"].replace("\n", " / ")
        yield (f"stray {track['kind']} {track['begin']:.2f}-{track['end']:.2f} s, frames {track['begin_frame']}-{track['end_frame']}, "
               f"at {track['box']}: '{text}' (confidence {track.get('confidence') or 0:.2f})")


def print_clip(clip, quiet):
    answers, result = clip.score.answers, clip.score
    cost = f"{clip.cost.cpu / clip.duration:5.2f}" if clip.cost and clip.duration else "    –"
    print(f"{clip.name:34.34} {len(answers):5} {sum(a.exact for a in answers):6} {sum(a.whole for a in answers):6} "
          f"{sum(a.found for a in answers):6}   {report.show(share(sum(a.error for a in answers), len(answers)))}   "
          f"{len(result.handles_found)}/{len(result.handles_found | result.handles_missed)} +{len(result.handles_false)}   "
          f"{len(result.strays):3}   {cost}", flush=True)
    for sentence in () if quiet else misses(clip):
        print(f"    {sentence}")


def print_tables(tables):
    for way, table in tables.items():
        print(f"\n{'by ' + way:12}" + "".join(f"{title:>8}" for title, _, _ in COLUMNS))
        for group, figures in table.items():
            cells = (figures.get(name) for _, name, _ in COLUMNS)
            print(f"{group:12}" + "".join(f"{report.show(cell, digits):>8}" for cell, (_, _, digits) in zip(cells, COLUMNS)))
    print()


def write_json(path, figures, tables, clips, failed):
    one_by_one = {clip.name: of_clips([clip]) | {"misses": list(misses(clip))} for clip in clips}
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"figures": figures, "by": tables, "clips": one_by_one, "failed": failed}, file, indent=1, ensure_ascii=False)
        file.write("\n")


def main(argv=None):
    chosen = report.options(__doc__, argv, own_options)
    extra = [*chosen.extra, *(f"--{name}={value}" for name in ("models", "effort") if (value := getattr(chosen, name)))]
    try:
        cases = corpus.load(chosen.corpus, (chosen.only or []) + chosen.patterns, ("texts",))
    except corpus.CorpusError as error:
        print(f"score_text: {error}", file=sys.stderr)
        return 2
    print(f"{'':34} texts  exact  whole  found   CER     handles  stray   CPU/s")
    clips, failed = [], []
    for case, answer in corpus.answers(chosen.program, "text", cases, chosen.cache, chosen.jobs, chosen.timeout, extra, not chosen.no_cost):
        if answer.problem:
            failed.append(case.name)
            print(f"{case.name}: {answer.problem}")
        document = answer.document or {"tracks": []}
        cost = (None, None) if chosen.no_cost else (answer.cost, answer.plain_decode)
        clips.append(Clip(case.name, score(case.truth, document, case.partly), said_handles(document["tracks"]),
                          (document.get("media") or {}).get("duration", 0.0), *cost))
        print_clip(clips[-1], chosen.quiet)
    tables = broken_down(clips)
    print_tables(tables)
    figures = of_clips(clips, not chosen.no_cost)
    for name, value in figures.items():
        print(f"{name:18} {report.show(value) if isinstance(value, float) or value is None else value}")
    if chosen.json:
        write_json(chosen.json, figures, tables, clips, failed)
    return report.finish(figures, chosen, failed)


if __name__ == "__main__":
    sys.exit(main())
