"""Words that point to a noun left out: «از مجموع مجوزها، ۲۹۱ مورد», «این عدد به ۱۳ میلیون رسید»; for `ellipsis`."""

import re

from corpus.schema import Unit
from extractor.quantities.words import NOUN, UNITS, after, keys
from extractor.text.patterns import any_of, expression, pattern

CLASSIFIED: dict[str, list[Unit]] = UNITS["classified"]
ELLIPSIS = after(
    f"~(?:{any_of([*CLASSIFIED, 'مورد'])}{{end}}(?! (?:از|{any_of(UNITS['of'])}) )"
    f"|(?<= )تا(?= {any_of(UNITS['after_case'])}{{end}}|[.،؛؟»]))"
)
# «مجموع مراجعه‌ها ۳۱۲ میلیون بار است», «۱۱۶ میلیون بار به پنجره مراجعه شد».
TIMES = after(f"~{any_of(UNITS['bulk_classifiers'])}{{end}}")
VISITED = pattern(
    f"{any_of(UNITS['units']['visit'])}{{ending}}|مراجعات|بازدیدها{{ending}}|"
    r"(?<!خدمت )(?:از آن )?استفاده شد\w*|باز شد\w*"
)
VISIT_REACH = 60
MANY = 1000
# «یازده تایشان», «نوزده تای آن», «هشت تای دیگر»: some of what was counted last, in this sentence or the one before.
SOME_OF_THEM = after(f"~تا(?:ی~?(?:شان|ش|مان)|ی {any_of(UNITS['some_of_them'])}){{end}}")
# «چند تا؟ سی‌وهشت تا.»: an answer of one number.
ANSWER = re.compile(r"[\s«\-–:]*(?:فقط |تنها |همین )?\Z")
AFTER_CASE = after(f"(?:[،؛.:)!؟]|$|\n| {any_of(UNITS['after_case'])}{{end}})")
# «۸ مورد از ۲۰ خدمت»: the unit comes after.
CASES_OF = after("~مورد از ")
_NAMED = f"(?:{NOUN})(?:ان|گان|ین)?{{ending}}{{end}}"
WHOLE_NAMED = pattern(f"{any_of(UNITS['whole_named'])} (?:کل )?(?:این |عناوین |انواع )?{_NAMED}")
# «۷۹ درصد درخواست‌ها … که ۱۱ هزار مورد آن», «۷۴ درصد مجوزها، به تعداد ۱۲ هزار فقره»: with one of these beside the case.
PERCENT_OF = pattern(f"درصد (?:از )?(?:کل |این |مجموع )?{_NAMED}")
OF_IT = after(f" {any_of(UNITS['of_it'])}{{end}}")
AMOUNTING = keys(UNITS["amounting"])
OF_THESE = pattern(any_of(UNITS["of_these"]))
REACHED = pattern(f"{any_of(UNITS['figures'])} {_NAMED}")
THIS_FIGURE = pattern(f"(?:این|همین) {any_of(UNITS['figures'])}")
# «تعداد دستگاه‌های متصل به ۱۲۰ رسید», «شمار مجوزهای لغوشده: ۳۱۰».
COUNTED_BEFORE = re.compile(
    expression(f"{{start}}(?:تعداد|شمار) {_NAMED}[^،؛.:\\d]{{0,60}}?(?: به|:)? ?", whole=False) + r"\Z"
)
SAID_OF_FIGURE = after(f" {any_of(UNITS['said_of_figure'])}{{end}}")
