#!/usr/bin/python3
"""Compares every #include under src/ and tools/ with the picture of who may know whom; prints what does not fit.

    tools/dev/check_layers.py [ROOT]

The picture is the table LAYERS; a library uses of it what its CMakeLists.txt declares as DEPENDS, and no header of others.

Exit 0: the picture is true. 1: some includes break it (file:line and the rule). 2: there is nothing to look at.
"""
import os
import re
import sys
from dataclasses import dataclass

# Each folder of src/ and the folders whose headers it may include, besides its own. Arrows never turn.
LAYERS = {
    "core": set(),
    "unicode": {"core"},
    "media": {"core"},
    "imaging": {"core"},
    "shots": {"core"},
    "text": {"core", "imaging", "unicode"},
    "fingerprint": {"core", "imaging"},
    "attribution": {"core", "unicode"},
    "sidecar": {"core", "unicode", "attribution"},
    "verdict": {"core", "unicode", "attribution"},
    "claims": {"core", "unicode", "attribution"},
    "catalogue": {"core", "unicode"},
    "json": {"core", "unicode"},
    "report": {"core", "unicode", "json"},
    "exports": {"core", "unicode"},
    "web": {"core", "attribution", "catalogue", "exports", "json"},
    "pipeline": {"core", "media", "imaging", "shots", "text", "fingerprint", "attribution", "sidecar", "catalogue"},
}
TOOLS = "tools"  # Executables may use every library.

# Foreign libraries: how their headers are spelt, and the folders that may include them.
FOREIGN = [
    ("libav", re.compile(r"lib(av\w+|sw\w+|postproc)/"), {"media"}),
    ("OpenCV", re.compile(r"opencv2?/"), {"imaging", "text"}),
    ("Tesseract", re.compile(r"(tesseract|leptonica)/"), {"text"}),
    ("SQLite", re.compile(r"sqlite3(ext)?\.h$"), {"catalogue"}),
    ("ICU", re.compile(r"unicode/"), {"unicode"}),
    ("nlohmann json", re.compile(r"nlohmann/"), {"json", "sidecar"}),
    ("Gumbo", re.compile(r"gumbo\.h$"), {"claims"}),
    ("cpp-httplib", re.compile(r"httplib\.h$"), {"web"}),
    ("toml++", re.compile(r"toml\+\+/|toml\.hpp$"), {TOOLS}),
    ("CLI11", re.compile(r"CLI/"), {TOOLS}),
]
PRIVATE = re.compile(r"^media/av/")  # Below it libav types are spoken; nobody else includes it.
STANDARD = re.compile(r"^[a-z_0-9]+$")  # <vector>, <cstdint>
SYSTEM = re.compile(r"^(sys/|linux/|netinet/|arpa/)?[a-z_0-9]+\.h$")  # <unistd.h>, <sys/mman.h>
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:<([^>]+)>|"([^"]+)")')
LIBRARY = re.compile(r"sourcereel_library\(\s*(\w+)([^)]*)\)")
SOURCES = (".h", ".hpp", ".cpp", ".cc", ".inc")


@dataclass
class Finding:
    path: str
    line: int
    rule: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.rule}"


def without_comments(text):
    """Block and line comments blanked, lines kept; what stands in quotes is left alone."""
    pattern = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|//[^\n]*|/\*.*?\*/', re.DOTALL)
    return pattern.sub(lambda m: m[0] if m[0][0] in "\"'" else re.sub(r"[^\n]", " ", m[0]), text)


def includes(text):
    """(line number, path, angle brackets?) of each include."""
    for number, line in enumerate(without_comments(text).split("\n"), 1):
        if found := INCLUDE.match(line):
            yield number, found[1] or found[2], found[1] is not None


def declared_dependencies(root, folder):
    """(DEPENDS of the folder's sourcereel_library(), the line of the call); (None, 1) where it has no such call."""
    try:
        with open(os.path.join(root, "src", folder, "CMakeLists.txt"), encoding="utf-8") as file:
            text = re.sub(r"#[^\n]*", "", file.read())
    except FileNotFoundError:
        return None, 1
    call = LIBRARY.search(text)
    if not call:
        return None, 1
    depends = re.search(r"\bDEPENDS\b((?:\s+[a-z_0-9]+)*)", call[2])
    return set(depends[1].split()) if depends else set(), text[: call.start()].count("\n") + 1


def check_declarations(root):
    """Arrows that CMake draws and the picture does not have."""
    for folder in sorted(LAYERS):
        declared, line = declared_dependencies(root, folder)
        for target in sorted((declared or set()) - LAYERS[folder]):
            yield Finding(f"src/{folder}/CMakeLists.txt", line, f"DEPENDS {target}: {folder} must not know {target}")


def _ours(root, path, folder, included, declared):
    """What is wrong with including one of our own headers, or None."""
    if os.path.isfile(os.path.join(root, os.path.dirname(path), included)) and "/" not in included:
        return None if folder == TOOLS else f'"{included}": write "{folder}/{included}": includes start at src/'
    target = included.split("/")[0]
    if not os.path.isfile(os.path.join(root, "src", included)):
        if folder == TOOLS and os.path.isfile(os.path.join(root, TOOLS, included)):
            return None
        return f'"{included}" is no file under src/; foreign headers go in <>'
    if PRIVATE.match(included) and not path.startswith("src/media/"):
        return f'"{included}" is private to media/'
    if folder == TOOLS or target == folder:
        return None
    if target in LAYERS[folder]:
        return None if declared is None or target in declared else f'"{included}": src/{folder}/CMakeLists.txt does not declare DEPENDS {target}'
    allowed = ", ".join(sorted(LAYERS[folder])) or "nothing of ours"
    return f'"{included}": {folder} must not know {target} (it may use {allowed})'


def _foreign(path, folder, included, public):
    """What is wrong with including a header of somebody else, or None."""
    for name, spelling, folders in FOREIGN:
        if spelling.match(included):
            if folder not in folders:
                return f"<{included}>: {name} is only for {', '.join(sorted(folders))}"
            if name == "libav" and public:
                return f"<{included}>: a public header of media must not show libav; src/media/av/ and .cpp files may"
            return None
    if STANDARD.match(included):
        return None
    if folder == "core":
        return f"<{included}>: core uses the C++ standard library only"
    return None if SYSTEM.match(included) else f"<{included}>: not a library that this project uses; see FOREIGN in check_layers.py"


def check_file(root, path, folder):
    with open(os.path.join(root, path), encoding="utf-8", errors="replace") as file:
        text = file.read()
    declared = None if folder == TOOLS else declared_dependencies(root, folder)[0]
    public = path.endswith((".h", ".hpp")) and os.path.dirname(path) == f"src/{folder}"
    for line, included, angle in includes(text):
        rule = _foreign(path, folder, included, public) if angle else _ours(root, path, folder, included, declared)
        if rule:
            yield Finding(path, line, rule)


def source_files(root):
    """(path from root, folder of the picture) of all that is checked; the folder is None where the picture has none."""
    for top in ("src", TOOLS):
        for folder, _, names in sorted(os.walk(os.path.join(root, top))):
            for name in sorted(names):
                if name.endswith(SOURCES):
                    path = os.path.relpath(os.path.join(folder, name), root)
                    part = path.split(os.sep)[1]
                    yield path, TOOLS if top == TOOLS else part if part in LAYERS else None


def check(root):
    """(files looked at, findings)."""
    findings, count = list(check_declarations(root)), 0
    for path, folder in source_files(root):
        count += 1
        if folder is None:
            findings.append(Finding(path, 1, "its folder is not in the picture; add it to LAYERS in check_layers.py"))
        else:
            findings.extend(check_file(root, path, folder))
    return count, findings


def main(argv):
    root = argv[1] if len(argv) > 1 else os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
    count, findings = check(root)
    if count == 0:
        print(f"check_layers: {root}: no sources under src/ or tools/", file=sys.stderr)
        return 2
    for finding in findings:
        print(finding)
    print(f"{count} files, {len(findings)} includes that break the picture")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
