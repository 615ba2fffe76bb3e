"""French verbs and phrases of saying."""

from newsloom.langs.shapes.saying import Saying

# infinitive stem of a verb in -er: "affirm" -> affirme, affirment, affirmait, affirmé, affirmant …
_REGULAR = """affirm ajout déclar expliqu précis assur soulign estim indiqu rappel annonc avanc confi constat critiqu
    dénonc détaill regrett jug lanc martel not observ insist confirm révél racont témoign plaid clam cri demand martel
    murmur not pens résum rétorqu signal tweet salu accus condamn qualifi compar évoqu recommand propos suggér martel
    souhait espèr exig refus accept"""
_ENDINGS = ("e", "ent", "ait", "aient", "a", "èrent", "é", "ant")
_OTHERS = """dit disent disait disaient disant dire répond répondent répondu répondait répondant écrit écrivent écrivait
    écrivant reconnaît reconnaissent reconnu reconnaissait reconnaissant prévient préviennent prévenu prévenait avertit
    avertissent averti avertissait soutient soutiennent soutenu soutenait admet admettent admis admettait promet
    promettent promis promettait conclut concluent conclu concluait poursuit poursuivent poursuivi poursuivait
    décrit décrivent décrivait renchérit renchéri surenchérit promettant prétend prétendent prétendu prétendait"""
# verbs that bring in words only right beside them: « … », sourit Anne Leroy
_BESIDE = frozenset(
    stem + end
    for stem in """soupir souffl gliss ironis plaisant lâch tranch exclam inquièt inquiét étonn désol félicit
        interrog enflamm emport agac amus indign insurg questionn""".split()
    for end in _ENDINGS
) | frozenset(
    """sourit souriait souri rit riait lance lançait lancé souvient souvenait souvenu plaint plaignait réjouit
    commence commençait enchaîne enchaînait reprend reprenait repris rétorque coupe coupait""".split()
)
_VERBS = _BESIDE | frozenset(_OTHERS.split()) | frozenset(stem + end for stem in _REGULAR.split() for end in _ENDINGS)
_JUDGING = frozenset(
    stem + end for stem in "accus condamn qualifi compar salu dénonc critiqu jug évoqu".split() for end in _ENDINGS
) | frozenset("décrit décrivent décrivait".split())
_WISHING = frozenset(
    """veut veulent voulait voulaient souhaite souhaitent espère espèrent craint craignent refuse refusent exige exigent
    propose proposent promet promettent compte comptent""".split()
)

FRENCH_SAYING = Saying(
    verbs=_VERBS,
    beside=_BESIDE,
    judging=_JUDGING,
    wishing=_WISHING,
    nouny=frozenset("note notes demande demandes annonce annonces critique critiques cri crie juge propose dit".split())
    - frozenset({"dit"}),
    participles=frozenset(stem + "ant" for stem in _REGULAR.split()) | frozenset("disant écrivant répondant".split()),
    be=frozenset("est sont était étaient été être fut furent".split()),
    auxiliaries=frozenset("a ont avait avaient ai as avons avez aura auront aurait auraient est sont était".split()),
    articles=frozenset("un une des ses son sa leur leurs".split()),
    inverting=frozenset("a ont avait avaient ai as avons avez aura auront aurait auraient est sont était".split()),
    adverbs=frozenset(
        """aussi également encore déjà ensuite puis ainsi ne pas n' n’ jamais toujours hier lundi mardi mercredi jeudi
        vendredi samedi dimanche alors même bien notamment s' s’ se l' l’""".split()
    ),
    that=frozenset({"que", "qu'", "qu’"}),
    as_=frozenset({"comme"}),
    by=frozenset({"par"}),
    conjunctions=frozenset({"et", "mais", "ou", "puis"}),
    relatives=frozenset({"qui", "que", "dont", "lequel", "laquelle"}),
    breaks=frozenset(
        """que qu' qu’ quand après avant comme parce si et mais ou ni donc or car qui dont où lorsque tandis alors
        pendant est sont était a ont avait selon""".split()
    ),
    parting=frozenset("mais tandis alors lorsque quand que car".split()),
    prepositions=frozenset(
        """de du des d' d’ à au aux en dans par pour sur avec chez contre vers sous sans entre devant depuis lors après
        avant""".split()
    ),
    genitive=frozenset("de du des d' d’ à au aux pour".split()),
    definite=frozenset({"le", "la", "les", "l'", "l’", "ce", "cet", "cette", "ces"}),
    indefinite=frozenset("un une des deux trois plusieurs certains certaines autres".split()),
    possessives={},
    pronouns={"il": "m", "elle": "f", "ils": "p", "elles": "p"},
    proclitics=tuple(f"{word}{mark}" for word in "lorsqu jusqu puisqu qu l d s n c j m t".split() for mark in "'’"),
    enclitics=("-t-elles", "-t-ils", "-t-elle", "-t-il", "-elles", "-ils", "-elle", "-il"),
    according=(("selon",), ("d'après",), ("d’après",)),
    speech_nouns=frozenset("communiqué lettre discours tweet message déclaration entretien tribune rapport".split()),
    hearing=frozenset({"à", "au", "aux", "avec"}),
    settings=frozenset("à au aux en dans par sur lors pendant".split()),
    occasions=frozenset(
        """communiqué lettre discours tweet message déclaration entretien tribune interview conférence twitter
        télévision radio""".split()
    ),
    people_nouns=frozenset(
        """président présidente ministre porte-parole responsable responsables maire député députée sénateur sénatrice
        avocat avocate directeur directrice chef source sources expert experts témoin témoins procureur procureure
        préfet préfète premier première secrétaire général générale policier policiers journaliste auteur professeur
        chercheur chercheuse médecin militant militante opposant diplomate diplomates officiel officiels conseiller
        conseillère élu élue patron patronne dirigeant dirigeants""".split()
    ),
    body_nouns=frozenset(
        """ministère gouvernement entreprise société groupe parti syndicat agence police armée préfecture mairie parquet
        tribunal cour commission conseil comité association organisation journal quotidien chaîne élysée
        banque""".split()
    ),
    documents=frozenset("communiqué lettre rapport texte document étude sondage tweet message".split()),
    generic_bodies=frozenset("entreprise société groupe agence organisation association quotidien journal".split()),
    spokes=frozenset("porte-parole source sources responsable responsables officiel officiels".split()),
    same_role=(frozenset({"président", "présidente"}), frozenset({"ministre", "premier", "première"})),
    gendered={"m": "m", "monsieur": "m", "mme": "f", "madame": "f", "présidente": "f", "directrice": "f"},
    days=frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche hier matin soir".split()),
    so_called=(("dit",), ("appelé",), ("appelée",), ("surnommé",), ("intitulé",), ("intitulée",), ("baptisé",)),
    outlets_by=frozenset("cité citée citant rapporte rapporté".split()),
)
