"""English: how happenings stand. Data only; langs/shapes/statuses.py says what each field means."""

# ruff: noqa: E501  (a rule reads best on one line)
from newsloom.langs.shapes.statuses import Statuses
from newsloom.records import Status

CANCEL = (
    r"(?:cancel(?:l?ed|s|ling|ing)?(?! (?:each other|out)\b)|call(?:ed|s|ing)? (?:\w+ ){0,3}off|scrap(?:ped|s|ping)?|scuttl(?:e[ds]?|ing)"
    r"|(?:pull|back)(?:ed|s|ing)? out of|withdr(?:aw|ew|awn|aws|awing) from)"
)
POSTPONE = (
    r"(?:postpon(?:e[ds]?|ing|ement)|delay(?:ed|s|ing)?|put(?:s|ting)? off|push(?:ed|es|ing)? back|resched(?:uled?|uling)"
    r"|suspend(?:ed|s|ing)?|deferr?(?:ed|s|ing)?|shelv(?:e[ds]?|ing))"
)
HOLD = (
    r"(?:meet|attend|visit|travel|vote|testify|hold|host|sign|launch|announce|return|decide|appear|speak|begin|open|start|"
    r"go|take place|be held|resign|introduce|send|fly|arrive|face|release|deliver|impose|withdraw|join|leave|seek|strike|"
    r"run|file|consider|discuss|address|receive|publish|present|be sworn in|be voted on)"
)

MAY = r"(?:could|(?<!\d )may(?! ?[\d,])|might)"
ON = r"(?:happen|take place|go ahead|go forward|proceed|be held|be (?:put )?back on|be (?:revived|reinstated|salvaged|rescheduled|saved))"
REVIVE = r"(?:reinstat|reviv|resurrect|salvag|reschedul|restor)"

CUES: tuple[tuple[str, Status], ...] = (
    (r"(?:was|were) to have (?:been|\w+ed|met|held|taken|begun|flown|gone|left|seen|spoken)\b", "cancelled"),
    (r"(?:could|(?<!\d )may(?! ?[\d,])|might|would|threat(?:s|en(?:s|ed|ing)?)? (?:to|of)) (?:still )?(?:be )?" + CANCEL, "threatened"),
    (r"(?:could|(?<!\d )may(?! ?[\d,])|might) (?:still )?(?:be )?" + POSTPONE + r"|(?:could|(?<!\d )may(?! ?[\d,])|might) (?:skip|stay away|walk away)", "doubted"),
    (MAY + r" (?:(?:still|yet|even|also) )*be (?:put )?(?:back on|revived|reinstated|salvaged|rescheduled|saved)|" + MAY + r" (?:still|yet) " + ON
     + r"|(?:about|of|on) (?:possibly )?(?:" + REVIVE + r"ing|putting (?:\w+ ){1,3}back on)|still (?:be )?(?:possible|(?:a |some )?chance|on the table)|"
     r"hopes? (?:alive|of " + REVIVE + r"ing)|(?:hop(?:es|ed|ing)|scrambl(?:es|ed|ing)|tr(?:y|ies|ied|ying)|"
     r"work(?:s|ed|ing)|efforts?|seek(?:s|ing)|sought|bid|push(?:ed|ing)?) to (?:salvage|revive|rescue|save|reinstate|reschedule|resurrect|(?:get|put|bring) (?:\w+ ){1,4}back on)|"
     r"to (?:get|put|bring) (?:\w+ ){1,4}back on(?: track)?", "possible"),
    (r"(?:back on(?: track)?\b(?! (?:the|a|his|her|its|their|my|your|our)\b)|(?:reinstate|revive|resurrect)[ds]\b|after all\b|tentatively agreed|"
     r"will now (?:go ahead|take place|proceed|be held|happen|meet|attend)|(?:has|have) restored (?:it|the)\b)", "back on"),
    (r"(?:may|might|could|can) not (?:take place|happen|go ahead|meet|attend|be held|work out)", "doubted"),
    (r"(?:in (?:doubt|question|jeopardy|limbo|peril)|uncertain|unclear (?:whether|if)|cast(?:s|ing)? doubt|skeptical|sceptical|"
     r"second thoughts|open question|no evidence|questioned whether|doubts? (?:that|whether|about)|reconsider(?:s|ed|ing)?|withdraw (?:his|her|their) support|"
     r"found no (?:ties|evidence|link)|no smoking gun)", "doubted"),
    (r"(?<!\bto )\b" + CANCEL + r"\b|(?:decision|decided|decides|agreed|chose|led \w+) to " + CANCEL + r"|will not (?:attend|go|meet|take part|"
     r"participate|be held|take place)|(?:will|would) not (?:be held|take place|go ahead|proceed)|won[’']t (?:attend|go|meet|take part)|no longer (?:plans?|going|attending)|drop(?:ped|s) plans", "cancelled"),
    (r"(?<!\bto )\b" + POSTPONE + r"\b|(?:decision|decided|decides|agreed|chose|voted|has) to " + POSTPONE, "postponed"),
    (r"threaten(?:s|ed|ing)?\b|warn(?:s|ed|ing)? of|ultimatum|vow(?:s|ed|ing)? (?:to )?(?:retaliat|respon|punish)\w*|"
     r"severe punishment|will be consequences", "threatened"),
    (r"den(?:y|ies|ied|ying)\b|denials?\b|reject(?:s|ed|ing)?\b|refut(?:e[ds]?|ing)|dismiss(?:es|ed|ing)? (?:the )?(?:claim|report|allegation|accusation)\w*|"
     r"(?:completely|totally|categorically) (?:false|untrue)|rul(?:ed|es|ing) out", "denied"),
    (r"under ?way|ongoing|beg(?:an|ins|un)\b(?! (?:\w+ ){1,9}by\b)|is (?:being|now) \w+(?:ing|ed)|are (?:being|now) \w+ed|continu(?:es|ed|ing)\b|in progress|"
     r"has (?:opened|launched|started)|kick(?:ed|s) off", "under way"),
    (r"\b(?:will(?! (?:want|need|know|think|feel|benefit|remember)\b)|shall|would " + HOLD + r"|plans? to|planned to|plans (?:an?|another)|plan(?:s|ned)? for|is set to|are set to|was set to|set for|(?:is|are|was|were) (?:re)?scheduled|scheduled (?:for|to|a)|"
     r"is due to|are due to|expected (?:to|on|this|next|as|\\w+day)|to be held|slated|agreed to (?:a |" + HOLD + r")|announced (?:that )?(?:he|she|it|they|plans)|is going to|are going to|"
     r"poised to|intends? to|upcoming|planned|preparing to)\b", "planned"),
    (r"\b(?:to " + CANCEL + r"|(?<!\d )may(?! ?[\d,])|might|could|possibl[ey]|likely|potential(?:ly)?|consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|open to|willing to|hopes? to|hoping to|"
     r"ready to|called? (?:for|on)|ask(?:s|ed|ing) (?:for|to)|urg(?:e[ds]?|ing)|want(?:s|ed)? to|believe[sd]?|suggest(?:s|ed|ing)?|"
     r"suspect(?:s|ed)?)\b", "possible"),
)  # fmt: skip

HAPPENINGS = """
    accident accord acquisition agreement airstrike ambush announcement appeal appointment approval arrest assassination
    assault attack auction ballot ban battle blast blaze bombing boycott briefing broadcast campaign ceasefire ceremony
    charge clash closure cloture collapse collision conference confirmation conviction coup crackdown crash
    crossfire cut deal death debate debut decision defeat demonstration departure deployment disappearance disaster
    dismissal drill drought earthquake election embargo eruption evacuation event exchange execution exercise expansion
    explosion expulsion festival fight fine fire firing flight flood funeral game hearing hijacking hostage
    hurricane impeachment inauguration incident indictment injunction inquest inquiry interview invasion investigation
    kidnapping killing landing launch lawsuit layoff leak march massacre match meeting merger mission murder negotiation
    nomination offensive offer operation outage outbreak parade pardon poll probe procession protest purchase
    race raid rally ratification rebellion recall referendum release removal rescue resignation resolution review riot
    robbery ruling sale sanction search seizure sentencing session settlement shooting shutdown siege signing
    speech spill standoff storm strike suicide summit surgery surrender suspension swearing-in talk tariff
    test testimony tour tournament transfer treaty trial trip truce tsunami unveiling uprising verdict veto visit vote
    walkout war wildfire withdrawal
""".split()

SUDDEN = """
    accident airstrike ambush assassination assault attack battle blast blaze bombing clash collapse collision coup crash
    crossfire death disappearance disaster drought earthquake eruption explosion fire flood hijacking hostage hurricane
    kidnapping killing leak massacre murder outage outbreak raid rebellion riot robbery shooting spill standoff storm
    suicide tsunami uprising wildfire
""".split()

# Nouns of so many happenings that, alone, they rarely name the one that a story is about.
GENERIC = (
    "announcement briefing conference decision event interview meeting negotiation offer poll release session".split()
)
GENERIC += "speech talk trip visit operation mission exercise fight game match deal death war".split()

ALIKE = {
    "murder": "killing",
    "assassination": "killing",
    "death": "killing",
    "massacre": "shooting",
    "inquiry": "investigation",
    "probe": "investigation",
    "talk": "negotiation",
    "testimony": "hearing",
    "quake": "earthquake",
    "accord": "deal",
    "agreement": "deal",
    "nomination": "confirmation",
    "meeting": "summit",
    "walkout": "strike",
}

DEEDS = """
    accused admitted adopted agreed announced appeared appointed approved arrested arrived asked attacked attended banned
    became began blocked bombed called came canceled cancelled captured charged claimed closed collapsed condemned
    confirmed confronted convicted crashed declared decided defeated demanded denied detained died disappeared dismissed elected
    ended entered escaped exploded expelled fell filed fired flew fled found fought freed gave granted halted
    held hit identified imposed indicted injured introduced invaded issued joined killed landed launched left lost
    married met mocked moved named nominated offered opened ordered ousted passed penalized postponed praised proposed
    published questioned raided ratified read received recognized refused rejected released resigned responded resumed retired
    retaliated returned revealed ruled said sanctioned sent sentenced seized shot signed sold spoke stabbed started stepped stopped
    struck sued surrendered suspended swore sworn testified threatened told took toppled traveled travelled tweeted unveiled
    urged vetoed visited voted vowed walked warned withdrew won wounded wrote bought wired fatally drowned
""".split()

DONE = {
    "arrested": "arrest",
    "boycotted": "boycott",
    "collapsed": "collapse",
    "collided": "collision",
    "crashed": "crash",
    "disappeared": "disappearance",
    "erupted": "eruption",
    "exploded": "explosion",
    "impeached": "impeachment",
    "inaugurated": "inauguration",
    "indicted": "indictment",
    "invaded": "invasion",
    "marched": "march",
    "met": "meeting",
    "murdered": "murder",
    "ratified": "ratification",
    "resigned": "resignation",
    "sentenced": "sentencing",
    "surrendered": "surrender",
    "testified": "hearing",
    "vetoed": "veto",
    "visited": "visit",
    "voted": "vote",
}

STATUSES = Statuses(
    cues=CUES,
    happenings=frozenset(HAPPENINGS),
    deeds=frozenset(DEEDS),
    negations=frozenset("not no never n't without neither nor didn didn't hasn't haven't won't".split()),
    bystanders=frozenset(
        "analyst analysts expert experts observers observer critics critic professor commentator pundits poll polls"
        " survey surveys pollster pollsters respondents"
        " columnist opponents witnesses witness supporters".split()
    ),
    background=frozenset("had has have previously earlier since would will may could if".split()),
    behind=frozenset("had after since despite following previously earlier originally once ago when before".split()),
    acts={verb: verb for verb in "boycott march protest rally strike visit vote".split()}
    | {"meet": "meeting", "testify": "hearing"},
    done=DONE,
    holds=frozenset("held hosted staged".split()),
    took_place=frozenset({"took place", "went ahead", "was held", "were held"}),
    beside=frozenset("as while whether if amid because".split()),
    toward=frozenset({"to", "will", "would"}),
    tells=frozenset(
        "said says told tells announced announces confirmed declared tweeted reported insisted acknowledged admitted warned"
        " suggested indicated argued noted added conceded hinted vowed promised predicted believes believed hopes hoped"
        " expects thinks signaled signalled wrote explained maintained stressed regretted regrets lamented complained".split()
    ),
    conjunctions=frozenset({"and", "but"}),
    relatives=frozenset("which who whom whose where that".split()),
    attributes=frozenset({"planned", "upcoming"}),
    afterwards=frozenset({"after", "following"}),
    occurs=frozenset(
        "happen held occur place ahead proceed forward back revived reinstated reinstating reviving resurrecting salvaging"
        " rescheduling salvaged salvage revive putting possible chance alive table".split()
    ),
    sudden=frozenset(SUDDEN),
    generic=frozenset(GENERIC),
    alike=ALIKE,
    supposed=frozenset("possible suspected apparent feared presumed potential purported supposed".split()),
    undergone=r".*ed",
    refusals=frozenset(
        "reject rejects rejected rejecting refuse refuses refused refusing decline declines declined ruled".split()
    ),
    governed=r"\w+ing(?: \w+)*|to \w+(?: \w+)*|delay|postponement|cancellation",
    demands=frozenset({"should", "ought"}),
    ended=frozenset(
        "completed complete completes concluded conclude concludes finished finish finishes wrap wraps wrapped".split()
    ),
    unreal=frozenset("should ought will would could may might must can expected due until before if not n't".split()),
    planning=frozenset("deadline schedule scheduled planned plans planning expected expects date".split()),
    stemmer="english",
)
