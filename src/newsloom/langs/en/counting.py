"""English: numbers, and what is counted. Data only; langs/shapes/counting.py says what each field means."""

from newsloom.langs.en.numerals import NUMERALS
from newsloom.langs.shapes.counting import Counting

KILLED = "killed dead died slain fatally perished"
HURT = "injured wounded hurt"

COUNTING = Counting(
    words=NUMERALS.cardinals,
    scales={
        "hundred": 100,
        "thousand": 1000,
        "million": 10**6,
        "billion": 10**9,
        "trillion": 10**12,
        "k": 1000,
        "m": 10**6,
        "mn": 10**6,
        "bn": 10**9,
        "b": 10**9,
        "tn": 10**12,
    },
    joiner=frozenset({"and"}),
    collectives={"dozens": (24, 99), "scores": (40, 200), "hundreds": (200, 1999), "thousands": (2000, 99999)},
    few={"dozen": 12},
    modifiers={
        "at least": (1, 0),
        "more than": (1, 0),
        "over": (1, 0),
        "upwards of": (1, 0),
        "no fewer than": (1, 0),
        "no less than": (1, 0),
        "not less than": (1, 0),
        "in excess of": (1, 0),
        "a minimum of": (1, 0),
        "as many as": (0, 1),
        "up to": (0, 1),
        "as much as": (0, 1),
        "fewer than": (0, 1),
        "less than": (0, 1),
        "under": (0, 1),
        "no more than": (0, 1),
        "a maximum of": (0, 1),
        "at most": (0, 1),
        "below": (0, 1),
        "about": (0.9, 1.1),
        "around": (0.9, 1.1),
        "some": (0.9, 1.1),
        "roughly": (0.9, 1.1),
        "an estimated": (0.8, 1.2),
        "approximately": (0.9, 1.1),
        "estimated": (0.8, 1.2),
        "an average of": (0.9, 1.1),
        "perhaps": (0.8, 1.2),
        "nearly": (0.85, 1),
        "almost": (0.85, 1),
        "close to": (0.85, 1.05),
        "just under": (0.85, 1),
        "just over": (1, 1.15),
        "a little over": (1, 1.15),
        "little more than": (1, 1.15),
        "just more than": (1, 1.15),
        "slightly more than": (1, 1.15),
        "well over": (1.05, 0),
        "another": (1, 1),
        "the other": (1, 1),
        "half a": (0.45, 0.55),
    },
    money={
        "$": "dollar",
        "us$": "dollar",
        "dollars": "dollar",
        "dollar": "dollar",
        "£": "pound",
        "pounds": "pound",
        "€": "euro",
        "euros": "euro",
        "euro": "euro",
        "¥": "yen",
        "yen": "yen",
        "yuan": "yuan",
        "rupees": "rupee",
        "rubles": "rouble",
        "roubles": "rouble",
    },
    percent=("%", "percent", "per cent", "percentage points", "percentage point"),
    durations={
        "minute": 1,
        "minutes": 1,
        "hour": 60,
        "hours": 60,
        "day": 1440,
        "days": 1440,
        "week": 10080,
        "weeks": 10080,
        "month": 43830,
        "months": 43830,
        "year": 525960,
        "years": 525960,
    },
    people=frozenset("people persons person victims individuals witnesses".split()),
    fates_after={
        **dict.fromkeys(KILLED.split(), "killed"),
        **dict.fromkeys("deaths fatalities lives".split(), "killed"),
        **dict.fromkeys(HURT.split(), "injured"),
        **dict.fromkeys("injuries wounds".split(), "injured"),
        "missing": "missing",
        "arrested": "arrested",
        "detained": "arrested",
        "arrests": "arrested",
        "hospitalized": "hospitalised",
        "hospitalised": "hospitalised",
        "evacuated": "evacuated",
        "displaced": "displaced",
        "homeless": "displaced",
        "infected": "infected",
    },
    fates_before={
        **dict.fromkeys("kill kills killed killing slew murdered murdering massacred".split(), "killed"),
        **dict.fromkeys(
            "injure injures injured injuring wound wounds wounded wounding hurt hurting".split(), "injured"
        ),
        **dict.fromkeys("arrest arrested arresting detained detaining".split(), "arrested"),
        **dict.fromkeys("displaced displacing".split(), "displaced"),
        "evacuated": "evacuated",
        "evacuating": "evacuated",
        "sickened": "infected",
        **dict.fromkeys("interviewed interviewing interview".split(), "interviewed"),
        **dict.fromkeys("sanctioned sanctioning".split(), "sanctioned"),
        **dict.fromkeys("rescued rescuing".split(), "rescued"),
        **dict.fromkeys("expelled expelling".split(), "expelled"),
        **dict.fromkeys("indicted indicting".split(), "indicted"),
        "hospitalized": "hospitalised",
        "hospitalizing": "hospitalised",
    },
    tolls={
        "death toll": "killed",
        "toll": "killed",
        "number of dead": "killed",
        "number of people killed": "killed",
        "number killed": "killed",
        "number of deaths": "killed",
        "number of injured": "injured",
        "number of people injured": "injured",
        "number of missing": "missing",
    },
    auxiliaries=frozenset(
        """
        were was are is have has had been be being got confirmed reported reportedly also left officially feared
        presumed listed still now believed initially critically seriously badly slightly severely mostly all
        """.split()
    ),
    partial=frozenset(
        "more additional further including among another other others extra include includes included remaining".split()
    ),
    unreal=frozenset(
        """
        where could would might may if plot plotted plotting planned planning threatened threatening intended
        aimed attempted attempting tried not n't never no without unless should shall will expected feared fears
        wanted want since surpassing surpassed previous previously earlier like deadliest average every each per
        annually yearly
        """.split()
    ),
    apart=frozenset("after ago since before earlier later".split()),
    lingering=frozenset("still remain remained".split()),
    rates=frozenset("every each per annually yearly daily".split()),
    amended=frozenset("correction corrected revised updated originally erroneously mistakenly".split()),
    aged=("{n}-year-old", "{n} years old", "{n} years of age", "aged {n}"),
    sites=frozenset({"at"}),
    relatives=frozenset({"which", "that"}),
    discredited=frozenset("exaggerated false untrue inaccurate incorrect wrong wrongly rumors rumours".split()),
    votes=frozenset("vote votes voted voting".split()),
    estimating=frozenset(
        """
        said says say puts put estimated estimates maintains maintained claims claimed reported reports
        according counted counts insists insisted told announced
        """.split()
    ),
    according=frozenset({"according"}),
    disputing=frozenset(
        """
        differently differ differs differed disagree disagrees disagreed disputed disputes dispute contradicted
        conflicting contrary stood stands
        """.split()
    ),
    of=frozenset({"of"}),
    worth=frozenset({"worth", "long"}),
    lasting=frozenset("spent lasted took testified talked spoke met waited lasting spending".split()),
    uncounted=frozenset(
        """
        mile miles kilometer kilometers kilometre kilometres feet foot inch inches meter meters metre metres yards
        acres mph degrees
        thing things way ways time times reason reasons step steps part parts point points side sides example
        case cases option options question questions kind kinds type types fact facts issue issues area areas
        story stories item items page pages comment comments share shares quarter quarters second seconds moment
        moments others half level levels percent number numbers day days episode season match series
        """.split()
    ),
    plurals=frozenset("people men women children police personnel troops staff crew media".split()),
    stemmer="english",
    topics={
        "killed people": "People killed",
        "injured people": "People injured",
        "missing people": "People missing",
        "arrested people": "People arrested",
        "hospitalised people": "People in hospital",
        "evacuated people": "People evacuated",
        "displaced people": "People displaced",
        "infected people": "People infected",
        **{f"{deed} people": f"People {deed}" for deed in "interviewed sanctioned rescued expelled indicted".split()},
        "vote": "Votes",
        "age": "Age",
        "duration": "How long",
        "money": "Amount of money",
        "percent": "Share",
        "count": "How many {what}",
    },
)
