"""Compares found claims with the truth of an article: pure functions, no files."""
import html.parser
import re

HIDDEN = {"script", "style", "template"}


class _VisibleText(html.parser.HTMLParser):
    """Text without tags; a tag is no space, a block or a line break is one."""

    INLINE = {"a", "abbr", "b", "cite", "code", "em", "font", "i", "small", "span", "strong", "sub", "sup", "time", "u"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts, self.hidden = [], 0

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in HIDDEN
        if tag not in self.INLINE:
            self.parts.append(" ")

    def handle_endtag(self, tag):
        self.hidden -= tag in HIDDEN and self.hidden > 0
        if tag not in self.INLINE:
            self.parts.append(" ")

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)


def fold(text):
    return re.sub(r"\s+", " ", text).strip()


def visible_text(name, content):
    """What a reader sees, every run of white space one space."""
    if not name.endswith((".html", ".htm")):
        return fold(content)
    parser = _VisibleText()
    parser.feed(content)
    parser.close()
    return fold("".join(parser.parts))


def spans(text, quote):
    """All places of a quote."""
    quote, found, at = fold(quote), [], -1
    while quote and (at := text.find(quote, at + 1)) >= 0:
        found.append((at, at + len(quote)))
    return found


def overlaps(a, b):
    return any(x[0] < y[1] and y[0] < x[1] for x in a for y in b)


def inside(a, b):
    return bool(a) and all(any(y[0] <= x[0] and x[1] <= y[1] for y in b) for x in a)


def plain(value):
    """A literal for comparing: case, a leading article and possessives folded."""
    value = value.casefold().strip().strip("\"“”«»")
    value = re.sub(r"^(the|a|an|its|their|his|her)\s+", "", value)
    return re.sub(r"['’]s?\b", "", value)


def same_entity(a, b):
    """The same source: literals after folding; a literal "@name" is the handle."""
    def key(entity):
        kind, value = entity["kind"], entity["value"]
        if kind == "literal" and value.startswith("@"):
            kind, value = "handle", value[1:]
        return (kind, plain(value)) if kind == "literal" else (kind, value.casefold())
    return key(a) == key(b)


def same_platform(a, b):
    return b.get("platform") is None or a.get("platform") == b.get("platform")


class Result:
    """found: (claim, truth) pairs; missed: truths; false: claims; none: claims inside what claims nothing."""

    def __init__(self):
        self.found, self.missed, self.false, self.none = [], [], [], []


def compare(text, claims, truth):
    """One-to-one: each found claim answers one of the truth with its type, entity and place."""
    result = Result()
    left = [(claim, spans(text, claim["quote"])) for claim in claims]
    wanted = sorted(truth["claims"], key=lambda t: bool(t.get("optional")))
    forbidden = [span for quote in truth.get("not_claims", []) for span in spans(text, quote)]
    for t in wanted:
        places = spans(text, t["quote"])
        types = {t["type"], *t.get("accept", [])}
        fitting = [c for c in left if c[0]["type"] in types and same_entity(c[0]["entity"], t["entity"])
                   and overlaps(c[1], places)]
        fitting.sort(key=lambda c: c[0]["type"] != t["type"])
        if fitting:
            left.remove(fitting[0])
            if not t.get("optional"):
                result.found.append((fitting[0][0], t))
        elif not t.get("optional"):
            result.missed.append(t)
    for claim, places in left:
        # A second claim about what is optional, or that another accepted type already answered, counts neither way.
        if any(t.get("optional") and overlaps(places, spans(text, t["quote"])) for t in wanted):
            continue
        result.false.append(claim)
    result.none = [c for c in claims if inside(spans(text, c["quote"]), forbidden)]
    return result
