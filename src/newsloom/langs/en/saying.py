"""English verbs and phrases of saying."""

import re

from newsloom.langs.shapes.saying import Saying

VOWELS = "aeiou"
DOUBLED = re.compile(r"(?:qu|[^aeiou])*[aeiou][^aeiouwxy]")  # one syllable, one vowel, one consonant: "slam"


def _forms(verb: str) -> tuple[str, str, str, str]:
    """The forms of a regular verb: "argue" -> argue, argues, argued, arguing; "slam" -> slammed, slamming."""
    if DOUBLED.fullmatch(verb):
        return verb, verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing"
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    return verb, verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s"), verb + "ed", verb + "ing"


def _all(regular: str, irregular: str = "") -> frozenset[str]:
    return frozenset(irregular.split()) | frozenset(form for verb in regular.split() for form in _forms(verb))


_SAYING = (
    """acknowledge add address admonish advise affirm agree allege announce answer argue ask assert assure assess
    boast caution charge chide chime claim clarify comment complain concede conclude confess confide confirm
    contend continue counter cry declare decry demand deny detail disclose dispute emphasize emphasise estimate exclaim
    explain express fume gripe hint hope imply indicate inform insinuate insist instruct interject joke lament maintain
    mention muse mutter note observe opine plead pledge point post posit predict proclaim promise propose question
    quip reaffirm reason reassure recall recommend recount reiterate rejoin relate remark remind repeat reply report
    request respond retort reveal rule scoff shout signal speculate state stress suggest summarize summarise sum
    surmise testify theorize threaten tout tweet retweet underscore urge urge volunteer vow warn whisper wonder yell
    marvel enthuse elaborate expound rant rail blog email text scream continue press chime pipe laugh smile
    sigh grin shrug nod start open conclude implore exhort proclaim underline outline highlight concur recite preach
    pronounce venture attest stipulate discuss document""",
    "say says said saying tell tells told telling write writes wrote written writing read reads reading "
    "speak speaks spoke spoken speaking swear swears swore sworn swearing "
    "put puts putting go goes went quoted quotes quoting admit admits admitted admitting begin begins began "
    "sing sings sang chant chants chanted chanting submit submits submitted submitting refer refers referred "
    "foresee foresaw rebut rebutted rebuts "
    "shoot shoots shot shooting fire fires fired firing hit hits strike strikes struck",
)
_JUDGING = (
    """accuse applaud assail attack attribute back bash berate blame blast bless call cast celebrate challenge cite
    characterize characterise claim commend compare condemn congratulate criticize criticise declare decry defend
    demand denounce deride describe dismiss disparage dub echo embrace encourage endorse envision equate fault frame
    hail honor impugn invoke label lambaste lament liken mock name oppose order paint pan portray praise present
    promise promote raise rank rate regard reject reference rip savage scold slam stress support thank tout
    trash treat urge view voice warn welcome wish credit dispute charge allege downplay invoke justify ridicule vilify
    champion laud lambast rebuke renounce repudiate confront chastise refute question belittle admonish""",
    "tear tears tore cast casts offer offers offered offering draw draws drew deem deems deemed "
    "decried refer refers referred referring deal deals dealt",
)
_WISHING = (
    """plan want expect hope intend aim seek refuse decline decide consider favor favour prefer fear worry doubt
    desire vow pledge promise offer threaten agree propose support oppose advocate call suspect learn discover
    determine demand attempt anticipate assume await reckon need push recognize recognise realize realise regret""",
    "feel feels felt know knows knew find finds found believe believes believed believing hold holds held "
    "show shows showed shown showing think thinks thought thinking see sees saw "
    "seek sought seeks seeking understand understood understands forget forgot meant means "
    "plans planned planning learnt",
)

ENGLISH_SAYING = Saying(
    verbs=_all(*_SAYING),
    telling=frozenset(
        """tell tells told telling ask asks asked asking inform informed informs assure assured assures remind reminded
        reminds warn warned warns advise advised urge urged urges instruct instructed reassure reassured admonish
        admonished""".split()
    ),
    judging=_all(*_JUDGING),
    wishing=_all(*_WISHING),
    nouny=frozenset(
        """claim claims report reports comment comments state states note notes charge charges question questions
        answer answers demand demands request requests point points post posts tweet tweets promise promises estimate
        estimates remark remarks rule rules signal signals sum sums reason reasons address addresses detail details
        mention mentions email emails text texts blog blogs complaint hope hopes reply replies stress relate relates
        finding findings find show shows showing put puts read go goes hold holds held reading found known
        wonder wonders cry cries propose fear fears plan plans want wants need needs doubt doubts like support
        attack attacks call calls challenge challenges press name names order orders back cast offer offers rank rate
        rates rates use uses view views voice thank thanks wish wishes treat aim aims love worry threats desire
        answer broadcast pan frame paint present draw deal deals honor charge credit blame praise rip attempt attempts
        document documents outline outlines highlight highlights champion champions rebuke
        written shown spoken writing speaking thought feelings teaching recommended proposed left pledge pledges vow
        vows felt lead advocate advocates echo echoes""".split()
    ),
    participles=frozenset(
        form for verb in (*_SAYING[0].split(), *_JUDGING[0].split(), *_WISHING[0].split()) for form in _forms(verb)[3:]
    )
    | frozenset(
        "saying telling writing reading speaking swearing thinking believing referring quoting putting".split()
    ),
    from_=frozenset({"from"}),
    report="report",
    be=frozenset("is are was were be been being 's ’s get gets got".split()),
    auxiliaries=frozenset(
        """has have had having is are was were be been being do does did will would can could may might must shall
        should 'd 'll 've 's to ’d ’ll ’ve ’s""".split()
    ),
    adverbs=frozenset(
        """also then later previously again once often now reportedly recently first earlier still even simply just
        never not n't only always already soon further then-  ever instead thus therefore however meanwhile yesterday
        today both all further rather sometimes seemingly long himself herself itself themselves repeatedly publicly
        quickly flatly famously immediately consistently monday tuesday wednesday thursday friday saturday sunday
        went on go came out continued appeared appears seemed seems""".split()
    ),
    genitive=frozenset({"of", "for", "from", "at", "with"}),
    parting=frozenset(
        """but while after when because although though whereas before that as where who if since until""".split()
    ),
    temporal=frozenset("when after while before since".split()),
    modals=frozenset("will would could should can may might must shall 'll ’ll to".split()),
    shares=frozenset("percent % half majority most many".split()),
    articles=frozenset({"the", "a", "an", "his", "their", "its"}),
    topical=frozenset("about against for of over with".split()),
    settings=frozenset("in on at during via through by".split()),
    hearing=frozenset({"to", "with"}),
    absolute=frozenset({"with"}),
    going_on=frozenset("continue continues continued continuing on began begin begins started proceeded used".split()),
    beside=frozenset(
        """continue continues continued begin begins began go goes went start starts started press presses pressed
        chime chimes chimed pipe pipes piped laugh laughs laughed smile smiles smiled sigh sighs sighed grin grins
        grinned shrug shrugs shrugged nod nods nodded open opens opened shoot shoots shot fire fires fired hit hits
        strike strikes struck read reads sing sings sang post posts posted submit submits submitted put puts point
        points pointed sum sums joke jokes joked rule rules ruled address addresses addressed
        signal signals signaled signalled post posits counter counters countered relate relates related""".split()
    ),
    weak=_all(
        "order offer raise present promise promote name back support thank treat press rank rate stress embrace "
        "encourage face paint pan honor view regard welcome defend",
        "offers offered offering draw draws drew deal deals dealt",
    ),
    sensing=_all(
        "raise need push name paint pan order learn consider",
        "see sees saw seen seeing feel feels felt know knows knew hold holds held holding mean means meant draw draws "
        "drew deal deals dealt think thinks",
    ),
    issuing=_all(
        "file issue release publish post pen author sign deliver introduce circulate", "wrote sent submitted put"
    ),
    documents=frozenset(
        """statement letter memo report study survey poll article lawsuit complaint resolution document documents tweet
        ruling filing order post email e-mail ad advertisement affidavit indictment transcript editorial sign
        signs banner headline caption essay column book op-ed invitation communique declaration message note text
        speech video proposal articles letters statements reports emails messages notice brief dissent opinion
        law constitution act rule inquiry suit complaints lawsuits filings documents blueprint summary
        guide manual handbook brochure leaflet memoir communiqué
        inquiries investigation audit""".split()
    ),
    generic_bodies=frozenset(
        """company firm agency group organization organisation team network newspaper paper website outlet magazine
        channel bank airline automaker carrier manufacturer publication union association""".split()
    ),
    that=frozenset({"that"}),
    to=frozenset({"to"}),
    as_=frozenset({"as"}),
    by=frozenset({"by"}),
    conjunctions=frozenset({"and", "but", "or", "then", "&"}),
    relatives=frozenset({"who", "which", "that", "whose", "whom"}),
    breaks=frozenset(
        """that when after as because while where if although though since until before than so whether what how why
        and but or nor yet once unless whereas even like despite during amid following including is are was were has
        have had do does did will would can could may might must be been being
        then thus also according""".split()
    ),
    prepositions=frozenset(
        """of for from in at with to on by near against about into over under between among behind inside outside
        within without during through via upon across toward towards around representing""".split()
    ),
    definite=frozenset({"the", "this", "that", "these", "those"}),
    indefinite=frozenset(
        """a an one two three four five six seven eight nine ten another some several many most few other others both
        multiple various dozens hundreds critics""".split()
    ),
    possessives={"his": "m", "her": "f", "their": "p", "its": "o"},
    pronouns={"he": "m", "she": "f", "they": "p", "it": "o"},
    according=(
        ("according", "to"),
        ("in", "the", "words", "of"),
        ("per",),
        ("in", "the", "view", "of"),
    ),
    measuring=(("per",),),
    speech_nouns=frozenset(
        """statement statements letter letters tweet tweets speech speeches remark remarks comment comments interview
        testimony memo email emails e-mail message messages post posts address announcement op-ed column essay book
        report reports filing complaint lawsuit affidavit order ruling opinion dissent resolution articles article
        proposal claim claims allegation allegations accusation accusations assertion assertions argument arguments
        response reply answer words quote call calls warning warnings promise promises pledge vow denial declaration
        description criticism praise question questions story account video ad advertisement blog website platform
        plan memoir note notice press-release release transcript text texts suggestion rhetoric characterization
        apology demand demands view threat threats""".split()
    ),
    occasions=frozenset(
        """statement letter tweet tweets speech remarks interview testimony memo email e-mail message post address
        op-ed column essay book conference briefing hearing rally twitter facebook instagram affidavit filing lawsuit
        ruling dissent press-release release telephone phone call text texts blog website debate floor podcast
        broadcast meeting summit event forum video report complaint indictment autobiography memoir""".split()
    ),
    people_nouns=frozenset(
        """official officials spokesman spokeswoman spokesperson spokespeople source sources aide aides adviser advisers
        advisor advisors lawyer lawyers attorney attorneys diplomat diplomats officer officers lawmaker lawmakers
        senator senators congressman congresswoman representative representatives minister ministers president chairman
        chairwoman chair director secretary governor mayor judge justice prosecutor prosecutors investigator
        investigators police sheriff critic critics expert experts analyst analysts researcher researchers scientist
        scientists professor author authors leader leaders leadership republican republicans democrat democrats
        conservative conservatives liberal liberals supporter supporters opponent opponents witness witnesses resident
        residents neighbor neighbour neighbors neighbours victim victims survivor survivors family mother father son
        daughter brother sister wife husband friend friends colleague colleagues employee employees staffer staffers
        reporter reporters journalist journalists correspondent editor editors host anchor columnist writer writers
        man woman men women people person boy girl student students teacher teachers doctor doctors nurse physician
        soldier soldiers veteran general commander captain colonel admiral agent agents activist activists protester
        protesters demonstrator demonstrators organizer organizers candidate candidates nominee businessman billionaire
        executive executives ceo founder owner manager coach player actor actress singer director producer star
        economist economists historian historians pastor priest bishop pope king queen prince chief head chancellor
        premier ambassador envoy negotiator delegate delegates member members user users voter voters worker workers
        authorities others everyone somebody someone nobody no-one observers commentators pundits strategist
        strategists operative pollster pollsters insider insiders whistleblower defendant plaintiff plaintiffs suspect
        gunman coroner firefighter firefighters rescuer rescuers pilot driver passenger passengers tourist tourists
        customer customers consumer advocates advocate campaigner campaigners speaker narrator rep democrats
        politician politicians statesman councilman councilwoman commissioner superintendent principal dean fan fans
        partner parent parents couple lieutenant deputy detective clerk treasurer comptroller archbishop cleric imam
        rabbi rebel rebels militant militants fighter fighters merchant engineer planner former-president native
        reviewer reviewers ally allies correspondents consultant consultants specialist
        specialists scholar scholars academic academics lobbyist lobbyists investor investors trader traders banker
        contractor counselor psychologist psychiatrist sociologist biologist epidemiologist meteorologist
        geologist physicist criminologist farmer farmers architect developer translator commenter
        observer sergeant major successor predecessor counterpart""".split()
    ),
    spokes=frozenset(
        """spokesman spokeswoman spokesperson spokespeople source sources official officials aide aides others critics
        people experts police authorities supporters opponents republicans democrats""".split()
    ),
    body_nouns=frozenset(
        """ministry company firm agency department government administration campaign committee group organization
        organisation office court commission council association union party army military police bureau newspaper
        paper network channel station magazine outlet outlets website site publication institute university school
        team league club bank fund foundation coalition board panel embassy parliament palace service center centre
        industry corporation airline automaker carrier manufacturer media personalities press""".split()
    ),
    same_role=tuple(
        frozenset(words.split())
        for words in (
            "senator sen lawmaker legislator republican democrat gop congressional senate",
            "congressman congresswoman rep representative lawmaker legislator republican democrat gop",
            "president presidential commander-in-chief potus",
            "president president-elect",
            "nominee candidate businessman mogul magnate billionaire republican democrat contender frontrunner",
            "minister premier prime pm",
            "secretary minister",
            "spokesman spokeswoman spokesperson secretary",
            "lawyer attorney counsel",
            "chairman chairwoman chair chairperson",
            "judge justice jurist nominee",
            "governor gov",
            "general gen commander",
            "professor prof scientist researcher academic scholar",
            "doctor dr physician",
            "police officer sheriff chief detective sgt lt capt",
            "ceo executive chief boss founder",
            "leader speaker chairman premier president king dictator",
            "host anchor commentator broadcaster",
            "adviser advisor aide strategist",
            "pontiff pope",
            "director head chief",
            "reporter journalist correspondent",
            "author writer novelist",
        )
    ),
    gendered={
        "spokesman": "m",
        "spokeswoman": "f",
        "chairman": "m",
        "chairwoman": "f",
        "congressman": "m",
        "congresswoman": "f",
        "businessman": "m",
        "businesswoman": "f",
        "man": "m",
        "woman": "f",
        "mother": "f",
        "father": "m",
        "son": "m",
        "daughter": "f",
        "brother": "m",
        "sister": "f",
        "wife": "f",
        "husband": "m",
        "king": "m",
        "queen": "f",
        "prince": "m",
        "princess": "f",
        "actor": "m",
        "actress": "f",
        "pope": "m",
        "pontiff": "m",
        "boy": "m",
        "girl": "f",
        "mr": "m",
        "mrs": "f",
        "ms": "f",
        "miss": "f",
        "sir": "m",
        "lord": "m",
        "lady": "f",
        "councilman": "m",
        "councilwoman": "f",
    },
    days=frozenset(
        """monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow january february march
        april may june july august september october november december
        jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.
        jan feb apr aug sept sep oct nov dec on in at during late early last this week
        month year morning afternoon evening night earlier later""".split()
    ),
    so_called=(
        ("so-called",),
        ("so", "called"),
        ("known", "as"),
        ("dubbed",),
        ("nicknamed",),
        ("titled",),
        ("entitled",),
        ("called", "the"),
        ("considered", "the"),
        ("or",),
        ("one", "of", "the"),
        ("worked", "as"),
        ("work", "as", "the"),
        ("the", "word"),
        ("the", "words"),
        ("the", "term"),
        ("the", "phrase"),
        ("words", "like"),
        ("name",),
        ("headlined",),
        ("essay", "called"),
        ("hashtag",),
        ("locally", "as"),
    ),
    work_nouns=frozenset(
        """show shows film movie series song album book novel program programme podcast episode play musical documentary
        sitcom host correspondent interview magazine drama hit website blog site""".split()
    ),
    anonymity=frozenset("anonymity unnamed unidentified anonymous anonymously".split()),
    crowd=frozenset(
        """people person man men woman women boy girl user voter worker fan friend customer consumer student parent
        couple passenger tourist other everyone somebody someone nobody no-one media press personality outlet team
        member supporter critic opponent conservative liberal""".split()
    ),
    answering=_all("respond reply react", "speak speaks spoke spoken speaking"),
    phrasal=dict.fromkeys(_forms("point"), "out"),
    held=frozenset(
        """claim claims belief beliefs assertion assertions conclusion contention allegation allegations accusation
        accusations warning warnings pledge pledges promise promises vow vows threat threats decision decisions plan
        plans refusal request requests call calls demand demands desire hope hopes fear fears concern concerns
        determination recommendation proposal suggestion suggestions statement statements announcement acknowledgment
        acknowledgement admission view argument arguments insistence intention intentions offer finding findings
        prediction assurance assurances denial declaration opinion theory reluctance willingness wish bid effort
        efforts commitment""".split()
    ),
    seeming=frozenset("appeared appears appear seemed seems seem".split()),
    turns=frozenset(
        """but although though while whereas after before because as since when despite another adding saying""".split()
    ),
    outlets_by=frozenset("reported reports reporting published cited citing quoted quoting obtained".split()),
)
