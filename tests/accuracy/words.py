"""Comparing texts: the plain form in which they are compared, and how many characters are wrong."""
import re
import unicodedata

QUOTES = str.maketrans({"‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
                        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-"})
IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han and kana; Korean has spaces.
BESIDE = re.compile(f"(?<=[{IDEOGRAPH}])\\s+|\\s+(?=[{IDEOGRAPH}])")
IS_IDEOGRAPH = re.compile(f"[{IDEOGRAPH}]")


def plain(text):
    """NFKC, case folded, plain quotes and dashes, single spaces; none beside ideographs, none after @."""
    text = unicodedata.normalize("NFKC", text).casefold().translate(QUOTES)
    text = " ".join(text.split())
    return re.sub(r"@ ", "@", BESIDE.sub("", text))


def _edges(text):
    """Places where a word may begin and where one may end; every ideograph is a word."""
    begins, ends = set(), set()
    for i, letter in enumerate(text):
        if letter == " ":
            continue
        alone = IS_IDEOGRAPH.match(letter)
        if i == 0 or text[i - 1] == " " or alone or IS_IDEOGRAPH.match(text[i - 1]):
            begins.add(i)
        if i + 1 == len(text) or text[i + 1] == " " or alone or IS_IDEOGRAPH.match(text[i + 1]):
            ends.add(i + 1)
    return begins, ends


def distance(wanted, read, piece=False):
    """Fewest letters to insert, remove or change; with `piece`, to the best run of whole words within `read`."""
    never = len(wanted) + len(read) + 1
    if piece:
        begins, ends = _edges(read)
        row = [0 if j in begins else never for j in range(len(read) + 1)]
    else:
        row = list(range(len(read) + 1))
    for i, letter in enumerate(wanted, 1):
        before, row = row, [i]
        for j, other in enumerate(read, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other)))
    return min((row[j] for j in ends), default=never) if piece else row[-1]


def error_rate(wanted, read, piece=False):
    """Character error rate of plain forms, at most 1."""
    if not wanted:
        return 0.0 if not read else 1.0
    if not read:
        return 1.0
    return min(1.0, distance(wanted, read, piece) / len(wanted))


HANDLE = re.compile(r"@ ?([\w.]*\w)")


def handles_in(text):
    """The @names of a text, case folded."""
    return {m.group(1).casefold() for m in HANDLE.finditer(unicodedata.normalize("NFKC", text))}


def word_set(text):
    """The words of a text in plain form, each also without @ and without the address before the last slash."""
    out = set()
    for word in plain(text).split():
        bare = word.strip(".,:;!?()[]\"'*")
        out.update({bare, bare.lstrip("@"), bare.rsplit("/", 1)[-1]})
    return out
