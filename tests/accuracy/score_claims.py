#!/usr/bin/python3
"""Scores the claims found in articles.

    score_claims.py ARTICLES… --program claims_dump [--only NAME] [-v] [--floor f1=.9]
    score_claims.py ARTICLES… --program sourcereel --verify

ARTICLES are files, or folders of NNN.txt, NNN.md, NNN.html; each has its truth beside it (NNN.truth.json). With --verify the
program is asked `verify ARTICLE --format json`, else it prints a JSON object a line for the articles it is given.
Exit 1: a floor was not reached.
"""
import argparse
import json
import os
import subprocess
import sys

sys.dont_write_bytecode = True
from claims_matching import compare, same_platform, visible_text  # noqa: E402


def articles_in(paths):
    for path in paths:
        files = [path]
        if os.path.isdir(path):
            files = sorted(os.path.join(path, f) for f in os.listdir(path) if f.endswith((".txt", ".md", ".html")))
        for file in files:
            truth = os.path.splitext(file)[0] + ".truth.json"
            if os.path.exists(truth):
                yield file, truth


def ask(program, files, verify):
    if not verify:
        out = subprocess.run([program, *files], stdout=subprocess.PIPE, check=True).stdout
        return [json.loads(line) for line in out.splitlines()]
    answers = []
    for file in files:
        out = subprocess.run([program, "--db", os.devnull, "verify", file, "--format", "json"], stdout=subprocess.PIPE).stdout
        answers.append(json.loads(out))
    return answers


def line_of(claim):
    e = claim["entity"]
    flags = "".join(f" {flag}" for flag in ("hedged", "negated") if claim.get(flag))
    return f"{claim['type']} {e['kind']}:{e['value']}@{e.get('platform')}{flags} «{claim['quote']}»"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+")
    parser.add_argument("--program", required=True)
    parser.add_argument("--verify", action="store_true")
    parser.add_argument("--only", action="append", default=[], help="part of a file's name")
    parser.add_argument("-v", "--verbose", action="store_true", help="list what was missed and what was made up")
    parser.add_argument("--floor", action="append", default=[], metavar="FIGURE=LEAST")
    options = parser.parse_args()
    cases = [c for c in articles_in(options.articles)
             if not options.only or any(o in os.path.basename(c[0]) for o in options.only)]
    if not cases:
        sys.exit("no articles with a truth beside them")
    answers = ask(options.program, [file for file, _ in cases], options.verify)
    found = missed = false = none = hedged = negated = platform = clean = 0
    for (file, truth_file), answer in zip(cases, answers):
        with open(file, encoding="utf-8", errors="replace") as stream:
            text = visible_text(file, stream.read())
        with open(truth_file, encoding="utf-8") as stream:
            truth = json.load(stream)
        result = compare(text, answer.get("claims", []), truth)
        found += len(result.found)
        missed += len(result.missed)
        false += len(result.false)
        none += len(result.none)
        hedged += sum(bool(c["hedged"]) == bool(t["hedged"]) for c, t in result.found)
        negated += sum(bool(c["negated"]) == bool(t["negated"]) for c, t in result.found)
        platform += sum(same_platform(c["entity"], t["entity"]) for c, t in result.found)
        clean += not (result.missed or result.false or result.none)
        if not options.verbose:
            continue
        print(f"{os.path.basename(file)}: {len(result.found)} found, {len(result.missed)} missed, {len(result.false)} false")
        if answer.get("error"):
            print(f"    error {answer['error']}")
        if answer.get("title") not in (None, truth["title"]):
            print(f"    title '{answer['title']}', not '{truth['title']}'")
        for t in result.missed:
            print(f"    missed {line_of(t)}")
        for c in result.false:
            print(f"    false  {line_of(c)}")
        for c in result.none:
            print(f"    none   {line_of(c)}")
        for c, t in result.found:
            for flag in ("hedged", "negated"):
                if bool(c[flag]) != bool(t[flag]):
                    print(f"    {flag} should be {t[flag]}: «{c['quote']}»")
            if not same_platform(c["entity"], t["entity"]):
                print(f"    platform should be {t['entity']['platform']}, not {c['entity']['platform']}: «{c['quote']}»")
    precision = found / (found + false) if found + false else 1.0
    recall = found / (found + missed) if found + missed else 1.0
    figures = {"precision": precision, "recall": recall,
               "f1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0}
    print(f"{len(cases)} articles, {found + missed} claims: found {found}, missed {missed}, false {false}; "
          f"{none} where nothing is claimed; {clean} articles without a fault")
    print(f"precision {precision:.3f}, recall {recall:.3f}, F1 {figures['f1']:.3f}; of those found: hedge right "
          f"{hedged}/{found}, negation {negated}/{found}, platform {platform}/{found}")
    figures["none"] = -none
    for floor in options.floor:
        name, least = floor.split("=")
        if figures[name] < float(least):
            sys.exit(f"{name} is {figures[name]:.3f}, less than {least}")


if __name__ == "__main__":
    main()
