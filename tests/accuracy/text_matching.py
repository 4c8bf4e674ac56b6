"""Text tracks against the texts that are there, as samples/README.md describes them.

For each true text the tracks that share enough of its time are candidates: each alone, two or three stacked on each
other joined, and pieces of a longer text between word edges. The one with the lowest character error rate counts.
A ticker is compared with ticker tracks, where there are any: pieces of it that were read as captions are not its text.
"""
import itertools
from dataclasses import dataclass, field

from words import error_rate, handles_in, plain, word_set

FOUND = 0.2        # Highest error rate of a text that counts as found.
SHARED_TIME = 0.3  # Least part of the shorter one's time that a track and a text must share.
ALIKE = 0.5        # Highest error rate of a track that is an attempt at a text, and so not stray.
ON_TEXT = 0.3      # Least part of a track's box that lies on a true text's box to be no stray.
SAME_PLACE = 0.3   # Least intersection over union of a fragment with the track it repeats.
SURE = 0.85        # Least confidence of a track whose handle a reader would take for certain.
NEXT_STAY = 0.6    # Seconds between two stays of one jumping mark, at most.
OLD_KINDS = {"channel-logo": "bug", "handle": "watermark", "word": "caption"}
TOLERANT = ({"caption", "lower_third", "title"}, {"watermark", "bug", "credit"})


def kind_of(truth):
    return OLD_KINDS.get(truth["kind"], truth["kind"])


def tolerant(a, b):
    return a == b or any(a in group and b in group for group in TOLERANT)


def shared(a_begin, a_end, b_begin, b_end):
    """The part of the shorter one's time that both have."""
    shorter = max(min(a_end - a_begin, b_end - b_begin), 1e-6)
    return max(0.0, min(a_end, b_end) - max(a_begin, b_begin)) / shorter


def box_at(track, time):
    """Where a track stands; a path is followed, its last point at or before `time` counts."""
    x, y, w, h = track["box"]
    for at, px, py in track.get("path") or []:
        if at <= time:
            x, y = px, py
    return [x, y, w, h]


def intersection(a, b):
    return max(0, min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])) * max(0, min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1]))


def iou(a, b):
    both = intersection(a, b)
    whole = a[2] * a[3] + b[2] * b[3] - both
    return both / whole if whole else 0.0


def union(boxes):
    left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
    return [left, top, max(b[0] + b[2] for b in boxes) - left, max(b[1] + b[3] for b in boxes) - top]


def stacked(tracks, time):
    """Whether tracks, from top to bottom, stand right below each other and at the same time."""
    for upper, lower in itertools.pairwise(tracks):
        a, b = box_at(upper, time), box_at(lower, time)
        if shared(upper["begin"], upper["end"], lower["begin"], lower["end"]) < SHARED_TIME:
            return False
        gap = b[1] - (a[1] + a[3])
        if not -min(a[3], b[3]) / 2 <= gap <= 1.5 * max(a[3], b[3]):
            return False
        if min(a[0] + a[2], b[0] + b[2]) <= max(a[0], b[0]):
            return False
    return True


@dataclass
class Answer:
    """The best that the program had to say about one true text."""
    truth: dict
    error: float = 1.0
    whole: bool = False
    tracks: list = field(default_factory=list)
    piece: bool = False         # It is a part of what the tracks say.
    start_error: float = None   # Seconds; the rest of these is known of found texts only.
    end_error: float = None
    overlap: float = None
    fragments: int = 0

    @property
    def exact(self):
        return self.error == 0

    @property
    def found(self):
        return self.error <= FOUND

    @property
    def reading(self):
        return " / ".join(t["text"].replace("\n", " ") for t in self.tracks)

    @property
    def kind(self):
        return self.tracks[0]["kind"] if self.tracks else None


def _readings(truth, tracks):
    """(tracks, plain text, whole?) of all that may be meant."""
    middle = (truth["start"] + truth["end"]) / 2
    for track in tracks:
        yield [track], plain(track["text"]), True
    ordered = sorted(tracks, key=lambda t: (box_at(t, middle)[1], t["begin"]))
    for count in (2, 3):
        if len(ordered) > 40:
            break  # A wall of scraps: joining them all ways would take minutes and prove nothing.
        for group in itertools.combinations(ordered, count):
            if stacked(group, middle):
                yield list(group), plain(" ".join(t["text"] for t in group)), False


def best_answer(truth, tracks):
    wanted = [plain(text) for text in [truth["text"], *(truth.get("alternatives") or [])]]
    near = [t for t in tracks if shared(t["begin"], t["end"], truth["start"], truth["end"]) >= SHARED_TIME]
    if truth["kind"] == "ticker":
        near = [t for t in near if t["kind"] == "ticker"] or near
    best, rank = Answer(truth), (1.0,)
    for group, read, whole in _readings(truth, near):
        for text in wanted:
            for piece in (False, True):
                if piece and len(read) <= len(text):
                    continue
                error = error_rate(text, read, piece)
                if error >= 1:
                    continue
                together = shared(group[0]["begin"], group[0]["end"], truth["start"], truth["end"])
                off = abs(group[0]["begin"] - truth["start"]) + abs(group[0]["end"] - truth["end"])
                mine = (error, piece or not whole, len(group), -together, off)
                if mine < rank or not best.tracks:
                    rank = mine
                    best = Answer(truth, error, error == 0 and whole and not piece, group, piece)
    return best


def _stays(truth, texts):
    """The times over which a jumping mark may be one track: those of its stays that follow on each other."""
    same = sorted((t for t in texts if plain(t["text"]) == plain(truth["text"])), key=lambda t: t["start"])
    begin, end = truth["start"], truth["end"]
    for other in same:
        if begin <= other["start"] <= end + NEXT_STAY:
            end = max(end, other["end"])
    for other in reversed(same):
        if begin - NEXT_STAY <= other["end"] <= end:
            begin = min(begin, other["start"])
    return begin, end


def _measure(answer, texts, tracks):
    """Times, place and repeats of a found text."""
    truth = answer.truth
    begin = min(t["begin"] for t in answer.tracks)
    end = max(t["end"] for t in answer.tracks)
    first, last = _stays(truth, texts)
    middle = (truth["start"] + truth["end"]) / 2
    place = union([box_at(t, middle) for t in answer.tracks])
    if not (truth["kind"] == "word" and answer.piece):  # Times and place of a whole caption are not those of one word of it.
        answer.start_error = min(abs(begin - truth["start"]), abs(begin - first))
        answer.end_error = min(abs(end - truth["end"]), abs(end - last))
        if any(truth["box"][2:]):
            answer.overlap = iou(place, truth["box"])
    wanted = plain(truth["text"])
    for track in tracks:
        if any(track is t for t in answer.tracks) or shared(track["begin"], track["end"], truth["start"], truth["end"]) <= 0:
            continue
        box = box_at(track, middle)
        inside = intersection(box, place) / max(1, min(box[2] * box[3], place[2] * place[3]))
        if max(iou(box, place), inside) >= SAME_PLACE and alike(wanted, plain(track["text"])):
            answer.fragments += 1


def alike(wanted, read):
    """Whether `read` is an attempt at `wanted`, at a piece of it, or at more than it."""
    return bool(read) and min(error_rate(wanted, read), error_rate(wanted, read, True), error_rate(read, wanted, True)) <= ALIKE


def _stray(track, texts):
    """Like no true text of its time, and on none."""
    read = plain(track["text"])
    for truth in texts:
        if min(track["end"], truth["end"]) <= max(track["begin"], truth["start"]):
            continue
        if alike(plain(truth["text"]), read):
            return False
        if any(truth["box"][2:]):
            time = (max(track["begin"], truth["start"]) + min(track["end"], truth["end"])) / 2
            box = box_at(track, time)
            if intersection(box, truth["box"]) >= ON_TEXT * max(1, box[2] * box[3]):
                return False
    return True


@dataclass
class TextScore:
    answers: list = field(default_factory=list)
    handles_found: set = field(default_factory=set)
    handles_missed: set = field(default_factory=set)
    handles_false: dict = field(default_factory=dict)  # Handle → highest confidence of a track that has it.
    strays: list = field(default_factory=list)
    judged_beyond: bool = True  # All texts are in the truth, so what is beyond it was made up.
    minutes: float = 0.0

    @property
    def handles_sure(self):
        """The false handles that look certain."""
        return {h for h, confidence in self.handles_false.items() if confidence >= SURE}


def said_handles(tracks):
    """Handle, case folded → highest confidence of a track that has it."""
    said = {}
    for track in tracks:
        for handle in track.get("handles") or []:
            name = handle["handle"].casefold()
            said[name] = max(said.get(name, 0.0), track.get("confidence") or 0.0)
    return said


def handles_of(texts, said):
    """(found, missed) of the handles in some texts of a clip."""
    wanted = set().union(*(handles_in(t["text"]) for t in texts))
    return wanted & set(said), wanted - set(said)


def score(truth, document, partly=False):
    """One clip. With `partly`, what is found beyond the truth is not held against the program."""
    texts, tracks = truth["texts"], document["tracks"]
    result = TextScore(judged_beyond=not partly, minutes=(document.get("media") or {}).get("duration", 0) / 60)
    for text in texts:
        answer = best_answer(text, tracks)
        if answer.found:
            _measure(answer, texts, tracks)
        result.answers.append(answer)
    said = said_handles(tracks)
    result.handles_found, result.handles_missed = handles_of(texts, said)
    if not partly:
        words = set().union(*(word_set(t) for text in texts for t in [text["text"], *(text.get("alternatives") or [])]))
        result.handles_false = {h: confidence for h, confidence in said.items() if h not in words}
        result.strays = [t for t in tracks if t["kind"] != "scene" and _stray(t, texts)]
    return result
