"""Shots found against shots that are there: one to one, as samples/README.md describes the truth.

A cut is found by a cut, or a transition of at most two frames, within 2 frames. A gradual transition is found by any
transition that overlaps its span widened by 5 frames on both sides. What is left over is false.
"""
from dataclasses import dataclass, field

CUT_SLACK, GRADUAL_SLACK, LONGEST_CUT = 2, 5, 2
CLASSES = ("cuts", "gradual")


@dataclass
class Counts:
    found: int = 0
    missed: int = 0
    false: int = 0

    def __add__(self, other):
        return Counts(self.found + other.found, self.missed + other.missed, self.false + other.false)

    @property
    def precision(self):
        total = self.found + self.false
        return self.found / total if total else None

    @property
    def recall(self):
        total = self.found + self.missed
        return self.found / total if total else None

    @property
    def f1(self):
        total = 2 * self.found + self.missed + self.false
        return 2 * self.found / total if total else None


@dataclass
class ShotScore:
    counts: dict = field(default_factory=lambda: {c: Counts() for c in CLASSES})
    missed: list = field(default_factory=list)  # (class, begin frame, end frame)
    false: list = field(default_factory=list)  # The transitions themselves.

    @property
    def all(self):
        return self.counts["cuts"] + self.counts["gradual"]


def transitions(document):
    """The changes that a `shots` document reports: without the start of the video."""
    return [{**shot["transition"], "time": shot["begin"]} for shot in document["shots"] if shot["transition"]["kind"] != "start"]


def class_of(transition):
    return "cuts" if transition["end_frame"] - transition["begin_frame"] <= LONGEST_CUT else "gradual"


def _distance(truth, transition):
    """Frames between the two, or None where one cannot be the other."""
    kind, begin, end = truth
    first, last = transition["begin_frame"], max(transition["end_frame"], transition["begin_frame"] + 1)  # Half-open.
    if kind == "cuts":
        off = min(abs(frame - begin) for frame in range(first, last)) if class_of(transition) == "cuts" else None
        return off if off is not None and off <= CUT_SLACK else None
    if first < end + GRADUAL_SLACK and last > begin - GRADUAL_SLACK:
        return abs((first + last) - (begin + end)) / 2
    return None


def match(truths, found):
    """{index of truth: index of transition}: as many pairs as possible, near ones first."""
    near = []
    for truth in truths:
        options = [(d, j) for j, t in enumerate(found) if (d := _distance(truth, t)) is not None]
        near.append([j for _, j in sorted(options)])
    owner = {}  # Transition → truth.

    def place(i, seen):
        for j in near[i]:
            if j not in seen:
                seen.add(j)
                if j not in owner or place(owner[j], seen):
                    owner[j] = i
                    return True
        return False

    for i in range(len(truths)):
        place(i, set())
    return {i: j for j, i in owner.items()}


def _ignored(begin, end, ranges):
    return any(begin <= last and end >= first for first, last in ranges)


def score(truth, document):
    """One clip. A class whose truth is null is not counted, neither its misses nor what was called so."""
    known = {c for c in CLASSES if truth.get(c) is not None}
    ranges = truth.get("ignore") or []
    wanted = [("cuts", frame, frame) for frame in truth.get("cuts") or []]
    wanted += [("gradual", begin, end) for begin, end in truth.get("gradual") or []]
    found = transitions(document)
    pairs = match(wanted, found)
    result = ShotScore()
    for i, (kind, begin, end) in enumerate(wanted):
        if i in pairs:
            result.counts[kind].found += 1
        elif not _ignored(begin, end, ranges):
            result.counts[kind].missed += 1
            result.missed.append((kind, begin, end))
    taken = set(pairs.values())
    for j, transition in enumerate(found):
        if j in taken or class_of(transition) not in known or _ignored(transition["begin_frame"], transition["end_frame"], ranges):
            continue
        result.counts[class_of(transition)].false += 1
        result.false.append(transition)
    return result


def nothing_found(truth):
    """The score where the program had no answer."""
    return score(truth, {"shots": []})
