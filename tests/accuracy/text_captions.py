"""Generated cases with captions that nobody chose: words of ten languages, type faces, sizes and edges by chance, one right after the other."""
import text_grounds as g
from text_cases import HD, UPRIGHT, WHITE, YELLOW, Case, centred, handles
from text_faces import EAST_ASIAN, LATIN, needs_shaping, present
from text_overlays import Lettering, Overlay

# Runs of words are cut out of these anywhere; what is said does not matter, letters and lengths do.
WORDS = {
    "eng": "the harbour office said on Monday that boats would leave the old town after the talks failed again a keeper told reporters nobody found any "
           "sign of the missing ship near the lighthouse while 27 families waited for news and 3,400 homes had no water",
    "spa": "el capitán dijo que la situación está bajo control después del incendio niños y años también según el puerto más de 300 personas mañana región",
    "fra": "le capitaine a déclaré hier soir que les travaux étaient terminés après l'échec à Genève où près de 40 bateaux ont été évacués forêt",
    "deu": "der Hafen erklärte am Dienstag dass die Fähren über Nacht weiterfahren müssen für größere Städte in Österreich könnten Schiffe zurückkehren",
    "tur": "kaptan dün akşam yaptığı açıklamada çözüm için görüşmelerin süreceğini söyledi İstanbul ve Ankara arasında gemiler çalışıyor",
    "rus": "капитан заявил что переговоры продолжатся в понедельник жители покинули город после шторма очевидцы сообщают о волнах порт закрыт 15 человек съёмки",
    "ukr": "капітан повідомив що переговори триватимуть у понеділок мешканці залишили місто після шторму її чули в порту",
    "kor": "선장은 오늘 오전 회견에서 새로운 항로를 제안했다 배는 동해로 떠났다고 항만청이 밝혔다 주민 30명이 대피했다",
    "chi_sim": "今天早上大桥关闭 渡轮仍然运行到九点 居民不知道原因 记者来自北港二十四台 港口方面表示情况正在好转 目前没有人员受伤",
    "ara": "قال القبطان إن المحادثات سوف تستمر يوم الاثنين وغادرت السفن المدينة بعد العاصفة وأفاد السكان بسماع أصوات قوية قرب الميناء"}
FACES = {"chi_sim": EAST_ASIAN, "kor": ("micro hei",), "ara": ("sans", "sans bold"),
         "rus": ("sans", "sans bold", "serif", "nimbus bold"), "ukr": ("sans", "sans bold", "serif", "nimbus bold")}
GROUNDS = ("pitch", "sea", "hills", "crowd", "city", "night_street")


def _line(random, lang, most):
    words = WORDS[lang].split()
    if lang == "chi_sim":
        return words[random.integers(len(words))]
    count = int(random.integers(2, most + 1))
    first = int(random.integers(len(words) - count))
    text = " ".join(words[first:first + count])
    return text if lang == "tur" else text[0].upper() + text[1:]  # Python's capital of a Turkish i is not one.


def _caption(random, lang, size, most, look, letters):
    lines = [_line(random, lang, most) for _ in range(1 + int(random.random() < .4))]
    lettering = Lettering(lines, size=letters, **look)
    room = size[0] - 40
    return lettering if lettering.ink[2] <= room else Lettering(lines, size=int(letters * room / lettering.ink[2]), **look)


def _case(random, lang):
    if lang == "ara":
        needs_shaping()
    upright = random.random() < .25
    size = UPRIGHT if upright else HD
    letters = int(random.choice((30, 36, 44) if upright else (22, 26, 30, 34, 40, 48)))
    style = str(random.choice(("outline", "outline", "shadow", "box", "plain")))
    look = {"face": str(random.choice(present(FACES.get(lang, LATIN)))), "style": style,
            "fill": YELLOW if style != "plain" and random.random() < .2 else WHITE}
    y, t, overlays = int(size[1] * random.uniform(.72, .86)), .5, []
    for _ in range(5):
        lettering, hold = _caption(random, lang, size, 2 if upright else 5, look, letters), float(random.uniform(1.3, 2.6))
        overlays.append(Overlay(lettering, "caption", centred(lettering, size, y), t, t + hold, lang=lang))
        t += hold + (.2 if random.random() < .5 else 0)
    mark = Lettering(handles(random, 1)[0], str(random.choice(present(LATIN))), int(random.choice((18, 22, 26, 30))))
    overlays.append(Overlay(mark, "watermark", (30, int(size[1] * random.uniform(.05, .12))), 0, t, alpha=float(random.choice((.35, .5, .7)))))
    again = float(random.choice((0, .6, .75)))
    return Case(size, t + .5, g.scene(str(random.choice(GROUNDS))), overlays, again or None, int(random.integers(24, 31)),
                hard=f"captions by chance, one after the other: {lang}")


def _named(lang):
    def case(random):
        return _case(random, lang)
    case.__name__ = f"chance_{lang}"
    return case


CASES = [_named(lang) for lang in WORDS]
