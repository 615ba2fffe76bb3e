"""French: titles, roles, pronouns."""

from __future__ import annotations

from newsloom.langs.shapes.naming import Gender, Naming

MALE = "m monsieur roi prince duc président directeur sénateur procureur député père frère mari fils"
FEMALE = (
    "mme mlle madame reine princesse duchesse présidente directrice sénatrice procureure députée mère sœur épouse fille"
)
TITLES = """dr pr me maître président présidente ministre premier première chancelier chancelière sénateur sénatrice
    député députée maire préfet général colonel commandant capitaine juge pape cardinal évêque secrétaire chef
    directeur directrice ambassadeur ambassadrice professeur commissaire"""
ROLES = """président présidente ministre chancelier chancelière sénateur sénatrice député députée maire préfet général
    colonel commandant capitaine juge pape cardinal évêque secrétaire chef directeur directrice ambassadeur ambassadrice
    professeur commissaire porte-parole dirigeant dirigeante fondateur fondatrice patron patronne avocat avocate
    procureur procureure économiste historien historienne journaliste écrivain écrivaine auteur acteur actrice chanteur
    chanteuse candidat candidate militant militante conseiller conseillère responsable analyste chercheur chercheuse
    médecin ancien ancienne roi reine prince princesse épouse mari fils fille père mère frère sœur"""


def _shown(male: str, female: str, rest: str) -> dict[str, Gender]:
    shown: dict[str, Gender] = dict.fromkeys(rest.split(), "")
    shown.update(dict.fromkeys(male.split(), "m"))
    shown.update(dict.fromkeys(female.split(), "f"))
    return shown


NAMING = Naming(
    titles=_shown("m mm monsieur roi prince duc", "mme mmes mlle madame reine princesse duchesse", TITLES),
    mononymic=frozenset("roi reine prince princesse pape".split()),
    role_nouns=frozenset(ROLES.split()),
    role_modifiers=frozenset(
        """ancien ancienne ex vice premier première grand haut haute nouveau nouvelle général générale adjoint adjointe
        sortant élu élue principal principale""".split()
    ),
    former=frozenset("ancien ancienne ex ex- feu".split()),
    gendered=_shown(MALE, FEMALE, ""),
    pronouns={"il": "m", "lui": "m", "lui-même": "m", "elle": "f", "elle-même": "f"},
    subject_pronouns=frozenset({"il", "elle"}),
    bearers=frozenset("président présidente ministre chancelier chancelière maire roi reine pape".split()),
    possessives=frozenset({"son", "sa"}),
    conjunctions=frozenset({"et", "ou"}),
    seats=frozenset({"de", "du"}),
    adverb_ends=("ment",),
    articles=frozenset({"le", "la", "les", "l", "un", "une", "son", "sa"}),
    copulas=frozenset({"est"}),
    relatives=frozenset({"qui", "que", "dont", "où"}),
    suffixes=frozenset({"jr", "ii", "iii", "iv"}),
    particles=frozenset("de du des d le la van von der ben ibn bin al el da di".split()),
    organisation_nouns=frozenset(
        """parti ministère agence comité commission conseil cour banque groupe association union université institut
        fondation armée police sénat assemblée église ligue club""".split()
    ),
    openers=frozenset(
        "mais et ou donc or ni car si quand comme dans pour par avec sans selon il elle on ce cette".split()
    ),
    clause_verbs=frozenset("dit affirme a est sont était avait ont sera".split()),
    common_capitals=frozenset(
        """lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août
        septembre octobre novembre décembre""".split()
    ),
    joiners=frozenset("de du des la le les et pour l d".split()),
)
