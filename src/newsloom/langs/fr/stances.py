"""French: verbs by which a party takes a position. Data only; langs/shapes/stances.py says what each field means."""

from newsloom.langs.shapes.stances import Stances

VERBS = {
    "wants": "veut|veulent|voulait|voulaient|souhaite|souhaitent|souhaitait|espère|espèrent|cherche à|cherchent à",
    "demands": """exige|exigent|a exigé|ont exigé|réclame|réclament|a réclamé|ont réclamé|appelle à|appellent à|
        a appelé à|ont appelé à|demande|demandent|a demandé|ont demandé""",
    "offers": "propose|proposent|a proposé|ont proposé|se dit prêt à|se dit prête à|est prêt à|est prête à",
    "refuses": "refuse|refusent|a refusé|ont refusé|rejette|rejettent|a rejeté|ont rejeté|exclut|a exclu",
    "supports": "soutient|soutiennent|a soutenu|ont soutenu|défend|a défendu|approuve|a approuvé",
    "opposes": "s'oppose à|s'opposent à|s'est opposé à|s'est opposée à|a voté contre|ont voté contre",
    "condemns": "condamne|condamnent|a condamné|ont condamné|dénonce|dénoncent|a dénoncé|ont dénoncé",
    "accuses": "accuse|accusent|a accusé|ont accusé",
    "warns": "met en garde|mettent en garde|a mis en garde|ont mis en garde|avertit|a averti",
    "threatens": "menace|menacent|a menacé|ont menacé",
    "concedes": "reconnaît|reconnaissent|a reconnu|ont reconnu|admet|admettent|a admis|ont admis",
    "promises": "promet|promettent|a promis|ont promis|s'engage à|s'engagent à|s'est engagé à|s'est engagée à",
    "denies": "dément|démentent|a démenti|ont démenti|nie|nient|a nié|ont nié",
}

STANCES = Stances(
    cues={" ".join(cue.split()): stance for stance, cues in VERBS.items() for cue in cues.split("|")},
    nouny=frozenset({"demande", "refuse", "propose", "menace", "défend"}),
    objects=frozenset("de d à que qu' le la les l' l un une des aux au ce cette son sa ses leur leurs".split()),
    empty={"*": frozenset({"par"}), "a refusé": frozenset({"de commenter", "de répondre"})},
    between=frozenset("aussi déjà encore également ensuite toujours".split()),
    adverb_ending="ment",
    negations=frozenset("ne n' n pas jamais".split()),
    modals=frozenset("pourrait devrait pourraient devraient".split()),
    passive=frozenset("est sont était étaient été".split()),
    governed=frozenset("de d' d du des à au aux par pour avec contre sur chez entre et ou que".split()),
    doubting=frozenset("si quand lorsque".split()),
    that=frozenset({"que"}),
    relative=frozenset({"qui"}),
    denials=frozenset("dément démenti nie nié démentent nient".split()),
    pointers=frozenset("ces cette ce les l la toutes tous son sa ses".split()),
    denied=frozenset("accusation accusations allégation allégations information informations rumeur rumeurs".split()),
    charges=frozenset("accuse accusé accusation accusations accusent".split()),
    charged=frozenset({"accusé de", "accusée de", "accusés de", "soupçonné de", "soupçonnée de"}),
)
