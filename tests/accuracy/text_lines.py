"""Generated cases about captions, straps, tickers, words and titles. What is hard in each is said in `hard`."""
import text_grounds as g
from text_cases import DARK, HD, SD, UPRIGHT, WHITE, YELLOW, Case, captions, centred, handles
from text_faces import needs_shaping
from text_overlays import Lettering, Overlay, Panel, Ticker, eased


def captions_accents(random):
    rows = ["Příliš žluťoučký kůň úpěl", "Zażółć gęślą jaźń", "Yığınla öğrenci çığlık attı", "¿Dónde está el niño pequeño?"]
    return Case(HD, 10.4, g.scene("pitch"), captions(rows, HD, 610, "ces", face="sans bold", letters=38, style="outline"),
                hard="Latin letters with marks above and below")


def captions_cyrillic(random):
    rows = ["Мост закрыли на рассвете", ["Жители не знают,", "когда его откроют"], "Щука съела ёршика", "Київ, їжа, ґанок, єдність"]
    return Case(HD, 10.4, g.rubble, captions(rows, HD, 590, "rus", face="nimbus bold", letters=36, style="shadow", fill=YELLOW),
                hard="Russian and Ukrainian, yellow with a shadow over moving stones")


def captions_korean(random):
    rows = ["오늘 아침 다리가 폐쇄되었다", "배는 아홉 시까지 운행한다", "주민들은 이유를 모른다"]
    return Case(HD, 8, g.scene("sea"), captions(rows, HD, 610, "kor", face="micro hei", letters=38, style="outline"),
                hard="Hangul with an outline over water")


def captions_chinese(random):
    rows = ["今天早上大桥关闭", ["渡轮仍然运行到九点", "居民不知道原因"], "记者来自北港二十四台"]
    return Case(HD, 8, g.foliage, captions(rows, HD, 590, "chi_sim", face="droid", letters=38, style="glow"), again=.6, crf=28,
                hard="Han with a halo over leaves, re-encoded")


def captions_arabic(random):
    needs_shaping()
    rows = ["أغلق الجسر عند الفجر", "لا أحد يعرف السبب", "القوارب تعمل حتى التاسعة"]
    return Case(HD, 8, g.scene("hills"), captions(rows, HD, 600, "ara", face="sans bold", letters=42, style="box"), hard="Arabic in a box")


def captions_arabic_outline(random):
    needs_shaping()
    rows = ["وصلت السفينة إلى الميناء", "قال الشهود إنهم سمعوا صوتا", "تقرير من نوردهافن"]
    return Case(HD, 8, g.scene("crowd"), captions(rows, HD, 600, "ara", face="sans", letters=42, style="outline"), again=.66, crf=28,
                hard="Arabic with an outline over people, re-encoded")


def captions_fading(random):
    rows = ["It began a little after four", "First came the smoke", "then the long silence"]
    return Case(HD, 9, g.scene("podium"), captions(rows, HD, 600, "eng", hold=2.5, pause=.2, fade=.6, face="serif", letters=40, style="plain"),
                hard="captions without an edge that fade in and out in .6 s")


def captions_boxed(random):
    rows = [["Officials said on Tuesday", "that all 24 boats are safe"], ["The harbour reopens", "at 6:30 p.m."], "No injuries reported"]
    return Case(HD, 8, g.foliage, captions(rows, HD, 580, "eng", face="nimbus", letters=34, style="box", box=(0, 0, 0, 150)),
                hard="two lines in a half-transparent box over leaves")


def captions_plain(random):
    rows = ["We waited by the river", "Nobody came back", "I counted 117 steps", "then I ran home"]
    return Case(HD, 8.4, g.scene("city"), captions(rows, HD, 600, "eng", hold=1.6, face="gothic", letters=36, style="plain", fill=WHITE), again=.5, crf=30,
                hard="white without an edge over pale towers, re-encoded after 360 lines")


def captions_small(random):
    rows = ["He told me not to wait", "The doctor left at ten", "Is anybody there?", "We can hear you"]
    return Case(SD, 8.4, g.scene("night_street"), captions(rows, SD, 326, "eng", hold=1.7, face="sans", letters=13, style="outline"), crf=28,
                hard="13 pixels at 360 lines")


def straps(random):
    def strap(lines, y, start, end, lang, faces=("sans bold", "sans"), slide=.5):
        lettering = Lettering(lines, faces=faces, sizes=(36, 26), align="left", spacing=1.35)
        w, h = lettering.ink[2] + 60, lettering.ink[3] + 36
        return [Panel([70, y, w, h], (18, 34, 104), start, end, .92, slide),
                Overlay(lettering, "lower_third", lambda t: (100 - (1 - eased((t - start - .3) / .4)) * 40, y + 18), start + .3, end, lang)]
    return Case(HD, 10, g.scene("podium"), [
        *strap(["Elena Marchetti", "Harbour authority spokeswoman"], 540, .6, 4.4, "eng"),
        *strap(["Олег Гаврилюк", "капитан парома «Заря»"], 540, 5., 9.6, "rus", ("nimbus bold", "nimbus")),
        Overlay(Lettering("NORDHAVEN 24", "condensed bold", 26), "bug", (1060, 44), 0, 10, alpha=.85)],
        hard="straps of two lines that slide in, Latin then Cyrillic")


def straps_news(random):
    head = Lettering("RIVER FALLS BELOW TWO METRES", "narrow bold", 42, fill=DARK)
    sub = Lettering("Ferries stop for the first time since 1976", "nimbus", 26)
    live = Lettering("LIVE", "sans bold", 24)
    crawl = Lettering("MARKETS: HARBOUR SHARES DOWN 4.5%  •  COUNCIL VOTES TONIGHT", "sans bold", 24)
    return Case(HD, 11, g.scene("sea"), [
        Panel([0, 560, 1280, 62], (246, 246, 246), .5, 11), Panel([0, 622, 1280, 46], (160, 14, 24), .5, 11), Panel([1150, 40, 96, 44], (200, 16, 26), 0, 11),
        Overlay(head, "lower_third", (60, 574), .5, 11), Overlay(sub, "lower_third", (60, 632), .5, 11), Overlay(live, "bug", (1164, 53), 0, 11),
        Ticker(crawl, 400, 668, 52, 1280, 140, 11, (20, 26, 60))], hard="headline, line below it, LIVE and a crawl at once")


def _ticker(words, speed, seconds, lang="eng", face="sans bold", size=17, x=200, again=None, colour=(150, 14, 20)):
    return Case(SD, seconds, g.scene("pitch"), [Ticker(Lettering(words, face, size), x, 318, 28, SD[0], speed, seconds, colour, lang)], again, 27,
                hard=f"a line that passes at {speed} pixels a second")


def ticker_slow(random):
    return _ticker("Water in the old town rose by 40 centimetres overnight", 60, 12)


def ticker_middle(random):
    return _ticker("Паром «Заря» не выйдет в рейс до пятницы  •  Совет голосует сегодня", 110, 10, "rus", "nimbus bold", x=420, colour=(20, 26, 60))


def ticker_fast(random):
    return _ticker("BREAKING: bridge closed at dawn  •  24 boats safe  •  council votes tonight", 190, 8, face="condensed bold", x=500, again=.75)


def _words(text, size, y, face, lettering_size, start, hold, **look):
    out = []
    for k, word in enumerate(text.split()):
        lettering = Lettering(word, face, lettering_size, **look)
        out.append(Overlay(lettering, "word", centred(lettering, size, y), start + k * hold, start + (k + 1) * hold))
    return out


def words_one(random):
    name = Lettering(handles(random, 1)[0], "sans bold", 26)
    return Case(UPRIGHT, 8, g.scene("podium"), [
        *_words("NOBODY EVER TOLD ME THAT THE SEA COULD BE LOUDER THAN TRAINS", UPRIGHT, 820, "sans bold", 76, .4, .4, style="outline", fill=YELLOW),
        *_words("and then it stopped", UPRIGHT, 820, "gothic", 70, 5.6, .5, style="outline"),
        Overlay(name, "watermark", (40, 1180), 0, 8, alpha=.6)], hard="one large word at a time, .4 s each")


def words_growing(random):
    """A line to which word after word is added; each stands until the line goes."""
    out = []
    for line, (text, start) in enumerate((("we never asked for any of this", .3), ("so why are we still paying", 4.2))):
        words = text.split()
        inks = [Lettering(w, "sans bold", 34, style="outline", fill=WHITE) for w in words]
        total = sum(i.ink[2] for i in inks) + 14 * (len(inks) - 1)
        x, low = (HD[0] - total) / 2, max(i.ink[1] + i.ink[3] for i in inks)
        for k, ink in enumerate(inks):
            # One baseline: the ink's top depends on the word's tallest letter, and all patches are drawn alike.
            out.append(Overlay(ink, "word", (x, 630 - low + ink.ink[1]), start + .35 * k, start + 3.4))
            x += ink.ink[2] + 14
    return Case(HD, 8, g.scene("crowd"), out, hard="a line that grows word by word")


def titles(random):
    one = Lettering(["THE LAST FERRY", "A FILM BY NOBODY"], "serif bold", 64, sizes=[72, 36])
    two = Lettering(["48 HOURS", "EARLIER"], "narrow bold", 110)
    three = Lettering(["Follow for part two", handles(random, 1)[0]], "gothic", 48, fill=DARK)
    ground = g.joined((g.card((6, 6, 8)), 75), (g.scene("hills"), 75), (g.card((120, 14, 20)), 50), (g.card((238, 236, 230)), 75))
    return Case(HD, 11, ground, [
        Overlay(one, "title", centred(one, HD, 280), .4, 3., fade=.4), Overlay(two, "title", centred(two, HD, 230), 6, 8),
        Overlay(three, "title", centred(three, HD, 290), 8, 11)], cuts=[75, 150, 200], hard="full-screen cards, one of which fades")


def titles_over(random):
    one = Lettering(["WHAT HAPPENED", "IN NORDHAVEN?"], "gothic", 88, style="shadow")
    two = Lettering(["день, когда", "ушла вода"], "bookman", 84, style="shadow")
    return Case(HD, 8, g.rubble, [Overlay(one, "title", centred(one, HD, 250), .5, 3.8, fade=.5),
                                  Overlay(two, "title", centred(two, HD, 250), 4.2, 7.6, "rus", fade=.5)], hard="large letters over moving stones, fading")


CASES = [captions_accents, captions_cyrillic, captions_korean, captions_chinese, captions_arabic, captions_arabic_outline, captions_fading, captions_boxed,
         captions_plain, captions_small, straps, straps_news, ticker_slow, ticker_middle, ticker_fast, words_one, words_growing, titles, titles_over]
