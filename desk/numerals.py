"""Numbers as Persian readers write them."""

_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
# Figures of this size that are round are said in words.
_ROUND = ((1_000_000_000, "میلیارد"), (1_000_000, "میلیون"))


def persian_digits(text: object) -> str:
    """`text` with its ASCII digits as Persian ones."""
    return str(text).translate(_DIGITS)


def number_words(number: float) -> str:
    """«۱۳», «۲٫۵», «۳٬۳۰۹», «۳۵ میلیون», «۳۳٫۳۳»: at most two decimals, rounded."""
    for size, name in _ROUND:
        if abs(number) >= size and number % (size / 100) == 0:
            return f"{_plain(number / size)} {name}"
    return _plain(number)


def _plain(number: float) -> str:
    text = f"{round(number, 2):,.2f}".rstrip("0").rstrip(".")
    return persian_digits(text.replace(",", "٬").replace(".", "٫"))
