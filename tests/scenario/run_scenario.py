#!/usr/bin/python3
"""Runs one case the way a user would: its commands by bash in an empty folder, `sourcereel` on the PATH.

A case is a folder with

    command        a command a line; # begins a comment line; a line that begins with + is preparation: it must succeed
    expected/N.*   about the N-th command, counted from 1 without comments and preparation:
                   N.json or N.txt what stdout holds, N.err what stderr holds (see expect.py), N.exit the exit code
                   (default 0; "1|3" either; "!0" any but 0)

In commands {samples} is the folder of the sample clips and {name} what <save:name> kept. $HOME is the empty folder too.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from expect import json_faults, text_faults  # noqa: E402


def read_commands(case):
    """[(is preparation, command)]"""
    with open(os.path.join(case, "command"), encoding="utf-8") as file:
        lines = [line.strip() for line in file]
    return [(line[0] == "+", line.lstrip("+ ")) for line in lines if line and line[0] != "#"]


def expectation(case, number, kind):
    try:
        with open(os.path.join(case, "expected", f"{number}.{kind}"), encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        return None


def exit_fits(wanted, got):
    return got != 0 if wanted == "!0" else str(got) in wanted.split("|")


def environment(program, home):
    """Nothing of the person who runs the tests, and the program on the PATH."""
    commands = os.path.join(home, ".bin")
    os.mkdir(commands)
    os.symlink(os.path.abspath(program), os.path.join(commands, "sourcereel"))
    kept = {k: v for k, v in os.environ.items() if k.startswith(("ASAN_", "UBSAN_", "TSAN_", "LSAN_")) or k == "TESSDATA_PREFIX"}
    return {**kept, "HOME": home, "XDG_DATA_HOME": os.path.join(home, ".data"), "XDG_CONFIG_HOME": os.path.join(home, ".config"),
            "PATH": f"{commands}:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "dumb"}


def faults_of(case, number, run, saved):
    """What is wrong with the answer to the N-th command."""
    faults = []
    wanted_exit = (expectation(case, number, "exit") or "0").strip()
    if not exit_fits(wanted_exit, run.returncode):
        faults.append(f"exit code {run.returncode}, expected {wanted_exit}")
    out, err = run.stdout.decode(errors="replace"), run.stderr.decode(errors="replace")
    if (wanted := expectation(case, number, "json")) is not None:
        try:
            faults += json_faults(json.loads(wanted), json.loads(out), "$", saved)
        except ValueError as error:
            faults.append(f"stdout is not JSON ({error}): {out[:300]!r}")
    if (wanted := expectation(case, number, "txt")) is not None:
        faults += [f"stdout: {f}" for f in text_faults(wanted, out)]
    if (wanted := expectation(case, number, "err")) is not None:
        faults += [f"stderr: {f}" for f in text_faults(wanted, err)]
    return faults


def run_case(case, program, samples, timeout):
    """Sentences about all that is not as expected; the first command that fails ends the case."""
    saved = {"samples": os.path.abspath(samples)}
    with tempfile.TemporaryDirectory(prefix="scenario-") as home:
        variables = environment(program, home)
        folder = os.path.join(home, "work")
        os.mkdir(folder)
        number = 0
        for preparation, command in read_commands(case):
            number += not preparation
            line = re.sub(r"\{(\w+)\}", lambda m: saved.get(m[1], m[0]), command)
            try:
                run = subprocess.run(["bash", "-c", f"set -o pipefail; {line}"], cwd=folder, env=variables, capture_output=True,
                                     timeout=timeout, check=False, stdin=subprocess.DEVNULL)
            except subprocess.TimeoutExpired:
                return [f"$ {line}", f"no end within {timeout} s"]
            if preparation:
                faults = [f"preparation failed with {run.returncode}"] if run.returncode else []
            else:
                faults = faults_of(case, number, run, saved)
            if faults:
                return [f"$ {line}   (command {number})", *faults, "stderr was: " + run.stderr.decode(errors="replace").strip()[-800:]]
        if number == 0:
            return ["the case has no command"]
    return []


def unused_expectations(case):
    """Files in expected/ that belong to no command: a mistake in the case."""
    count = sum(not preparation for preparation, _ in read_commands(case))
    names = sorted(os.listdir(os.path.join(case, "expected")))
    return [f"expected/{n} belongs to no command" for n in names
            if not (m := re.fullmatch(r"(\d+)\.(json|txt|err|exit)", n)) or not 1 <= int(m[1]) <= count]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("case", help="the folder of the case")
    parser.add_argument("--program", required=True, help="the built sourcereel")
    parser.add_argument("--samples", required=True, help="folder of the sample clips")
    parser.add_argument("--timeout", type=float, default=300, help="seconds a command (default 300)")
    options = parser.parse_args()
    faults = unused_expectations(options.case) or run_case(options.case, options.program, options.samples, options.timeout)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
