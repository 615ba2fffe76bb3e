"""English: titles, roles, pronouns, nicknames."""

from __future__ import annotations

from newsloom.langs.en.shortened import PARTIES, REGIONS, SHORT_TITLES
from newsloom.langs.shapes.naming import Gender, Naming

MALE_TITLES = "mr sir lord king prince baron duke father brother imam sheikh sheik sultan emir ayatollah mullah"
FEMALE_TITLES = "mrs ms miss lady dame queen princess duchess baroness madam madame sister"
TITLES = """dr prof professor rev reverend hon president vice vice-president prime minister premier
    chancellor chairman
    chairwoman chairperson chair secretary secretary-general senator senators sen sens representative rep reps
    congressman congresswoman governor gov lieutenant lt general gen colonel col major maj captain capt commander cmdr
    sergeant sgt admiral adm marshal judge justice pope cardinal bishop archbishop rabbi leader director commissioner
    ambassador attorney mayor deputy officer detective det sheriff constable inspector superintendent coach speaker
    chief envoy councilman councilwoman councillor alderman spokesman spokeswoman emperor private pvt corporal cpl
    president-elect ex-president co-founder ceo cfo pm mp mep judges justices presidents senators governors
    pastor deacon saint crown supreme grand press foreign defense
    defence interior finance state treasury delegate lawmaker comrade fellow co-chairman co-chair gen-secretary brig
    brigadier ltc spc specialist pfc petty trooper agent counsel counselor special sec governor-general associate
    assemblyman assemblywoman undersecretary under-secretary solicitor"""

MALE_NOUNS = """spokesman chairman congressman businessman councilman assemblyman policeman fireman gunman
    cameraman actor
    king prince duke emperor father husband son brother uncle nephew grandfather grandson stepfather stepson boyfriend
    widower monk priest waiter host gentleman man boy dad half-brother fiance anchorman salesman fisherman"""
FEMALE_NOUNS = """spokeswoman chairwoman congresswoman businesswoman councilwoman assemblywoman policewoman
    actress queen
    princess duchess empress mother wife daughter sister aunt niece grandmother granddaughter stepmother girlfriend
    widow nun waitress hostess woman girl mom mum half-sister ex-wife fiancee anchorwoman heiress ballerina soprano"""
ROLE_NOUNS = f"""{MALE_NOUNS} {FEMALE_NOUNS} president vice-president minister premier chancellor secretary senator
    representative governor general colonel major captain commander sergeant lieutenant admiral marshal judge justice
    pope cardinal bishop archbishop rabbi imam cleric leader director commissioner ambassador attorney mayor deputy
    officer detective sheriff inspector superintendent coach speaker chief envoy spokesperson ceo cfo coo founder
    co-founder head chair chairperson adviser advisor aide counsel lawyer prosecutor lawmaker legislator politician
    diplomat negotiator official analyst expert economist strategist consultant professor lecturer scholar researcher
    scientist historian psychologist psychiatrist doctor physician surgeon nurse engineer architect teacher principal
    student journalist reporter correspondent columnist commentator editor publisher writer author novelist poet
    blogger critic activist campaigner organizer dissident critic advocate lobbyist donor philanthropist billionaire
    millionaire tycoon investor banker financier trader broker entrepreneur executive manager owner partner employee
    worker farmer driver pilot astronaut soldier veteran marine general rebel militant terrorist suspect shooter
    gunman attacker bomber hijacker killer murderer victim survivor witness neighbor neighbour resident friend
    colleague classmate roommate actor singer musician rapper guitarist drummer composer conductor director filmmaker
    producer comedian comic star celebrity model designer artist painter sculptor photographer dancer host anchor
    player quarterback pitcher striker goalkeeper midfielder defender captain athlete swimmer runner boxer golfer
    champion winner laureate candidate nominee contender challenger incumbent frontrunner front-runner rival opponent
    ally supporter protege mentor boss chairman treasurer auditor accountant clerk agent operative spy whistleblower
    hacker developer inventor programmer technician mechanic guard bodyguard chef cook heir successor predecessor
    monarch ruler dictator strongman warlord sultan emir emperor chieftain elder pastor minister preacher reverend
    trustee fellow member co-chair co-chairman co-author co-host co-owner vice-chairman undersecretary whip
    secretary-general president-elect governor-elect congressperson councillor mp mep parliamentarian delegate
    democrat republican independent conservative liberal socialist libertarian democrats-elect spokespersons
    representative-elect father-in-law mother-in-law son-in-law brother-in-law sister-in-law daughter-in-law cousin
    relative parent child baby teenager toddler native immigrant refugee migrant inmate prisoner detainee defendant
    plaintiff informant insider mastermind cofounder contributor pundit pollster demographer epidemiologist
    virologist meteorologist seismologist physicist chemist biologist astronomer mathematician sociologist
    anthropologist archaeologist linguist philosopher theologian environmentalist conservationist arbitrator mediator
    coordinator administrator supervisor superintendent commandant constable trooper paramedic firefighter
    coroner examiner pathologist investigator agent envoy consul attache liaison comptroller controller
    ombudsman regulator inspector watchdog magnate mogul accuser publicist retiree assailant arsonist jihadist
    extremist supremacist nationalist separatist insurgent fugitive convict felon offender murderer rapist smuggler
    trafficker robber burglar thief sniper bombmaker mastermind recruiter preacher missionary bishop deacon friar
    rabbi chaplain pediatrician paediatrician oncologist cardiologist neurologist pharmacist dentist midwife therapist
    counselor counsellor caretaker janitor cleaner carpenter plumber electrician welder miner fisherman rancher
    shopkeeper grocer baker butcher barista bartender waiter cashier receptionist secretary-treasurer bookkeeper
    underwriter appraiser economist statistician actuary librarian curator archivist lexicographer translator
    interpreter linguist essayist playwright screenwriter showrunner podcaster youtuber influencer vlogger illustrator
    cartoonist choreographer violinist cellist pianist bassist saxophonist songwriter vocalist frontman rapper dj
    announcer broadcaster newsreader presenter moderator panelist panellist skier skater cyclist gymnast wrestler
    sprinter rower sailor skipper jockey racer batsman bowler wicketkeeper winger forward linebacker cornerback
    receiver lineman shortstop catcher outfielder infielder referee umpire caddie trainer scout commandant brigadier
    corporal private airman seaman sailor paratrooper lookout militiaman guerrilla warlord fighter commodore captain
    consul chargé charge spokesperson parliamentarian backbencher assemblymember selectman sheriff-elect mayor-elect
    prime-minister magistrate jurist solicitor barrister paralegal notary bailiff warden jailer ranger dispatcher
    lifeguard rescuer volunteer organiser canvasser fundraiser booster benefactor heiress socialite royal nobleman
    aristocrat chieftain imam mullah ayatollah monk lama chairwoman chairperson secretary-designate
    protester demonstrator demonstrator striker unionist steward foreman boss landlord tenant homeowner shareholder
    stakeholder venture-capitalist industrialist oligarch restaurateur hotelier retailer exporter importer brewer
    vintner
    patient mother-to-be fiancé fiancée widow widower orphan classmate bystander onlooker passerby passenger
    commuter tourist pilgrim guest attendee concertgoer"""
WEAK_ROLES = """man woman boy girl child baby friend member native resident person colleague relative neighbor
    neighbour parent gentleman lady employee worker guest passenger patient teenager toddler player star partner
    fellow owner host supporter dad mom mum figure owner survivor victim witness critic opponent rival star boss
    favorite champion winner republican democrat conservative liberal independent"""
OFFICES_NOW = """leads heads runs chairs directs represents owns edits hosts serves works teaches covers commands
    oversees manages studies accuses plays coaches advises governs lives"""
OFFICES_PAST = """led headed ran chaired directed represented owned edited hosted served worked taught covered
    commanded oversaw managed accused played coached advised governed founded co-founded cofounded created"""
MODIFIERS = (
    """former ex acting interim deputy vice senior top chief national security foreign prime defense defence
    intelligence spy military police opposition party press campaign executive managing assistant associate special
    general deputy principal lead leading longtime long-time veteran retired late new newly appointed elected
    newly-appointed outgoing incoming current then then- first second third fourth lead international domestic economic
    trade finance financial interior justice health education energy environment agriculture transport labor labour
    communications media public political legal legislative judicial presidential congressional parliamentary
    senatorial gubernatorial mayoral municipal local regional federal state county city district assistant human rights
    civil climate science technology research medical nuclear weapons arms peace hostage chief high high-ranking
    ranking junior majority minority house senate white supreme crown founding honorary religious spiritual
    conservative liberal progressive moderate democratic republican independent right-wing left-wing far-right
    far-left populist nationalist communist socialist business investment hedge fund real estate property oil tech
    software film movie television tv radio news sports football basketball baseball soccer hockey tennis golf racing
    olympic pop rock rap hip-hop country jazz classical opera stage screen fashion super self-styled famed famous
    prominent well-known renowned respected influential outspoken controversial embattled disgraced ousted deposed
    exiled jailed imprisoned slain murdered missing accused convicted alleged suspected lone young old elder eldest
    younger youngest older oldest fellow personal private lead chief star team club league union labor church bank
    company group agency department bureau office staff budget policy strategy operating technology information
    marketing sales product design art music fiction investigative freelance white-house non-executive criminal
    defense trial constitutional law university college school history science medicine economics counterterrorism
    anti-corruption homeland domestic relief aid charity development refugee population wildlife border customs
    immigration traffic fire highway forensic homicide"""
    + " ex-wife ex-husband estranged half step twin"
)
NICKNAMES = """bill william will billy|mike michael mick|bob robert rob bobby|joe joseph joey|tom thomas tommy|
    jim james jimmy jamie|dick richard rick ricky rich|chuck charles charlie|ted edward theodore eddie ed ned|
    tony anthony|dan daniel danny|ben benjamin benny|ron ronald ronnie|don donald donnie|steve steven stephen|
    liz elizabeth beth betty eliza|kate katherine catherine kathy cathy katie kathleen|jeff jeffrey geoffrey|
    andy andrew drew|mitch mitchell|bernie bernard|nick nicholas nicolas|matt matthew|greg gregory|ken kenneth kenny|
    tim timothy|sam samuel sammy|dave david|pat patrick patricia|alex alexander alexandra alejandro|
    larry lawrence laurence|newt newton|jack john johnny jon|ray raymond|fred frederick freddie|jerry gerald jerome|
    terry terrence terence|phil philip phillip|pete peter|chris christopher christine christian|doug douglas|
    vince vincent|walt walter|hank henry harry|gene eugene|abe abraham|al albert alan allan allen alfred|art arthur|
    barb barbara|sue susan susie suzanne|peggy margaret maggie meg|jen jennifer jenny|becky rebecca|
    debbie deborah debra|
    judy judith|cindy cynthia|sandy sandra|nancy ann anne annie|vicky victoria|gabby gabrielle|ali alison|
    rudy rudolph|mel melvin|stan stanley|russ russell|brad bradley|jake jacob|josh joshua|zach zachary|
    nate nathan nathaniel|
    tad thaddeus|gus august augustus|lou louis louise lewis|max maxwell maximilian|leo leonard leonardo|
    len leonard lenny|
    manny manuel emmanuel|beto robert|mo mohammed mohamed|vlad vladimir|dmitry dmitri|sergei sergey|yuri yury|
    mohammed mohammad muhammad mohamed muhammed mohamad|ahmed ahmad|hussein hussain husayn|moammar muammar|
    yousef youssef yusuf josef|abdallah abdullah|omar umar|osama usama|hasan hassan|ibrahim ebrahim|
    sayed sayyid said"""
ORGANISATION_NOUNS = """party ministry department agency committee commission council court bank bureau
    corporation company
    group association union university college institute foundation army navy force forces police senate congress
    parliament assembly church league club team times post journal press news network television radio
    administration authority service office board federation alliance coalition front movement organization
    organisation society center centre hospital school brigade brigades guard corps airlines airways motors
    industries systems technologies holdings inc corp ltd llc plc co"""
CAPITALS = """monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august
    september october november december summer winter spring autumn american americans i god internet bible
    quran koran christmas easter ramadan
    congress close clip ap afp reuters upi photo image getty video advertisement watch read more related
        updated breaking exclusive opinion
    democrat democrats republican republicans islam muslim muslims christian christians jewish jews twitter
    facebook"""


def _genders() -> dict[str, Gender]:
    shown: dict[str, Gender] = dict.fromkeys(TITLES.split(), "")
    shown.update(dict.fromkeys(MALE_TITLES.split(), "m"))
    shown.update(dict.fromkeys(FEMALE_TITLES.split(), "f"))
    shown.update({word: "m" for word in MALE_NOUNS.split() if word in shown})
    shown.update({word: "f" for word in FEMALE_NOUNS.split() if word in shown})
    shown["pope"] = "m"
    return shown


def _gendered() -> dict[str, Gender]:
    shown: dict[str, Gender] = dict.fromkeys(MALE_NOUNS.split(), "m")
    shown.update(dict.fromkeys(FEMALE_NOUNS.split(), "f"))
    return shown


NAMING = Naming(
    titles=_genders(),
    untitled=frozenset(
        """vice crown supreme grand press foreign defense defence interior finance state treasury fellow chief saint st
        special private general associate deputy father brother sister king queen petty counsel justice house
        prime leader
        officer agent""".split()
    ),
    mononymic=frozenset(
        "king queen prince princess pope emperor sultan emir saint sheikh sheik ayatollah mullah".split()
    ),
    role_nouns=frozenset(ROLE_NOUNS.split()),
    role_modifiers=frozenset(MODIFIERS.split()) - {"then"},
    former=frozenset(
        "former ex ex- formerly ousted deposed late then- onetime one-time sometime retired previous fired".split()
    ),
    gendered=_gendered(),
    pronouns={"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"},
    subject_pronouns=frozenset({"he", "she"}),
    bearers=frozenset(
        """president minister premier chancellor secretary senator governor general mayor king queen pope prince
        princess chairman chairwoman congressman congresswoman judge justice leader director commissioner ambassador
        candidate nominee spokesman spokeswoman lawmaker ceo""".split()
    ),
    rank_titles=frozenset("sen sens rep reps gov gen col lt maj sgt adm capt cmdr".split()),
    possessives=frozenset({"his", "her", "their", "its", "our", "my"}),
    conjunctions=frozenset({"and", "or"}),
    seats=frozenset({"of"}),
    adverb_ends=("ly", "ing"),
    articles=frozenset({"the", "a", "an", "another", "his", "her", "their", "its", "our", "my"}),
    copulas=frozenset({"is"}),
    relatives=frozenset({"who", "whose", "whom", "which", "that", "where", "when"}),
    nicknames=tuple(frozenset(names.split()) for names in NICKNAMES.split("|")),
    suffixes=frozenset({"jr", "sr", "ii", "iii", "iv"}),
    particles=frozenset(
        "bin ibn bint van von der den de del della di da do dos du la le el al ul ben abu ter ten st st. mac".split()
    ),
    organisation_nouns=frozenset(ORGANISATION_NOUNS.split()),
    openers=frozenset(
        """but and as when while after before if though although because since in on at for with by from to of
        that this
        these those there then however meanwhile still yet so or nor both like unlike about among under over what who
        why how it he she they we you i also even instead now today earlier later according during neither either not
        does did do is was are were has had have will would could should can may might must let where whether which
        until unless despite against between through into than only just once here some many most all any each every
        no follow read watch see click take call ask consider meet remember thanks welcome imagine add added""".split()
    ),
    clause_verbs=frozenset(
        """said say says told added has had was were is are will would can could may might wrote became began went
        came took
        gave made left got tweeted argued announced reported asked called testified met spoke did does do""".split()
    ),
    common_capitals=frozenset(CAPITALS.split()),
    joiners=frozenset("of the and for in on at to & de du des la".split()),
    circles=frozenset("administration campaign presidency team family".split()),
    saints=frozenset({"st", "ste", "saint", "san", "santa"}),
    things=frozenset(
        """storm hurricane typhoon cyclone tower towers county street avenue road square bridge airport hotel plaza
        university college school hospital center centre institute foundation museum library stadium park island
        islands river lake mountain mount bay beach creek valley hall building factor file show award prize cup act
        amendment doctrine convention resort organization organisation administration campaign""".split()
    ),
    compound_starts=frozenset("anti pro pre post ex then non mid former neo un".split()),
    compound_ends=frozenset(
        """led backed based era born owned run style like controlled sponsored funded appointed allied
    endorsed friendly
        related held nominated supported aligned inspired brokered bound affiliated linked educated trained
        headquartered old winning elect designate time themed listed occupied administered dominated made area
        wide""".split()
    ),
    weak_roles=frozenset(WEAK_ROLES.split()),
    role_ends=("woman", "person", "man"),
    pending=frozenset(
        """nominee candidate contender president-elect governor-elect mayor-elect secretary-designate
        minister-designate frontrunner front-runner challenger""".split()
    ),
    office_verbs={**dict.fromkeys(OFFICES_PAST.split(), "past"), **dict.fromkeys(OFFICES_NOW.split(), "now")},
    past_copulas=frozenset({"was"}),
    auxiliaries=frozenset("has have had been was is were be being later officially".split()),
    identifying=frozenset({"identified", "named"}),
    as_words=frozenset({"as"}),
    verb_ends=("ed",),
    agents=frozenset("by with from as against since between near in on at for".split()),
    from_words=frozenset({"from"}),
    name_starts=frozenset({"mac", "fitz", "van", "von", "del", "las", "los", "des", "der", "den"}),
    sovereigns=frozenset({"president", "king", "queen", "pope", "emperor", "empress", "sultan"}),
    patronymics=frozenset({"bin", "ibn", "bint", "ben"}),
    grounds=frozenset("state country city county district party nation".split()),
    tails={
        "in": frozenset({"charge", "chief"}),
        "at": frozenset({"arms", "large"}),
        "of": frozenset({"staff", "police", "state", "operations"}),
    },
    short_titles=SHORT_TITLES,
    parties=PARTIES,
    regions=REGIONS,
    who=frozenset({"who"}),
    turns=frozenset("but while whereas although though because".split()),
    adjectival=frozenset(
        """official general republican democrat liberal conservative socialist libertarian independent nationalist
        separatist native private special criminal rebel""".split()
    ),
    also_verbs=frozenset(
        """fire charge lead head chair host coach guard counsel advocate research design police market film staff
        advise train""".split()
    ),
    verb_openers=frozenset(
        "to not just didn't didn’t don't don’t n't n’t will would could should can may might must and or".split()
    ),
)
