"""English."""

from newsloom.langs.en.calendar import CALENDAR
from newsloom.langs.en.counting import COUNTING
from newsloom.langs.en.furniture import FURNITURE
from newsloom.langs.en.kinds import KINDS
from newsloom.langs.en.naming import NAMING
from newsloom.langs.en.saying import ENGLISH_SAYING
from newsloom.langs.en.slots import SLOTS
from newsloom.langs.en.stances import STANCES
from newsloom.langs.en.standing import STANDING
from newsloom.langs.en.statuses import STATUSES
from newsloom.langs.shapes import Language

STOP_WORDS = frozenset(
    """a about above after again against all also am an and any are as at be because been before being below between
    both but by can could did do does doing down during each even few for from further get got had has have having he
    her here hers herself him himself his how i if in into is it its itself just like made make many may me might more
    most much must my myself new no nor not now of off on once one only or other our ours ourselves out over own said
    same say says she should so some such than that the their theirs them themselves then there these they this those
    through to too two under until up upon us very was we were what when where which while who whom why will with would
    you your yours yourself yourselves""".split()
)

ENGLISH = Language(
    "en",
    "English",
    STOP_WORDS,
    naming=NAMING,
    calendar=CALENDAR,
    saying=ENGLISH_SAYING,
    statuses=STATUSES,
    stances=STANCES,
    counting=COUNTING,
    furniture=FURNITURE,
    standing=STANDING,
    slots=SLOTS,
    kinds=KINDS,
    abbreviated=frozenset("Ms. Mx. Atty. Ofc. Amb. Ald. Spc. Chm. Dir. Treas. Cdr. Cllr.".split()),
)
