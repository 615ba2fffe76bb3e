"""French: how happenings stand. Data only; langs/shapes/statuses.py says what each field means."""

from newsloom.langs.shapes.statuses import Statuses
from newsloom.records import Status

CANCEL = r"annul(?:e|er|é|ée|és|ées|ation)"
POSTPONE = r"(?:report(?:er|é|ée|és|ées)|repouss(?:er|é|ée|és|ées)|différ(?:er|é|ée|és|ées)|suspend(?:re|u|ue))"

CUES: tuple[tuple[str, Status], ...] = (
    (r"\b(?:pourrai(?:t|ent)|menace(?:nt)? (?:d['’]|de )) ?(?:être )?" + CANCEL, "threatened"),
    (r"\bpourrai(?:t|ent) (?:être )?" + POSTPONE, "doubted"),
    (r"\b(?:finalement maintenue?|de nouveau (?:prévue?|à l['’]ordre du jour)|rétablie?|relancée?)\b", "back on"),
    (r"\b(?:incertaine?|en doute|remise? en (?:cause|question)|compromise?|aucune preuve)\b", "doubted"),
    (r"\b" + CANCEL + r"\b|\brenonc(?:e|é|er|ent) à\b|\bn['’]aura pas lieu\b|\bse retire\b", "cancelled"),
    (r"\b" + POSTPONE + r"\b", "postponed"),
    (r"\b(?:menac(?:e|é|er|ent)|ultimatum|avertit|met en garde)\b", "threatened"),
    (r"\b(?:dément(?:i|ie|ent)?|nie(?:nt)?|nié|rejett?e(?:nt|r)?|rejeté|démenti)\b", "denied"),
    (r"\b(?:en cours|a commencé|ont commencé|commence|se poursuit|se poursuivent|débute)\b", "under way"),
    (
        r"\b(?:aura lieu|auront lieu|se tiendra|se tiendront|prévue?s?|doit|doivent|va|vont|sera|seront|s['’]apprête à|"
        r"programmée?s?)\b",
        "planned",
    ),
    (
        r"\b(?:pourrait|pourraient|envisage(?:nt)?|possible|probable(?:ment)?|souhaite(?:nt)?|demande(?:nt)?)\b",
        "possible",
    ),
)

HAPPENINGS = """
    accident accord annonce arrestation assassinat attaque attentat audience bataille campagne cérémonie collision
    condamnation conférence congrès contrat crise débat débarquement décès décision démission dialogue discours élection
    embargo enquête entretien explosion fermeture fusillade fusion grève guerre incendie inculpation inondation
    intervention invasion investiture lancement licenciement loi manifestation massacre match meurtre mission mort
    négociation nomination offensive opération ouragan ouverture perquisition plainte pourparler procès raid
    référendum rencontre retrait réunion révolte sanction scrutin séisme sommet sortie suspension tempête tournoi
    traité trêve tuerie vente verdict victoire visite voyage vote
""".split()

SUDDEN = """
    accident assassinat attaque attentat collision décès explosion fusillade incendie inondation massacre meurtre mort
    ouragan révolte séisme tempête tuerie
""".split()

DEEDS = """
    accepté accusé adopté affirmé annoncé appelé approuvé arrêté arrivé assuré attaqué blessé causé commencé condamné
    confirmé déclaré décidé démissionné demandé dénoncé dit élu envoyé expliqué fait frappé gagné imposé inculpé indiqué
    interpellé lancé libéré mis mort nommé ordonné ouvert perdu présenté promis proposé publié quitté rejeté remporté
    rencontré reçu refusé répondu révélé signé tué visité voté
""".split()

STATUSES = Statuses(
    cues=CUES,
    happenings=frozenset(HAPPENINGS),
    deeds=frozenset(DEEDS),
    negations=frozenset({"ne", "pas", "n", "jamais", "sans"}),
    bystanders=frozenset("analyste analystes expert experts observateurs critiques chercheur sondage témoins".split()),
    background=frozenset("avait avaient auparavant déjà depuis".split()),
    behind=frozenset("avait avaient après depuis malgré auparavant initialement".split()),
    conjunctions=frozenset({"et", "mais"}),
    relatives=frozenset({"qui", "dont", "où"}),
    afterwards=frozenset({"après"}),
    sudden=frozenset(SUDDEN),
    alike={
        "meurtre": "assassinat",
        "mort": "décès",
        "tuerie": "fusillade",
        "scrutin": "élection",
        "entretien": "rencontre",
    },
    done={"démissionné": "démission", "rencontré": "rencontre", "visité": "visite", "voté": "vote"},
    holds=frozenset({"tenu"}),
    took_place=frozenset({"eu lieu", "s'est tenu", "s'est tenue", "s’est tenu", "s’est tenue"}),
    beside=frozenset({"alors", "lorsque", "pendant", "si", "comme"}),
    supposed=frozenset("possible présumé présumée probable éventuel éventuelle supposé supposée".split()),
    undergone=r".*(?:é|ée|és|ées|i|ie)",
    refusals=frozenset("rejette rejettent rejeté refuse refusent refusé exclut exclu".split()),
    governed=r"\w+er|suspendre|annulation",
    ended=frozenset("achevé achevée achever conclu conclue conclure terminé terminée terminer bouclé bouclée".split()),
    unreal=frozenset("sera seront devrait devraient doit doivent pourrait pourraient si avant pas".split()),
    planning=frozenset("prévu prévue prévus prévues programmé programmée échéance calendrier".split()),
    stemmer="french",
)
