"""English: verbs by which a party takes a position. Data only; langs/shapes/stances.py says what each field means."""

from newsloom.langs.en.demonyms import DEMONYMS
from newsloom.langs.shapes.stances import Stances

VERBS = {
    "wants": """wants|want|wanted|seeks|is seeking|are seeking|sought to|hopes to|hoped to|would like to|
        has been seeking|is pushing for|are pushing for|is pressing for|is eager to|are eager to|seek|are seeking|
        has sought|have sought|is hoping to|are hoping to|pushed for|wishes to|has pushed for|have pushed for""",
    "demands": """demands|demand|demanded|calls for|called for|calls on|called on|insists on|insisted on|urges|urged|
        urge|called upon|calls upon|is calling for|are calling for|is calling on|are calling on|is urging|
        are urging|is demanding|are demanding|has called for|have called for|implored|pressed for|is asking for|
        are asking for|asked for|has asked for|
        have asked for|are demanding|has demanded|have demanded|has urged|have urged|requested|has requested""",
    "offers": """offers to|offered to|offers|offered|proposes|proposed|propose|is willing to|are willing to|
        was willing to|is ready to|are ready to|is open to|are open to|is prepared to|are prepared to""",
    "refuses": """refuses|refused|refuse|rejects|rejected|reject|declined to|declines to|rules out|ruled out|
        is refusing to|are refusing to|balked at|turned down|won't agree to|will not agree to|would not agree to|
        won't accept|will not accept|would not accept|won't give up|will not give up|would not give up|has rejected|
        have rejected|has refused|have refused|has no plans to|have no plans to|had no plans to|has no intention of|
        have no intention of|has no interest in|have no interest in|had no interest in|ruled out any""",
    "supports": """supports|supported|support|backs|backed|endorses|endorsed|endorse|voted for|supports the|
        is in favor of|are in favor of|came out in favor of|favors|favored|favours|favoured|approves of|
        defended|defends|advocates|advocated for|advocates for|applauded|hailed|will vote for|would vote for|
        came out in support of|is supportive of|are supportive of""",
    "opposes": """opposes|opposed|oppose|is opposed to|are opposed to|was opposed to|objects to|objected to|
        voted against|disagrees with|disagreed with|came out against|disapproves of|will vote against|
        would vote against|        won't support|will not support|would not support|
        voted no on|has opposed|have opposed|argued against""",
    "condemns": """condemned|condemns|condemn|denounced|denounces|denounce|decried|decries|deplored|criticized|
        criticizes|criticised|criticises|blasted|slammed""",
    "accuses": "accused|accuses|accuse|is accusing|are accusing|blamed|blames",
    "warns": "warned|warns|warn|cautioned|cautions|is warning|are warning",
    "threatens": "threatened|threatens|threaten|is threatening|are threatening",
    "concedes": """conceded|concedes|concede|acknowledged|acknowledges|acknowledge|admitted|admits|admit|confessed|
        apologized for|apologised for""",
    "promises": """promised|promises|promise|vowed|vows|vow|pledged|pledges|pledge|is vowing|are vowing|swore to|
        has committed to|is committed to|are committed to|committed to""",
    "denies": """denied|denies|deny|has denied|have denied|disputed|disputes|is denying|are denying|refuted|refutes""",
}

OWN = {
    "wants": "want|would like|hope to",
    "demands": "demand|call on|call for|urge|insist on|are calling for|am calling for|are asking for|am asking for",
    "refuses": "refuse|reject|will never|won't accept|will not accept|won't agree|will not agree|cannot accept",
    "supports": "support|fully support|favor|back|endorse|am in favor of|are in favor of",
    "opposes": "oppose|object to|disagree with|am opposed to|are opposed to",
    "offers": "offer|propose|am ready to|are ready to|am willing to|are willing to|am open to|are open to",
    "condemns": "condemn|denounce",
    "promises": "promise|pledge|vow",
    "denies": "deny",
    "concedes": "admit|concede|apologize for|apologise for",
}
NOUNS = {
    "demands": "demand for|demands for|demand that|demands that|call for|calls for|insistence on|insistence that",
    "wants": "desire for|desire to|request for|wish to",
    "opposes": "opposition to|objection to|objections to",
    "supports": "support for|endorsement of|backing for",
    "refuses": "refusal to|rejection of",
    "offers": "offer to|proposal to|proposal for|willingness to|offer of",
    "threatens": "threat to|threats to|threat of",
    "promises": "promise to|pledge to|vow to|commitment to|promises to",
    "warns": "warning that|warnings that",
    "denies": "denial that|denials that|denial of",
    "condemns": "condemnation of",
}


def _by_phrase(phrases: dict[str, str]) -> dict[str, str]:
    return {" ".join(phrase.split()): stance for stance, held in phrases.items() for phrase in held.split("|")}


DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())

STANCES = Stances(
    cues=_by_phrase(VERBS),
    first=frozenset({"i", "we"}),
    own=_by_phrase(OWN),
    oughts=frozenset({"must", "should", "ought to"}),
    idle=frozenset(
        """
        say admit confess have know note remember add also understand see recognize likely not probably always never
        mean come seem look feel expect get surprise live
        """.split()
    ),
    done=frozenset(
        """
        held made given told put kept taken done free subject left heard brought cut shut built sent paid set part
        prepared ready willing banned
        """.split()
    ),
    undone=frozenset("concerned pleased excited ashamed embarrassed worried noted interested relieved scared".split()),
    strict=frozenset({"must"}),
    doubting_norms=frozenset("if whether what how who when where why which think it that this you there these".split()),
    greeting=frozenset(
        """
        tell say thank congratulate point start begin add make ask talk know think believe be emphasize emphasise
        stress reiterate assure remind ensure apologize apologise
        """.split()
    ),
    nouns=_by_phrase(NOUNS),
    asking=frozenset({"whether", "if"}),
    voicing=frozenset("announced voiced expressed declared reiterated reaffirmed stated signaled signalled".split()),
    own_words=frozenset("its his her their".split()),
    telling=frozenset(
        """
        said says say emphasized emphasised stressed insisted insists added reiterated repeated announced declared
        stated told maintains maintained signaled signalled indicated suggested argued argues reported made
        """.split()
    ),
    pronouns=frozenset("it he she they".split()),
    nouny=frozenset(
        """
        want demand demands offers offer promise promises support supports backs vow vows pledge pledges refuse
        reject favors favours urge urges threaten disputes dispute advocates propose opposed backed supported
        pledged promised proposed wanted condemn oppose deny concede
        """.split()
    ),
    plural=frozenset(
        """
        want demand urge propose refuse reject support endorse oppose condemn denounce accuse warn threaten concede
        acknowledge admit promise vow pledge deny
        """.split()
    ),
    objects=frozenset(
        """
        the a an to that his her its their this these those any all each every no more such our my both what u.s. us
        american it him them changing ending making having allowing raising cutting
        """.split()
    ),
    empty={
        "accused": frozenset({"of"}),
        "blamed": frozenset({"for"}),
        **dict.fromkeys(("insisted on", "insists on", "called on", "calls on"), DAYS),  # "insisted on Monday that"
        "*": frozenset({"by", "in by", "and"}),
        "declined to": frozenset(
            "comment say answer respond give be discuss elaborate provide confirm speak specify "
            "identify disclose offer name talk release address describe immediately make".split()
        ),
        "declines to": frozenset("comment say answer respond give be discuss".split()),
        "refused": frozenset({"to comment", "comment", "to answer", "to say", "to be", "to identify", "to discuss"}),
        "refuses": frozenset({"to comment", "comment", "to answer", "to say"}),
        "offered": frozenset(
            """
            condolences no few little his her their prayers thoughts some an a more up mixed contradictory conflicting
            different new fresh details praise advice support high hope words comments a
            """.split()
        ),
        "asked for": frozenset("comment his her a comments".split()),
        "requested": frozenset("comment anonymity by".split()),
        **dict.fromkeys(
            ("has refused", "have refused", "is refusing to"), frozenset({"to comment", "comment", "to say"})
        ),
        "offers": frozenset("condolences no few little a an some more his her its the".split()),
        "wants": frozenset({"to be clear", "to know"}),
        "want": frozenset({"to be clear", "to know"}),
        "backed": frozenset("away off out down into up".split()),
        "backs": frozenset("away off out down into up".split()),
        "committed to": frozenset("a hospital hospital prison jail the".split()),
        "admitted": frozenset({"to the hospital", "to a hospital", "to hospital"}),
        "supported": frozenset("by".split()),
        "is committed to": frozenset({"a hospital"}),
        "denied": frozenset({"bail", "entry", "access"}),
        "denies": frozenset({"bail", "entry", "access"}),
        "warned": frozenset(),
        "hailed": frozenset({"from"}),
        "blasted": frozenset("off out through".split()),
        "slammed": frozenset("into on shut the door".split()),
        **dict.fromkeys(("defended", "defends"), frozenset("his title her title its house its majority".split())),
        **dict.fromkeys(("demanded", "demands"), frozenset({"to know"})),
        "wanted": frozenset({"by", "for", "to know"}),
        "sought to": frozenset({"make clear", "reassure", "convey", "play down", "downplay", "portray"}),
    },
    between=frozenset(
        """
        has have had also then later again once still now reportedly recently first already soon once further
        previously itself himself herself themselves both all long just even instead would-be january february
        march april june july august september october november december monday tuesday wednesday thursday
        friday saturday sunday today yesterday
        """.split()
    ),
    adverb_ending="ly",
    negations=frozenset("not never n't no neither nor hardly barely don't doesn't didn't hasn't haven't".split()),
    modals=frozenset("would could might may should can must will shall cannot can't won't wouldn't".split()),
    passive=frozenset("is are was were be been being gets got".split()),
    governed=frozenset(
        """
        of for from by with against to in at on about between among behind near into over under than as like
        toward towards without de and or & neither nor no not
        """.split()
    ),
    doubting=frozenset(
        "if whether unless when why how what whom where did does do would could should will can was were had".split()
    ),
    that=frozenset({"that"}),
    relative=frozenset({"who", "which"}),
    heads=frozenset(
        "administration government campaign regime military army ministry team officials official leaders state".split()
    ),
    demonyms=DEMONYMS,
    leading=frozenset("the that and but while as with senior top".split()),
    denials=frozenset(
        """
        denied denies deny denying denial denials disputed disputes dispute disputing refuted refutes refute
        rejected rejects reject dismissed dismisses dismissing rejecting untrue false baseless unfounded
        """.split()
    ),
    charges=frozenset(
        """
        accused accuses accuse accusing accusation accusations alleged alleges allege alleging allegation
        allegations charges claims claim claimed claiming suspicion suspicions blamed blames report reports
        evidence whether
        """.split()
    ),
    pointers=frozenset("those these this that such the all any both his her their its".split()),
    denied=frozenset(
        """
        report reports claim claims accusation accusations allegation allegations charge charges account accounts story
        suggestion suggestions assertion assertions characterization rumor rumors rumour rumours
        """.split()
    ),
    charged=frozenset(
        {"accused of", "is accused", "was accused", "allegedly", "alleged", "suspected of", "blamed for"}
    ),
    granted=frozenset(
        """
        request requests motion motions petition petitions appeal appeals bail entry access visa visas permit
        permits bid application applications stay injunction license rights service coverage benefits treatment
        asylum
        """.split()
    ),
)
