"""French: numbers, and what is counted. Data only; langs/shapes/counting.py says what each field means."""

from newsloom.langs.fr.numerals import NUMERALS
from newsloom.langs.shapes.counting import Counting

COUNTING = Counting(
    words=NUMERALS.cardinals,
    scales={
        "cent": 100, "cents": 100, "mille": 1000, "million": 10**6, "millions": 10**6, "milliard": 10**9,
        "milliards": 10**9,
    },
    decimal=",",
    thousands=". \u00a0\u202f",
    joiner=frozenset({"et"}),
    collectives={"dizaines": (20, 99), "centaines": (200, 1999), "milliers": (2000, 99999)},
    few={"dizaine": 10, "douzaine": 12, "vingtaine": 20, "trentaine": 30, "cinquantaine": 50, "centaine": 100},
    modifiers={
        "au moins": (1, 0), "plus de": (1, 0), "jusqu'à": (0, 1), "moins de": (0, 1), "au plus": (0, 1),
        "environ": (0.9, 1.1), "quelque": (0.9, 1.1), "autour de": (0.9, 1.1), "près de": (0.85, 1),
        "presque": (0.85, 1),
    },
    money={
        "€": "euro", "euro": "euro", "euros": "euro", "$": "dollar", "dollars": "dollar", "dollar": "dollar",
        "livres": "pound",
    },
    percent=("%", "pour cent"),
    durations={
        "minute": 1, "minutes": 1, "heure": 60, "heures": 60, "jour": 1440, "jours": 1440, "semaine": 10080,
        "semaines": 10080, "mois": 43830, "an": 525960, "ans": 525960, "année": 525960, "années": 525960,
    },
    people=frozenset("personne personnes victimes gens".split()),
    fates_after={
        **dict.fromkeys("morts mort mortes tué tués tuées décédées décédés".split(), "killed"),
        **dict.fromkeys("blessé blessés blessées blessée".split(), "injured"),
        **dict.fromkeys("disparu disparus disparues".split(), "missing"),
        **dict.fromkeys("arrêté arrêtés arrêtées interpellées interpellés".split(), "arrested"),
    },
    fates_before={"tué": "killed", "tuant": "killed", "blessé": "injured", "blessant": "injured"},
    tolls={"bilan": "killed"},
    auxiliaries=frozenset("ont a été sont est étaient était grièvement légèrement portées portés déjà".split()),
    partial=frozenset("autres autre supplémentaires dont parmi".split()),
    unreal=frozenset("si pourrait pourraient aurait auraient pas jamais aucun aucune depuis précédent".split()),
    apart=frozenset("après avant plus".split()),
    lingering=frozenset({"encore", "toujours"}),
    rates=frozenset({"chaque", "par"}),
    amended=frozenset("rectificatif corrigé révisé".split()),
    aged=("{n} ans", "âgé de {n} ans", "âgée de {n} ans"),
    votes=frozenset("vote votes voté voter".split()),
    estimating=frozenset("évalue estime parle dit affirme selon assure annonce chiffre".split()),
    according=frozenset({"selon"}),
    disputing=frozenset("désaccord conteste contestent contredit débat".split()),
    lasting=frozenset("duré dure passé".split()),
    uncounted=frozenset("fois chose choses façon façons raison raisons partie parties point points cas".split()),
    plurals=frozenset({"gens", "personnel"}),
    of=frozenset({"de", "d"}),
    stemmer="french",
    topics={
        "killed people": "Morts", "injured people": "Blessés", "missing people": "Disparus",
        "arrested people": "Arrestations", "vote": "Voix", "age": "Âge", "duration": "Durée", "money": "Montant",
        "percent": "Part", "count": "Combien de {what}",
    },
)  # fmt: skip
