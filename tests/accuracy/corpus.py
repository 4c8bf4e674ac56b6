"""Where clips and their truths lie, and running the program on them.

Two layouts are known: a folder with `clips/` and `truth/` (samples), and one with `real/`, `constructed/` and `truth/`.
Videos may also lie in the folder itself. A truth file is called CLIP.json, CLIP with its ending.
"""
import concurrent.futures
import fnmatch
import json
import os
import re
from dataclasses import dataclass

from running import Cost, plain_decode, run

VIDEO_FOLDERS = ("clips", "real", "constructed", ".")
PARTLY = re.compile(r"\b(not|partly|partially) transcribed\b", re.IGNORECASE)


@dataclass
class Case:
    """One clip: its file and what is known about it."""
    name: str
    video: str
    truth: dict

    @property
    def partly(self):
        """Only a part of the texts is written down, so more texts may be right."""
        return bool(self.truth.get("partial") or PARTLY.search(f"{self.truth.get('notes')} {self.truth.get('confidence')}"))


class CorpusError(Exception):
    pass


def load(folder, patterns, needs):
    """The cases of a corpus folder whose name fits one of `patterns` and whose truth has one of the keys `needs`."""
    truth_folder = os.path.join(folder, "truth")
    if not os.path.isdir(truth_folder):
        raise CorpusError(f"{folder}: no folder truth/ in it")
    cases, lost = [], []
    for file_name in sorted(os.listdir(truth_folder)):
        name = file_name.removesuffix(".json")
        if name == file_name or not any(fnmatch.fnmatch(name, p) for p in patterns or ["*"]):
            continue
        with open(os.path.join(truth_folder, file_name), encoding="utf-8") as file:
            truth = json.load(file)
        if not isinstance(truth, dict) or all(truth.get(key) is None for key in needs):
            continue
        videos = [os.path.join(folder, sub, name) for sub in VIDEO_FOLDERS]
        video = next((v for v in videos if os.path.isfile(v)), None)
        if video is None:
            lost.append(name)
        else:
            cases.append(Case(name, os.path.normpath(video), truth))
    if lost:
        raise CorpusError(f"{folder}: truth but no video: {', '.join(lost)}; make the samples first (samples/make_samples.py)")
    if not cases:
        raise CorpusError(f"{folder}: no clip with a truth about {' or '.join(needs)} fits {patterns or ['*']}")
    return cases


@dataclass
class Answer:
    """What the program said about a clip. `problem` is a sentence where it said nothing that can be used."""
    document: dict = None
    problem: str = None
    cost: Cost = None         # None where the answer was kept from an earlier run that did not measure.
    plain_decode: Cost = None


def _read_json(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def _kept(stored):
    """An answer kept by an earlier run, with its cost where that was measured."""
    costs = _read_json(stored + ".cost") if os.path.isfile(stored + ".cost") else {}
    return Answer(_read_json(stored), **{name: Cost(**value) for name, value in costs.items()})


def _keep(stored, output, answer):
    os.makedirs(os.path.dirname(stored), exist_ok=True)
    with open(stored, "wb") as file:
        file.write(output)
    costs = {name: cost.stored() for name, cost in (("cost", answer.cost), ("plain_decode", answer.plain_decode)) if cost}
    with open(stored + ".cost", "w", encoding="utf-8") as file:
        json.dump(costs, file)


def _ask(program, command, case, cache, timeout, extra, measure):
    stored = os.path.join(cache, f"{case.name}.{command}.json") if cache else None
    if stored and os.path.isfile(stored):
        return _kept(stored)
    if not program:
        return Answer(problem=f"no answer in {cache}, and no program to ask")
    done = run([program, command, case.video, "--format", "json", *extra], timeout)
    if done.late:
        return Answer(problem=f"no answer within {timeout} s")
    if done.code != 0:
        return Answer(problem=f"exit {done.code}: {done.err.decode(errors='replace').strip()[-300:]}")
    try:
        document = json.loads(done.out)
    except ValueError as error:
        return Answer(problem=f"not JSON: {error}")
    if document.get("schema") != f"sourcereel.{command}/1":
        return Answer(problem=f"schema is {document.get('schema')!r}, not sourcereel.{command}/1")
    # The plain decode comes right after, so that both meet the same load of the machine.
    answer = Answer(document, cost=done.cost, plain_decode=plain_decode(case.video, timeout) if measure else None)
    if stored:
        _keep(stored, done.out, answer)
    return answer


def answers(program, command, cases, cache=None, jobs=2, timeout=600, extra=(), measure=False):
    """Yields (case, Answer) in the order of the cases; `jobs` runs at a time. `measure`: the plain decode of each clip too."""
    with concurrent.futures.ThreadPoolExecutor(max_workers=jobs) as pool:
        given = pool.map(lambda case: _ask(program, command, case, cache, timeout, extra, measure), cases)
        yield from zip(cases, given)
