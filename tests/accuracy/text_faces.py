"""The type faces that the generated text cases are set in: those of Debian's packages that are installed here."""
import functools
import os
import subprocess

from PIL import ImageFont, features

# Face → file and the package that has it. The first of LATIN stands in for what is missing.
FILES = {"sans": ("DejaVuSans.ttf", "fonts-dejavu-core"), "sans bold": ("DejaVuSans-Bold.ttf", "fonts-dejavu-core"),
         "serif": ("DejaVuSerif.ttf", "fonts-dejavu-core"), "serif bold": ("DejaVuSerif-Bold.ttf", "fonts-dejavu-core"),
         "mono bold": ("DejaVuSansMono-Bold.ttf", "fonts-dejavu-core"), "sans oblique": ("DejaVuSans-Oblique.ttf", "fonts-dejavu-extra"),
         "condensed bold": ("DejaVuSansCondensed-Bold.ttf", "fonts-dejavu-extra"), "serif italic": ("DejaVuSerif-Italic.ttf", "fonts-dejavu-extra"),
         "nimbus": ("NimbusSans-Regular.otf", "fonts-urw-base35"), "nimbus bold": ("NimbusSans-Bold.otf", "fonts-urw-base35"),
         "narrow bold": ("NimbusSansNarrow-Bold.otf", "fonts-urw-base35"), "roman italic": ("NimbusRoman-Italic.otf", "fonts-urw-base35"),
         "gothic": ("URWGothic-Demi.otf", "fonts-urw-base35"), "bookman": ("URWBookman-Demi.otf", "fonts-urw-base35"),
         "schoolbook": ("C059-Bold.otf", "fonts-urw-base35"), "palladio": ("P052-Roman.otf", "fonts-urw-base35"),
         "chancery": ("Z003-MediumItalic.otf", "fonts-urw-base35"), "noto mono": ("NotoSansMono-Bold.ttf", "fonts-noto-mono"),
         "micro hei": ("wqy-microhei.ttc", "fonts-wqy-microhei"), "droid": ("DroidSansFallbackFull.ttf", "fonts-droid-fallback")}
LATIN = ("sans", "sans bold", "nimbus bold", "gothic", "serif", "narrow bold", "mono bold", "roman italic", "bookman", "sans oblique",
         "schoolbook", "condensed bold", "palladio", "noto mono", "serif italic", "serif bold", "nimbus")
EAST_ASIAN = ("micro hei", "droid")  # Both have Han and Hangul.


class NoFace(Exception):
    """No installed face can show what a case wants; the message says what to install."""


@functools.cache
def _installed():
    """File name → path of the fonts that fontconfig knows."""
    try:
        listed = subprocess.run(["fc-list", ":", "file"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoFace(f"fc-list: {error}; install fontconfig") from error
    return {os.path.basename(path): path for path in (line.rstrip(": \n") for line in listed.splitlines())}


def missing():
    """Sentences about faces that are not there."""
    return [f"face '{name}' is left out: {file} is not installed (package {package})"
            for name, (file, package) in FILES.items() if file not in _installed()]


def present(names):
    there = [name for name in names if FILES[name][0] in _installed()]
    if not there:
        raise NoFace(f"none of the faces {', '.join(names)} is installed: "
                     f"install one of {', '.join(sorted({FILES[name][1] for name in names}))}")
    return there


@functools.cache
def font(name, size):
    """The face, or the first that stands in for it."""
    chosen = present((name, *LATIN) if name in LATIN or name == "chancery" else (name, *EAST_ASIAN))[0]
    return ImageFont.truetype(_installed()[FILES[chosen][0]], size)


def needs_shaping():
    """Arabic letters join only where Pillow has a layout engine for it."""
    if not features.check("raqm"):
        raise NoFace("Pillow has no raqm here, which joins Arabic letters: install libraqm0")
