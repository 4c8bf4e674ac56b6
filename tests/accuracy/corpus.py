"""Where clips and their truths lie, and running the program on them.

Two layouts are known: a folder with `clips/` and `truth/` (samples), and one with `real/`, `constructed/` and `truth/`.
Videos may also lie in the folder itself. A truth file is called CLIP.json, CLIP with its ending.
"""
import concurrent.futures
import fnmatch
import json
import os
import re
import subprocess
from dataclasses import dataclass

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


def _ask(program, command, case, cache, timeout, extra):
    """The program's document for a case, or a string that says what went wrong."""
    stored = os.path.join(cache, f"{case.name}.{command}.json") if cache else None
    if stored and os.path.isfile(stored):
        with open(stored, encoding="utf-8") as file:
            return json.load(file)
    try:
        run = subprocess.run([program, command, case.video, "--format", "json", *extra], capture_output=True,
                             timeout=timeout, check=False, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return f"no answer within {timeout} s"
    if run.returncode != 0:
        return f"exit {run.returncode}: {run.stderr.decode(errors='replace').strip()[-300:]}"
    try:
        document = json.loads(run.stdout)
    except ValueError as error:
        return f"not JSON: {error}"
    if document.get("schema") != f"sourcereel.{command}/1":
        return f"schema is {document.get('schema')!r}, not sourcereel.{command}/1"
    if stored:
        os.makedirs(cache, exist_ok=True)
        with open(stored, "wb") as file:
            file.write(run.stdout)
    return document


def answers(program, command, cases, cache=None, jobs=2, timeout=600, extra=()):
    """[(case, document or message)] in the order of the cases; `jobs` runs at a time."""
    with concurrent.futures.ThreadPoolExecutor(max_workers=jobs) as pool:
        documents = pool.map(lambda case: _ask(program, command, case, cache, timeout, extra), cases)
        return list(zip(cases, documents))
