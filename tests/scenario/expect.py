"""Comparing what a program printed with what a case expects, where parts may vary.

Text: "…" within a line stands for any text of that line; a line that is only "…" stands for any number of lines.

JSON: an object must have the keys that are expected (it may have more); a list must have exactly the items, unless "…"
stands among them for any number of items. A string may contain "…". These stand for more than one value:

    "<number>" "<string>" "<list>" "<any>"     anything of this kind
    "<save:name>"                  any string or number; later commands find it as {name}
    {"near": 4.2, "within": 0.1}   a number
    {"least": 1} {"most": 9}       a number within bounds (both may be given)
    {"has": [a, b]}                a list that has an item like each of these, in any order
    {"has_no": [a]}                a list with no item like any of these; may stand beside "has"
    {"any_of": [a, b]}             something like one of these
"""
import re

GAP = "…"
TYPES = {"<number>": (int, float), "<string>": str, "<list>": list, "<any>": object}


def text_pattern(line):
    return re.compile(".*".join(re.escape(part) for part in line.split(GAP)), re.DOTALL)


def _fits_lines(wanted, got):
    """Whether the lines fit; "…" lines are tried as short as possible first."""
    if not wanted:
        return not got
    if wanted[0].strip() == GAP:
        return any(_fits_lines(wanted[1:], got[i:]) for i in range(len(got) + 1))
    return bool(got) and text_pattern(wanted[0]).fullmatch(got[0]) is not None and _fits_lines(wanted[1:], got[1:])


def text_faults(wanted, got):
    """Nothing, or one sentence."""
    if _fits_lines(wanted.rstrip("\n").split("\n"), got.rstrip("\n").split("\n")):
        return []
    return [f"the text differs; expected\n{wanted.rstrip()}\n--- got\n{got.rstrip()}\n---"]


def _number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _list_faults(wanted, got, where, saved):
    if not isinstance(got, list):
        return [f"{where}: expected a list, got {got!r}"]
    if GAP not in wanted:
        if len(wanted) != len(got):
            return [f"{where}: expected {len(wanted)} items, got {len(got)}: {got!r}"[:600]]
        return [f for i, (w, g) in enumerate(zip(wanted, got)) for f in json_faults(w, g, f"{where}[{i}]", saved)]
    place = 0  # The items around gaps must follow in this order.
    for i, item in enumerate(wanted):
        if item == GAP:
            continue
        anchored = i == 0 or wanted[i - 1] != GAP
        last = i + 1 == len(wanted)
        places = [place] if anchored else [len(got) - 1] if last else range(place, len(got))
        fit = next((p for p in places if place <= p < len(got) and not json_faults(item, got[p], where, saved)), None)
        if fit is None:
            return [f"{where}: no item in its place like {item!r}"]
        place = fit + 1
    if wanted[-1] != GAP and place != len(got):
        return [f"{where}: more items than expected: {got[place:]!r}"[:600]]
    return []


def _rule_faults(rule, got, where, saved):
    """For the objects that are rules; None where the object is none."""
    keys = set(rule)
    if keys == {"near", "within"}:
        good = _number(got) and abs(got - rule["near"]) <= rule["within"] + 1e-9
        return [] if good else [f"{where}: expected {rule['near']} ± {rule['within']}, got {got!r}"]
    if keys and keys <= {"least", "most"}:
        good = _number(got) and rule.get("least", got) <= got <= rule.get("most", got)
        return [] if good else [f"{where}: expected {rule}, got {got!r}"]
    if keys and keys <= {"has", "has_no"}:
        if not isinstance(got, list):
            return [f"{where}: expected a list, got {got!r}"]
        lost = [w for w in rule.get("has", []) if all(json_faults(w, g, where, saved) for g in got)]
        wrong = [w for w in rule.get("has_no", []) if any(not json_faults(w, g, where, saved) for g in got)]
        return ([f"{where}: no item like {w!r} in {got!r}"[:1500] for w in lost] + [f"{where}: an item like {w!r}" for w in wrong])
    if keys == {"any_of"}:
        good = any(not json_faults(w, got, where, saved) for w in rule["any_of"])
        return [] if good else [f"{where}: expected one of {rule['any_of']!r}, got {got!r}"]
    return None


def json_faults(wanted, got, where="$", saved=None):
    """Sentences about what differs; `saved` takes the values of <save:name>."""
    saved = {} if saved is None else saved
    if isinstance(wanted, dict):
        faults = _rule_faults(wanted, got, where, saved)
        if faults is not None:
            return faults
        if not isinstance(got, dict):
            return [f"{where}: expected an object, got {got!r}"[:600]]
        lost = [f"{where}.{key}: missing" for key in wanted if key not in got]
        return lost + [f for key in wanted if key in got for f in json_faults(wanted[key], got[key], f"{where}.{key}", saved)]
    if isinstance(wanted, list):
        return _list_faults(wanted, got, where, saved)
    if isinstance(wanted, str):
        if wanted in TYPES:
            good = isinstance(got, TYPES[wanted]) and (wanted != "<number>" or _number(got))
            return [] if good else [f"{where}: expected {wanted}, got {got!r}"]
        if named := re.fullmatch(r"<save:(\w+)>", wanted):
            if not isinstance(got, str) and not _number(got):
                return [f"{where}: nothing to save: {got!r}"]
            saved[named[1]] = str(got)
            return []
        if isinstance(got, str) and text_pattern(wanted).fullmatch(got):
            return []
        return [f"{where}: expected {wanted!r}, got {got!r}"]
    if wanted == got and isinstance(wanted, bool) == isinstance(got, bool):
        return []
    return [f"{where}: expected {wanted!r}, got {got!r}"]
