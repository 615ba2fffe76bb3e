"""English: planned days and manners of death. Data only; langs/shapes/slots.py says what each field means."""

from newsloom.langs.shapes.slots import Slots

MANNERS = {
    "suicide": """
        shot himself|shot herself|killed himself|killed herself|took his own life|took her own life|committed suicide|
        hanged himself|hanged herself|died by suicide|turned the gun on himself|self-inflicted|shot and killed himself|
        shot and killed herself|fatally shot himself
        """,
    "police": """
        shot by police|shot by officers|shot dead by police|shot dead by officers|killed by police|killed by officers|
        shot and killed by police|shot and killed by officers|fatally shot by police|fatally shot by officers
        """,
    "strangling": "strangled|choked to death|suffocated|asphyxiated|smothered",
    "stabbing": "stabbed to death|fatally stabbed|knifed to death",
    "beheading": "beheaded|decapitated",
    "beating": "beaten to death|bludgeoned to death",
    "poisoning": "poisoned to death",
    "drowning": "drowned",
    "overdose": "overdosed and died",
}

CIRCUMSTANCES = {
    "fight": "in a fight|in a fistfight|during a fistfight|during a fight|after a fight|after a fistfight|in a brawl",
    "police": """
        in a shootout with police|in a shootout with officers|in a gun battle with police|in a gunfight with police|
        in a confrontation with police|during a confrontation
        """,
    "illness": "of natural causes|of a heart attack|of cancer|of pneumonia|of a stroke|from complications",
    "overdose": "of an overdose|of a drug overdose|from an overdose|of an accidental overdose",
    "crash": "in a crash|in a car crash|in a plane crash|in a helicopter crash|in a car accident",
    "poisoning": "of poisoning|by poison",
}

# Each state with the forms that news agencies use behind a name.
STATES = """
    Alabama Ala. AL|Alaska AK|Arizona Ariz. AZ|Arkansas Ark. AR|California Calif. CA|Colorado Colo. CO|
    Connecticut Conn. CT|Delaware Del. DE|Florida Fla. FL|Georgia Ga. GA|Hawaii HI|Idaho ID|Illinois Ill. IL|
    Indiana Ind. IN|Iowa IA|Kansas Kan. KS|Kentucky Ky. KY|Louisiana La. LA|Maine ME|Maryland Md. MD|
    Massachusetts Mass. MA|Michigan Mich. MI|Minnesota Minn. MN|Mississippi Miss. MS|Missouri Mo. MO|Montana Mont. MT|
    Nebraska Neb. NE|Nevada Nev. NV|New_Hampshire N.H. NH|New_Jersey N.J. NJ|New_Mexico N.M. NM|New_York N.Y. NY|
    North_Carolina N.C. NC|North_Dakota N.D. ND|Ohio OH|Oklahoma Okla. OK|Oregon Ore. OR|Pennsylvania Pa. PA|
    Rhode_Island R.I. RI|South_Carolina S.C. SC|South_Dakota S.D. SD|Tennessee Tenn. TN|Texas TX|Utah UT|Vermont Vt. VT|
    Virginia Va. VA|West_Virginia W.Va. WV|Wisconsin Wis. WI|Wyoming Wyo. WY
    """

SLOTS = Slots(
    planned=frozenset("scheduled rescheduled set slated planned due expected".split()),
    moved=frozenset(
        "postponed delayed moved pushed rescheduled postpone delay move push reschedule postponing delaying".split()
    ),
    until=frozenset("to until till for".split()),
    before_days=frozenset(
        """
        for on at by as early soon late next this until to begin start take place be held come happen open around
        tentatively now early a.m p.m am pm noon
        """.split()
    ),
    opening=frozenset(
        """
        is was are were be been has had have will would , that which now tentatively originally initially currently
        also still already previously then
        """.split()
    ),
    linking=frozenset("on of over about with for in to at by from between before against into".split()),
    plain=frozenset(
        """
        the a an this that its his her their next upcoming planned scheduled key critical much-anticipated crucial
        public new and or with not as ahead any potential possible
        """.split()
    ),
    verbs={
        "testify": "hearing",
        "vote": "vote",
        "rule": "ruling",
        "strike": "strike",
        "debate": "debate",
        "resign": "resignation",
        "sentenced": "sentencing",
        "arraigned": "arraignment",
        "executed": "execution",
        "launch": "launch",
    },
    toward=frozenset("to will would".split()),
    off=frozenset(
        {"canceled", "cancelled", "called off", "calls off", "scrapped", "scuttled", "cancels", "has pulled out of"}
        | {"will not take place", "will not be held", "won't take place", "will not go ahead", "is off"}
    ),
    on=frozenset(
        {"back on", "back on track", "still on", "will go ahead", "going ahead", "will still take place", "go ahead as"}
        | {"will take place as planned", "will take place as scheduled", "will proceed as planned", "still going ahead"}
        | {"will be held as planned", "will be held as scheduled", "not been canceled", "not been cancelled"}
    ),
    undecided=frozenset(
        """
        threatened threatens threatening threat threats possibly perhaps likely may should should've decide decision
        considering considered consider hopes hoped hope wants wanted urged call calls calling demand demands almost
        had unless until after before plans efforts effort get bring trying hoping
        """.split()
    ),
    plan_topic="Whether the {what} goes ahead",
    day_topic="Day of the {what}",
    manners={" ".join(phrase.split()): manner for manner, phrases in MANNERS.items() for phrase in phrases.split("|")},
    circumstances={
        " ".join(phrase.split()): manner for manner, phrases in CIRCUMSTANCES.items() for phrase in phrases.split("|")
    },
    deaths=frozenset("killed died dies dead death slain perished".split()),
    wider={"fight": frozenset({"beating", "stabbing"}), "beheading": frozenset({"stabbing"})},
    victims={
        **dict.fromkeys("gunman shooter attacker assailant".split(), "the attacker"),
        "suspect": "the suspect",
        "bomber": "the bomber",
    },
    unreal=frozenset(
        """
        not never n't if would could might may whether tried attempted threatened before who unless almost nearly
        """.split()
    ),
    death_topic="How {who} died",
    contradicts=frozenset(
        {"contradicted", "contradicts", "contradict", "ran counter to", "runs counter to", "run counter to"}
        | {"at odds with", "conflicted with", "conflicts with", "conflict with"}
    ),
    remarks=frozenset(
        "comment comments remark remarks statement statements account accounts claim claims version assertion"
        " assertions report testimony tweet tweets denial explanation story words".split()
    ),
    disputes=frozenset(
        {"disagreed with", "disagrees with", "disputed", "disputes", "challenged", "rebutted", "rejected", "rejects"}
        | {"took issue with", "contradicted", "contradicts", "refuted", "refutes"}
    ),
    claims=frozenset(
        "assertion assertions claim claims account conclusion assessment statement version characterization"
        " description allegation allegations accusation accusations contention".split()
    ),
    contradicted_topic="Contradicted: {who}",
    states={
        form.replace("_", " "): state.split()[0].replace("_", " ")
        for state in STATES.split("|")
        for form in state.split()
    },
    party_letters=frozenset("RDI"),
    seat_topic="State of {who}",
)
