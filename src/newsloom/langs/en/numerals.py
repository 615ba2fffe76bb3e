"""English: words for numbers. Data only; langs/shapes/numerals.py says what each field means."""

from newsloom.langs.shapes.numerals import Numerals, numbered

ONES = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen
""".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth twenty-first
""".split()

NUMERALS = Numerals(
    cardinals=numbered(ONES) | numbered(TENS, 20, 10),
    ordinals=numbered(ORDINALS) | {"thirtieth": 30, "thirty-first": 31},
)
