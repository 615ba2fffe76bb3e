"""French: planned days and manners of death. Data only; langs/shapes/slots.py says what each field means."""

from newsloom.langs.shapes.slots import Slots

MANNERS = {
    "suicide": "s'est suicidé|s'est suicidée|s'est donné la mort|s'est pendu|s'est pendue|s'est tiré une balle",
    "police": "abattu par la police|abattu par les policiers|tué par la police|tué par les policiers",
    "strangling": "étranglé|étranglée|étouffé|étouffée",
    "stabbing": "poignardé à mort|poignardée à mort",
    "beheading": "décapité|décapitée",
    "beating": "battu à mort|battue à mort",
    "drowning": "s'est noyé|s'est noyée",
}

CIRCUMSTANCES = {
    "fight": "dans une bagarre|dans une rixe|lors d'une bagarre|lors d'une rixe",
    "illness": "d'une crise cardiaque|de causes naturelles|d'un cancer",
    "overdose": "d'une overdose",
    "crash": "dans un accident|dans un accident de la route|dans un accident d'avion",
}


def _by_phrase(phrases: dict[str, str]) -> dict[str, str]:
    return {phrase: manner for manner, held in phrases.items() for phrase in held.split("|")}


SLOTS = Slots(
    planned=frozenset("prévu prévue prévus prévues fixé fixée programmé programmée attendu attendue".split()),
    moved=frozenset("reporté reportée repoussé repoussée décalé décalée reporter repousser".split()),
    until=frozenset("au à jusqu'au".split()),
    before_days=frozenset("pour à au le dès ce jusqu'au".split()),
    opening=frozenset("est était sont étaient a été initialement désormais toujours d'abord qui ,".split()),
    linking=frozenset("de du des d sur pour contre avec à au".split()),
    plain=frozenset("le la les un une ce cette prochain prochaine".split()),
    day_topic="Date : {what}",
    manners=_by_phrase(MANNERS),
    circumstances=_by_phrase(CIRCUMSTANCES),
    deaths=frozenset("tué tuée mort morte décédé décédée".split()),
    wider={"fight": frozenset({"beating", "stabbing"})},
    victims=dict.fromkeys("tireur assaillant agresseur".split(), "l’assaillant"),
    unreal=frozenset("pas jamais si aurait pourrait tenté avant que failli presque".split()),
    death_topic="Mort de {who}",
)
