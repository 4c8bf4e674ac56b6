"""The figures of the text scorer, over all clips and over the texts of one kind, script or opacity."""
import unicodedata
from dataclasses import dataclass, field

from text_matching import handles_of, kind_of, tolerant

BANDS = ((.4, "about .3"), (.6, "about .5"), (.85, "about .7"), (2, "opaque"))  # Opacity below → name of the band.
SCRIPTS = (("LATIN", "Latin"), ("CYRILLIC", "Cyrillic"), ("HANGUL", "Hangul"), ("CJK", "Han"), ("ARABIC", "Arabic"), ("HIRAGANA", "Kana"),
           ("KATAKANA", "Kana"), ("GREEK", "Greek"), ("HEBREW", "Hebrew"), ("DEVANAGARI", "Devanagari"), ("THAI", "Thai"))


def quantile(values, share_below):
    """The smallest value that at least this share of the values does not exceed; nothing of nothing."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -int(-share_below * len(ordered) // 1) - 1))] if ordered else None


def share(good, of):
    return good / of if of else None


def script_of(text):
    """The script of most letters, as the program names it."""
    counts = {}
    for letter in text:
        if letter.isalpha():
            name = unicodedata.name(letter, "")
            script = next((s for prefix, s in SCRIPTS if name.startswith(prefix)), "other")
            counts[script] = counts.get(script, 0) + 1
    return max(counts, key=lambda s: (counts[s], s)) if counts else "no letters"


def band_of(alpha):
    return "not known" if alpha is None else next(name for limit, name in BANDS if alpha < limit)


@dataclass
class Clip:
    """One clip's score, what was said about handles in it, and what the answer cost."""
    name: str
    score: object
    said: dict = field(default_factory=dict)
    duration: float = 0.0
    cost: object = None
    plain_decode: object = None


def of_answers(answers):
    """What can be said about any set of true texts. Times, boxes and kinds are over those that were found."""
    found = [a for a in answers if a.found]
    figures = {"texts": len(answers), "exact": share(sum(a.exact for a in answers), len(answers)),
               "whole": share(sum(a.whole for a in answers), len(answers)), "found": share(len(found), len(answers)),
               "cer": share(sum(a.error for a in answers), len(answers))}
    for name in ("start", "end"):
        errors = [getattr(a, f"{name}_error") for a in found if getattr(a, f"{name}_error") is not None]
        figures[f"{name}.median"], figures[f"{name}.p90"] = quantile(errors, .5), quantile(errors, .9)
    figures["box"] = quantile([a.overlap for a in found if a.overlap is not None], .5)
    figures["kind"] = share(sum(a.kind == kind_of(a.truth) for a in found), len(found))
    figures["kind.tolerant"] = share(sum(tolerant(kind_of(a.truth), a.kind) for a in found), len(found))
    figures["fragments"] = sum(a.fragments > 0 for a in found)
    return figures


def of_cost(clips):
    """CPU over the length of the videos and over a plain decode of the same clips, memory in MiB, cores at work."""
    measured = [c for c in clips if c.cost]
    cpu, wall, seconds = sum(c.cost.cpu for c in measured), sum(c.cost.wall for c in measured), sum(c.duration for c in measured)
    beside = [c for c in measured if c.plain_decode]
    decode = sum(c.plain_decode.cpu for c in beside)
    return {"cpu.per_second": share(cpu, seconds), "cpu.per_decode": share(sum(c.cost.cpu for c in beside), decode),
            "memory.mib": max((c.cost.memory for c in measured), default=0) / 2**20 if measured else None, "cores": share(cpu, wall)}


def of_clips(clips, with_cost=True):
    """The pooled figures, flat, by the names that limits use."""
    figures = of_answers([a for c in clips for a in c.score.answers])
    found = sum(len(c.score.handles_found) for c in clips)
    wanted = found + sum(len(c.score.handles_missed) for c in clips)
    judged = [c for c in clips if c.score.judged_beyond]
    strays = sum(len(c.score.strays) for c in judged)
    figures.update({"handles": share(found, wanted), "handles.wanted": wanted,
                    "handles.false": sum(len(c.score.handles_false) for c in clips),
                    "handles.false.sure": sum(len(c.score.handles_sure) for c in clips),
                    "stray.per_clip": share(strays, len(judged)), "stray.per_minute": share(strays, sum(c.score.minutes for c in judged))})
    return figures | of_cost(clips) if with_cost else figures


def broken_down(clips):
    """{"kind" | "script" | "alpha": {group: figures}}. A stray track counts in the group of what it was called and how it was read."""
    ways = {"kind": lambda t: kind_of(t), "script": lambda t: script_of(t["text"]), "alpha": lambda t: band_of(t.get("alpha"))}
    of_stray = {"kind": lambda t: t["kind"], "script": lambda t: script_of(t["text"])}
    tables = {}
    for way, group_of in ways.items():
        groups = {}
        for clip in clips:
            for answer in clip.score.answers:
                groups.setdefault(group_of(answer.truth), []).append((clip, answer))
        table = {}
        for group, rows in sorted(groups.items()):
            table[group] = of_answers([a for _, a in rows])
            got = wanted = 0
            for clip in clips:
                found, missed = handles_of([a.truth for c, a in rows if c is clip], clip.said)
                got, wanted = got + len(found), wanted + len(found) + len(missed)
            table[group].update({"handles": share(got, wanted), "handles.wanted": wanted})
        if way in of_stray:
            for clip in clips:
                for track in clip.score.strays:
                    row = table.setdefault(of_stray[way](track), {"texts": 0})
                    row["strays"] = row.get("strays", 0) + 1
        tables[way] = table
    return tables
