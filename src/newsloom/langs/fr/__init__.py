"""French."""

from newsloom.langs.fr.calendar import CALENDAR
from newsloom.langs.fr.counting import COUNTING
from newsloom.langs.fr.kinds import KINDS
from newsloom.langs.fr.naming import NAMING
from newsloom.langs.fr.saying import FRENCH_SAYING
from newsloom.langs.fr.slots import SLOTS
from newsloom.langs.fr.stances import STANCES
from newsloom.langs.fr.statuses import STATUSES
from newsloom.langs.shapes import Language

STOP_WORDS = frozenset(
    """à ainsi après au aux avant avec avoir c ce cela ces cet cette chez comme d dans de depuis des donc dont du elle
    elles en encore entre est et été être eu eux il ils j je jusqu l la le les leur leurs lui m ma mais me même mes moi
    moins mon n ne ni non nos notre nous on ont ou où par pas plus pour pourquoi qu quand que quel quelle qui s sa sans
    se sera ses si son sont sous sur t ta te tes ton tous tout toute très tu un une vers vos votre vous y a ont avait
    était selon deux aussi""".split()
)

FRENCH = Language(
    "fr",
    "French",
    STOP_WORDS,
    calendar=CALENDAR,
    naming=NAMING,
    statuses=STATUSES,
    saying=FRENCH_SAYING,
    stances=STANCES,
    counting=COUNTING,
    slots=SLOTS,
    kinds=KINDS,
)
