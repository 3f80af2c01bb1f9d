"""Persian numbers as print has them, for tests that read them back."""

UNITS = ["صفر", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده"]
UNITS += ["یازده", "دوازده", "سیزده", "چهارده", "پانزده", "شانزده", "هفده", "هجده", "نوزده"]
TENS = ["-", "ده", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"]
HUNDREDS = ["-", "صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"]
SCALES = ((10**12, "تریلیون"), (10**9, "میلیارد"), (10**6, "میلیون"), (1000, "هزار"))
ORDINAL_UNITS = {1: "یکم", 3: "سوم", 30: "سی‌ام"}
SCRIPTS = ["0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"]


def in_words(value: int) -> str:
    """`value` in Persian words."""
    parts = []
    for scale, name in SCALES:
        if value >= scale:
            parts.append(f"{in_words(value // scale)} {name}")
            value %= scale
    if value >= 100:
        parts.append(HUNDREDS[value // 100])
        value %= 100
    if value >= 20:
        parts.append(TENS[value // 10])
        value %= 10
    if value or not parts:
        parts.append(UNITS[value])
    return " و ".join(parts)


def ordinal(value: int, ending: str) -> str:
    """`value` as an ordinal in words: «بیست و سوم», «بیست و سومین»."""
    words = in_words(value).split(" و ")
    last = words[-1]
    words[-1] = "سوم" if last == "سه" else "سی‌ام" if last == "سی" else last + "م"
    return " و ".join(words) + ending


def mixed(value: int) -> str:
    """`value` as news has large numbers: «۲ میلیون و ۳۰۰ هزار و ۱۲»."""
    parts = []
    for scale, name in SCALES:
        if value >= scale:
            parts.append(f"{value // scale} {name}")
            value %= scale
    if value or not parts:
        parts.append(str(value))
    return " و ".join(parts)


def in_script(text: str, script: str) -> str:
    """`text` with its digits in `script`, ten digits from zero on."""
    return text.translate(str.maketrans("0123456789", script))
