"""English: the calendar. Data only; langs/shapes/calendar.py says what each field means."""

# ruff: noqa: E501  (a rule reads best on one line)
from newsloom.langs.en.numerals import NUMERALS
from newsloom.langs.shapes.calendar import Calendar
from newsloom.langs.shapes.numerals import numbered

MONTHS = numbered(
    (
        "january jan jan.",
        "february feb feb.",
        "march mar.",
        "april apr apr.",
        "may",
        "june jun.",
        "july jul.",
        "august aug aug.",
        "september sept sept. sep.",
        "october oct oct.",
        "november nov nov.",
        "december dec dec.",
    )
)
WEEKDAYS = numbered(
    (
        "monday mon.",
        "tuesday tues. tue.",
        "wednesday wed.",
        "thursday thurs. thu.",
        "friday fri.",
        "saturday sat.",
        "sunday",
    )
)
UNITS = {
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "week": "W",
    "fortnight": "2W",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "yr": "Y",
    "decade": "E",
    "century": "C",
}
SINGLE = frozenset(UNITS)
UNITS |= {f"{word}s": code for word, code in UNITS.items()} | {"centuries": "C", "seconds": "TS"}
NUMBERS = {
    **NUMERALS.cardinals,
    **{"a": 1, "an": 1, "hundred": 100, "a hundred": 100, "thousand": 1000, "a thousand": 1000, "a couple of": 2},
    **{"a dozen": 12, "two thousand": 2000},
}

# What may stand before a date without changing which one it is: "early in", "the end of", "mid-".
PLACE = (
    r"(?:(?:the )?(?:very )?(?:early|earlier|late|later|mid|middle|beginning|start|end|close|outset|height|eve"
    r"|(?:first|second|latter|last|better) (?:half|part)|most|much|rest|remainder|course|turn)(?: of the | of | in the | in |~| the | ))?"
)
LENGTH = (
    r"(?:(?:about|around|almost|nearly|over|under|roughly|approximately|some|at least|at most|up to|less than"
    r"|more than|no more than|as many as|just|only|another|the full|a full|the|a further|an additional|barely) )?"
)

RULES = (
    # days
    (r"this (?:{weekday},? )?{month} (?:the )?{day}(?:,? {year})?(?![:.,]?\d)", "day"),
    (r"(?:{weekday},? )?{month} (?:the )?{day}(?:,? {year})?(?!:\d|[,.]?\d|-(?:year|day|month|hour|point|man|foot))", "day"),
    (r"(?:{weekday},? )?{month} (?:the )?{ordinal}(?:,? {year})?", "day"),
    (r"(?:{weekday},? )?(?:the )?{day}(?: of)? {month}(?:,? {year})?", "day"),
    (r"(?:{weekday},? )?(?:the )?{ordinal}(?: day)? of {month}(?:,? {year})?", "day"),
    (r"{month} (?P<first>{day})(?: ?[-–—] ?| to | and | through | or )(?P<second>{day2})(?:,? {year})?(?![:.,]?\d)", "days"),
    (r"(?P<first>{day})(?: ?[-–—/] ?| to | and | through | or |–)(?P<second>{day2}(?: of)? {month}(?:,? {year})?)", "days"),
    (r"{year}-{month_number}-{day}(?:T{clock})?(?![\d-])", "day"),
    (r"{month_number}/{day}/(?:{year}|{short_year})(?![\d/])", "day"),
    (r"{holiday}(?:,? (?:of )?{year}| (?P<this>(?:of )?{direction} year))?", "holiday"),
    # weekdays and days from today
    (r"(?:(?:early|late) )?{weekday}(?:,?~{part})?(?=,? (?P<elsewhere>local time))", "weekday"),
    (PLACE + r"(?:(?:the )?{direction} )?{weekday}(?:,?~{part})?", "weekday"),
    (r"{weekday} (?P<week>{direction} week)", "weekday"),
    (r"(?:(?:the )?(?:week|weekend|day)) (?:of|after|before) {weekday}", "weekday"),
    (r"{weekday}s(?: {part}s?)?|{weekday} (?:nights|mornings|evenings|afternoons)|(?:each|every) {weekday}(?: {part})?", "each_weekday"),
    (PLACE + r"{days}(?:'s)?(?: {part})?", "from_today"),
    (r"(?:{part}|late|early|earlier|later) {days}", "from_today"),
    (r"the {days} (?:before|after)", "vague"),
    (r"(?:the )?day (?P<ago>before yesterday)|(?:the )?day (?P<hence>after tomorrow)", "two_days"),
    # months, seasons, quarters
    (PLACE + r"{month}(?:,? (?:of )?{year}|,? (?:of )?(?P<this>{direction} year))?(?!\w)", "month"),
    (PLACE + r"(?:the )?{direction} {month}", "month"),
    (PLACE + r"(?:(?:the )?{direction} |that |the )?{season}(?! of (?-i:[A-Z]))(?:,? (?:of )?{year}| (?:of )?(?P<this>{direction} year))?", "season"),
    (PLACE + r"(?:the |a flat |its |this year's |fiscal )*{ordinal}~quarter(?: of (?:fiscal )?{year}| of (?P<this>{direction} year)|,? {year})?", "quarter"),
    (r"(?:the )?(?:{year}|(?P<this>{direction} year's)) (?:fiscal )?{ordinal}~quarter", "quarter"),
    # years and more
    (r"(?:the )?(?:(?P<first>first)|(?P<second>second|last|latter)) half of (?:fiscal )?{year}", "half_year"),
    (PLACE + r"(?:the )?(?:(?:fiscal )?year |fiscal )?{year}(?: (?:period|fiscal year))?", "year"),
    (PLACE + r"(?:the )?(?:(?:fiscal )?year |fiscal )?{year}(?P<dash>[-–]){short_year}", "year"),
    (PLACE + r"(?:the year )?{spoken_century}[- ](?:hundred|{number}|oh[- ]{number2})", "spoken_year"),
    (r"(?:the )?year {number}", "spoken_year"),
    (r"['’]{short_year}", "short_year"),
    (PLACE + r"(?:the )?{any_year} ?{era}|AD {any_year}", "old_year"),
    (PLACE + r"(?:(?:{month}|{season})(?: of)?) {any_year} ?{era}", "old_year"),
    (PLACE + r"(?:the )?(?P<decade_year>1\d\d0|20\d0|['’]?[1-9]0)['’]?s", "decade"),
    (PLACE + r"the (?:{century_word})?{decade}", "decade"),
    (PLACE + r"(?:the )?(?:{ordinal}|{nth})~(?:century|centuries)(?: {era})?", "century"),
    # from the unit at hand
    (r"the (?:very )?next day", "next_day"),
    (PLACE + r"(?:(?:the )?{direction}|this (?:past|coming)) (?:crucial |fiscal |full |whole |calendar |very |same )?{one}(?: or so)?", "stepped"),
    (r"(?:the )?current (?:fiscal )?{one}", "current"),
    (r"(?:the )?latest (?:fiscal )?{one}", "latest"),
    (PLACE + r"{direction} {part}", "part"),
    (r"(?:later |early |earlier |late )?(?:that|the same|the next|the following|the previous) {part}", "same_part"),
    (r"(?:the (?:very )?(?:next|following)|the (?:next|following) full) {one}", "next_unit"),
    (r"the {one} (?:after|that followed|afterwards?)", "next_unit"),
    (r"(?:the )?(?:previous|preceding|prior) {one}|the {one} before", "previous_unit"),
    (PLACE + r"(?:that|(?:that|the|this) (?:very )?same|that very) {one}(?: period)?|this (?:very )?day", "same_unit"),
    (r"(?:the )?(?:fiscal )?{one}(?= end(?:ed|ing))", "one_length"),
    (PLACE + r"the (?:fiscal |full )?{one}(?!-)", "the_unit"),
    (r"{one}(?:['’]s)?[- ]end", "the_unit"),
    (r"(?:the )?year-(?:earlier|ago)(?: (?:period|quarter|third quarter))?", "year_ago"),
    (r"an? (?:year|yr) (?:ago|earlier|before)", "year_ago"),
    (LENGTH + r"{number}(?: or (?:so|two|more))? {unit}(?: or (?:so|more))? (?:ago|back)", "ago"),
    (LENGTH + r"(?:{vague}|{unit}(?:s)?|(?:{number} or {number2})) ?{unit2}? ago|long ago|not (?:that|so) long ago|{vague} {unit} (?:before|earlier)", "vague_past"),
    (LENGTH + r"{number} (?:short )?{unit} (?:earlier|previously|before(?=\s*[,.;:)]))", "before"),
    (LENGTH + r"{number} (?:short )?{unit} (?:later|afterwards?|after that|thereafter|after(?=\s*[,.;:)]))", "after"),
    (r"(?:with)?in {number} {unit} time|{number} {unit} from (?:now|today)", "hence"),
    (r"(?:some|several|many|a few|{vague}) {unit} later", "vague"),
    # lengths
    (LENGTH + r"(?:{number}|{figure})(?:~(?:and a half|1/2|½))?(?:~(?:trading|business|working|calendar|straight|consecutive|full|more|long|additional|such))?[- –]{unit}(?:[- ](?:long|old)| period)?", "length"),
    (LENGTH + r"{number}(?: to |-| or ){number2}~{unit}", "length"),
    (r"(?:each of )?(?:(?:the|these|those|his|her|its|their) )?(?:past|last|next|first|final|previous|following|coming|latest|preceding|early|recent|first full) (?:{number}|{figure}|{vague})(?: (?:full|or so))?[- ]{unit}", "length"),
    (LENGTH + r"(?:(?:the )?(?:past|last|next|first|coming) )?{vague}[- ]{unit}(?: to come)?", "vague_length"),
    (r"(?:the )?recent {units}(?: (?:and|or) {units2})?", "recent"),
    (r"(?:the )?coming {units}(?: (?:and|or) {units2})?", "coming"),
    (r"(?:the )?(?P<back>previous|preceding) {weekday}|(?:the |that )(?:following|next|(?P<same>same)) {weekday}", "told_weekday"),
    (r"(?:the )?(?:past|early|latest|future|previous|following|ensuing|intervening|first) {units}(?: ahead)?|(?:the )?{units} (?:ahead|to come)", "vague_length"),
    (r"(?P<lead>for |of |in |over |within |took |lasted |after |spent |takes |take |spend |during |many |hours? )(?:(?:many|several|more) )?{units}(?: (?:or|and) {unit2})?", "vague_length"),
    (r"{units} (?:of|later|before|earlier|after|and)(?= )", "vague_length"),
    (r"(?:half|quarter)[- ](?:an? |of an? )?{unit}|an? {unit} and a half|an? (?:half|quarter)[- ]{unit}", "half_length"),
    (r"(?P<lead>(?:during|until|since|by|before|throughout|in) )(?:this|that|this same|that same) (?:time|period)|a while|some time", "vague"),
    # again and again
    (r"(?:each|every)(?: (?:other|single|{number}))? {unit}", "each_unit"),
    (r"(?:each|every) (?:{month}|{season}|{part})", "each_name"),
    (r"(?P<lead>(?:times|twice|once|million|billion|thousand|percent|dollars|people|tons|barrels|day|week|month|%|\d) )an? {one}(?! ago| earlier| before| later| after)", "each_unit"),
    (r"per {one}", "each_unit"),
    # hours
    (r"(?:(?:around |about |just (?:before|after) |shortly (?:before|after) )?)(?:{clock}|{hour})(?: {zone})?(?:,? (?:on |{days}(?: {part})?|{weekday}(?:,? {month} {day})?(?: {part})?|{month} {day}(?:,? {year})?|in the {part}))+", "hour"),
    (r"(?:{clock}|{hour})(?: {zone})?", "hour"),
    (r"(?:{weekday}|{days}|{month} {day}(?:,? {year})?)(?: {part})?,? (?:at )(?:about |around )?(?:{clock}|{hour})(?: {zone})?", "hour"),
    (r"(?:the )?{part} of (?:{weekday},? )?{month} {day}(?:,? {year})?|(?:the )?{part} of (?:the )?{day} {month}(?: {year})?|{month} {day} {part}", "hour"),
    (r"(?:(?:early|late|mid)[- ])?(?:in the )?{part}|overnight", "bare_part"),
    (r"{fixed}", "fixed"),
)  # fmt: skip

FIXED = {
    "DATE PRESENT_REF": "now|right now|currently|at present|presently|nowadays|these days|at the moment|at this time"
    "|current|to date|at this moment|this moment|present-day|present day|modern day",
    "DATE PAST_REF": "recently|the past|recent|more recently|most recently|the recent past",
    "DATE FUTURE_REF": "the future|the near future|the short term|the near term|the foreseeable future|future",
    "SET XXXX-XX-XX": "daily|nightly|everyday",
    "SET XXXX-WXX": "weekly",
    "SET XXXX-XX": "monthly",
    "SET XXXX": "yearly",
    "SET PT1H": "hourly",
    "SET P1D": "day-to-day|round the clock",
}

CALENDAR = Calendar(
    months=MONTHS,
    weekdays=WEEKDAYS,
    units=UNITS,
    single=SINGLE,
    numbers=NUMBERS,
    ordinals=NUMERALS.ordinals,
    vague=frozenset("several,a few,few,many,some,a number of,a handful of,dozens of,hundreds of".split(",")),
    seasons={"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"},
    parts={
        "morning": "MO",
        "afternoon": "AF",
        "evening": "EV",
        "night": "NI",
        "daytime": "DT",
        "nightfall": "NI",
        "lunchtime": "MI",
    },
    directions={"last": -1, "this": 0, "next": 1, "the current": 0, "the coming": 1, "the past": -1, "past": -1}
    | {"coming": 1, "upcoming": 1, "this past": -1, "this coming": 1, "the last": -1},
    rules=RULES,
    days={"today": "0", "yesterday": "-1", "tomorrow": "1", "tonight": "0 NI"},
    decades={"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70}
    | {"eighties": 80, "nineties": 90},
    hours={"noon": "12:00", "midnight": "24:00", "midday": "12:00"},
    holidays={
        "christmas day": "12-25",
        "christmas eve": "12-24",
        "christmas": "12-25",
        "new year's day": "01-01",
        "new year’s day": "01-01",
        "new year's eve": "12-31",
        "new year’s eve": "12-31",
        "halloween": "10-31",
        "valentine's day": "02-14",
        "valentine’s day": "02-14",
        "may day": "05-01",
        "bastille day": "07-14",
        "independence day": "07-04",
        "veterans day": "11-11",
    },
    fixed={phrase: value for value, phrases in FIXED.items() for phrase in phrases.split("|")},
    eras=frozenset({"bc", "b.c.", "bce", "b.c.e."}),
    alone=frozenset(
        {
            "overnight",
            "end",
            "century",
            "centuries",
            "year-earlier",
            "year-ago",
            "year-end",
            "ago",
            "time",
            "while",
            "period",
            "nineteen",
        }
    ),
    afternoon=frozenset({"p.m.", "pm", "p.m"}),
    doubtful=frozenset({"may", "march", "mar.", "spring", "fall", "second", "seconds", "sat.", "sun.", "fri.", "wed."}),
    before_time=frozenset(
        "in since until till of last during from through this next early late mid by before after between that each"
        " every the".split()
    ),
    not_years=frozenset(
        "$ £ € # no number flight route channel room highway about nearly over than some least".split()
    ),
    counted=r"(?!\s+(?:as|is|was|has|its|his|this|us|versus|elections|games|hours|olympics|championships)\b)"
    r"\s+(?:[a-z]{3,}s|people|men|women|children|troops|percent|feet|square|miles|million|billion|killed|dead|tons)\b",
    future=frozenset(
        "will would shall won't going plans planning scheduled expected expects expect upcoming slated intends due"
        " set 'll ’ll must should could may might hopes hope aims deadline ahead tomorrow scheduled"
        " poised likely be begin can ready prepare payable expire expires".split()
    ),
    certain=frozenset(
        "will would shall won't going plans plan planning scheduled expected expects expect upcoming slated due intends 'll ’ll"
        " should could may might must tomorrow poised".split()
    ),
    loose=frozenset("as originally previously once long than has have".split()),
    toward=frozenset({"to", "for"}),
    bound=frozenset({"was", "were", "been"}),
    unfulfilled=frozenset(
        "planned agreed ordered asked offered invited promised vowed intended decided wanted hoped proposed threatened"
        " prepared pledged required allowed needed anticipated".split()
    ),
    running=frozenset({"past", "the past"}),
    joins=frozenset({"that", "which"}),
    coming=frozenset({"will", "shall"}),
    passive=frozenset({"be"}),
    perfect=frozenset({"have"}),
    past=frozenset(
        "was were had did said told went came saw took made gave got left held met began became found fell rose led"
        " won lost sent brought knew thought wrote ran spoke broke flew drew grew rose shot struck stood understood"
        " put cut hit set let quit spent built bought sold kept felt heard read paid laid withdrew swore drove"
        " chose sought taught fought caught threw blew showed been called agreed freed guaranteed disagreed has have according died fled lied tied hurt lay"
        " sank spread stole swept tore woke wore bore rang ate fed bled cast cost dealt dug hid hurt lent rode sang".split()
    )
    - {"set"},
    past_form=r"(?!hundred|hatred|kindred|sacred|naked)\w{2,}(?<!e)ed",
    until=frozenset(
        {"by", "until", "till", "through", "as soon as", "as early as", "no later than", "toward", "towards"}
    ),
    no_later=frozenset({"as soon as", "as early as", "no later than"}),
    conjunctions=frozenset({"and", "or"}),
    since=frozenset({"as recently as", "as late as", "since", "ever since", "dating to", "back on"}),
    inside=frozenset("in at to during after before of from with following about by".split()),
    after=frozenset({"after", "since"}),
    some=frozenset({"a", "an", "one", "some", "any", "every", "each"}),
    headline_future=frozenset({"to"}),
    boilerplate=frozenset({"copyright", "©", "(c)", "all rights reserved", "first published", "last updated"}),
)
