"""French: the calendar. Data only; langs/shapes/calendar.py says what each field means."""

from newsloom.langs.fr.numerals import NUMERALS
from newsloom.langs.shapes.calendar import Calendar
from newsloom.langs.shapes.numerals import numbered

MONTHS = numbered(
    (
        "janvier janv.",
        "février févr. fév.",
        "mars",
        "avril avr.",
        "mai",
        "juin",
        "juillet juil.",
        "août aout",
        "septembre sept.",
        "octobre oct.",
        "novembre nov.",
        "décembre déc.",
    )
)
WEEKDAYS = numbered("lundi mardi mercredi jeudi vendredi samedi dimanche".split())
UNITS = {
    "seconde": "TS",
    "minute": "TM",
    "heure": "TH",
    "jour": "D",
    "journée": "D",
    "semaine": "W",
    "week-end": "WE",
    "quinzaine": "2W",
    "mois": "M",
    "trimestre": "Q",
    "an": "Y",
    "année": "Y",
    "décennie": "E",
    "siècle": "C",
}
SINGLE = frozenset(UNITS)
UNITS |= {f"{word}s": code for word, code in UNITS.items() if not word.endswith("s")}
NUMBERS = {**NUMERALS.cardinals, "cent": 100, "mille": 1000, "une douzaine de": 12, "une quinzaine de": 15}

# What may stand before a date without changing which one it is.
PLACE = r"(?:(?:la |le )?(?:début|fin|mi|milieu|courant)(?: de la | de l['’]| du | de | d['’]|~| ))?"
LENGTH = r"(?:(?:environ|près de|plus de|moins de|au moins|presque|quelque) )?"

RULES = (
    (r"(?:{weekday},? )?(?:le )?{day} {month}(?: {year})?", "day"),
    (r"(?:{weekday},? )?(?:le )?{ordinal} {month}(?: {year})?", "day"),
    (r"(?P<first>{day})(?: ?[-–/] ?| et | au | ou )(?P<second>{day2} {month}(?: {year})?)", "days"),
    (r"{day}/{month_number}/{year}", "day"),
    (r"{year}-{month_number}-{day}", "day"),
    (PLACE + r"{weekday}(?: {part})?", "weekday"),
    (PLACE + r"{weekday} {turned}(?: {part})?", "weekday"),
    (PLACE + r"{days}(?: {part})?", "from_today"),
    (PLACE + r"{month}(?: {year}| de (?P<this>l['’]année {turned}))?", "month"),
    (PLACE + r"{month} {turned}", "month"),
    (PLACE + r"(?:l['’]|le |au |cet |cette )?{season}(?: {year}| {turned})?", "season"),
    (r"(?:le |au )?{ordinal} trimestre(?: {year})?", "quarter"),
    (PLACE + r"(?:l['’]année |l['’]an |année )?{year}", "year"),
    (r"(?:les )?années (?P<decade_year>[1-9]0|1\d\d0|20\d0)", "decade"),
    (r"(?:le |au )?{nth} siècle", "century"),
    (PLACE + r"(?:la |le |l['’])?{one} {turned}", "stepped"),
    (PLACE + r"{direction} {one}", "stepped"),
    (PLACE + r"{direction} {part}", "part"),
    (r"(?:le |la )lendemain", "next_day"),
    (r"la veille", "previous_day"),
    (r"il y a " + LENGTH + r"{number} {unit}", "ago"),
    (r"{number} {unit} plus tôt|{number} {unit} auparavant", "before"),
    (r"{number} {unit} (?:plus tard|après)", "after"),
    (r"dans {number} {unit}", "hence"),
    (LENGTH + r"{number} {unit}", "length"),
    (r"(?:ces |les )?{number} (?:derniers|dernières|prochains|prochaines) {unit}", "length"),
    (r"{vague} {unit}", "vague_length"),
    (r"chaque {one}|par {one}|tous les {unit}|toutes les {unit}", "each_unit"),
    (r"(?:à |vers )?(?:{clock}|{hour})", "hour"),
    (r"(?:à |vers )?(?:{clock}|{hour}) (?:{days}|{weekday})", "hour"),
    (r"{part}", "bare_part"),
    (r"{fixed}", "fixed"),
)

FIXED = {
    "DATE PRESENT_REF": "maintenant|actuellement|en ce moment|désormais|à l'heure actuelle|à l’heure actuelle",
    "DATE PAST_REF": "récemment|ces derniers temps|ces derniers jours|ces dernières années",
    "DATE FUTURE_REF": "bientôt|prochainement|à l'avenir|à l’avenir",
    "SET XXXX-XX-XX": "quotidien|quotidiennement",
    "SET XXXX-WXX": "hebdomadaire",
    "SET XXXX-XX": "mensuel|mensuellement",
    "SET XXXX": "annuellement",
}

CALENDAR = Calendar(
    months=MONTHS,
    weekdays=WEEKDAYS,
    units=UNITS,
    single=SINGLE,
    numbers=NUMBERS,
    ordinals=NUMERALS.ordinals,
    vague=frozenset({"plusieurs", "quelques", "des"}),
    seasons={"printemps": "SP", "été": "SU", "automne": "FA", "hiver": "WI"},
    parts={"matin": "MO", "matinée": "MO", "après-midi": "AF", "soir": "EV", "soirée": "EV", "nuit": "NI"},
    directions={"ce": 0, "cette": 0, "cet": 0},
    turned={"dernier": -1, "dernière": -1, "passé": -1, "passée": -1, "prochain": 1, "prochaine": 1}
    | {"suivant": 1, "suivante": 1, "précédent": -1, "précédente": -1},
    days={
        "aujourd'hui": "0",
        "aujourd’hui": "0",
        "hier": "-1",
        "avant-hier": "-2",
        "demain": "1",
        "après-demain": "2",
        "ce soir": "0 EV",
        "ce matin": "0 MO",
        "cette nuit": "0 NI",
    },
    rules=RULES,
    proper=False,
    hours={"midi": "12:00", "minuit": "24:00"},
    fixed={phrase: value for value, phrases in FIXED.items() for phrase in phrases.split("|")},
    alone=frozenset({"lendemain", "veille", "siècle", "années"}),
    doubtful=frozenset({"mars", "été", "sept.", "an", "soir", "nuit"}),
    before_time=frozenset("en depuis jusque dès fin début mi cet l' l’ l le la cette au".split()),
    not_years=frozenset("$ € £ n° numéro environ près plus quelque".split()),
    counted=r"\s+(?:[a-zàâéèêëîïôûç]{3,}s|euros|personnes|millions|milliards|morts|kilomètres)\b",
    future=frozenset(
        "sera seront aura auront doit doivent devrait devraient va vont prévu prévue prévus prévues pourrait pourraient"
        " rencontrera tiendra prochain prochaine".split()
    ),
    certain=frozenset(
        "sera seront aura auront doit doivent devrait devraient va vont prévu prévue prévus prévues pourrait pourraient"
        " rencontrera tiendra".split()
    ),
    loose=frozenset({"comme", "initialement"}),
    toward=frozenset({"de", "à", "pour"}),
    unfulfilled=frozenset("décidé demandé promis proposé invité".split()),
    past=frozenset(
        "a ont avait avaient été était étaient fut furent eu est sont dit déclaré annoncé affirmé indiqué".split()
    ),
    future_form=r"\w{2,}(?:er|ir|dr|ur|rr|tr)(?:a|ont|ez|ons)",
    past_form=r"\w{3,}(?:é|és|ée|ées|aient|èrent)",
    until=frozenset({"jusqu", "jusqu en", "jusqu au", "avant", "avant le", "avant la", "le mois de", "dès"}),
    conjunctions=frozenset({"et", "ou"}),
    since=frozenset({"depuis"}),
    after=frozenset({"après"}),
    some=frozenset({"un", "chaque"}),
    headline_future=frozenset({"à"}),
    boilerplate=frozenset({"copyright", "©", "tous droits réservés", "mis à jour le", "publié le"}),
)
