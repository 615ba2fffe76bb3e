"""French: words for numbers. Data only; langs/shapes/numerals.py says what each field means."""

from newsloom.langs.shapes.numerals import Numerals, numbered

ONES = """
    un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf
""".split()
TENS = "vingt trente quarante cinquante soixante soixante-dix".split()
ORDINALS = "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième".split()

NUMERALS = Numerals(
    cardinals=numbered(ONES)
    | numbered(TENS, 20, 10)
    | {"une": 1, "quatre-vingts": 80, "quatre-vingt": 80, "quatre-vingt-dix": 90},
    ordinals=numbered(ORDINALS) | {"première": 1, "1er": 1},
)
