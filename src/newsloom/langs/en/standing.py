"""English: what makes a sentence lean on its neighbours."""

from newsloom.langs.shapes.standing import Standing

STANDING = Standing(
    first_person=frozenset("i me my mine myself we us our ours ourselves i'm i've i'd we're we've we'll".split()),
    connectives=(
        "but", "and", "so", "or", "yet", "however,", "meanwhile,", "moreover,", "furthermore,", "in addition,",
        "additionally,", "indeed,", "still,", "also,", "nevertheless,", "nonetheless,", "of course,", "in fact,",
        "as a result,", "in short,", "for now,", "plus,", "to be sure,", "separately,", "instead,", "in turn,",
        "similarly,", "likewise,", "more importantly,", "importantly,", "on the other hand,", "after all,", "finally,",
    ),
    leaning=(
        "this", "that", "these", "those", "such", "it", "its", "they", "their", "them", "he", "she", "his", "her",
        "another", "both", "neither", "either", "the former", "the latter", "here", "otherwise",
        "one of them", "some of them", "that's", "it's", "he's", "she's", "they're", "they've", "which",
        "for example", "for instance", "in other words", "then", "even so", "to do so", "not only that", "if so",
        "the same", "as such", "by contrast", "in contrast", "in that", "at the same time", "other", "others",
        "at that point", "at the time", "a third", "a second", "the other", "the statement", "the remarks",
        "in response", "the comments", "asked", "why", "what", "how", "since then", "by then", "until then",
        "after that", "before that", "within hours", "within days", "within minutes", "fast-forward",
        *(f"{number} more" for number in "two three four five six seven eight nine ten dozens hundreds".split()),
    ),
    persons=frozenset("he she him her his hers himself herself".split()),
    plurals=frozenset("they them their theirs themselves".split()),
    things=frozenset("it its itself this that these those".split()),
    ahead=frozenset(
        "will would shall plans plan planned planning scheduled expected expects set due slated intends intend may "
        "might could upcoming awaiting anticipated poised tomorrow he'll she'll they'll it'll going".split()
    ),
    relatives=("which", "who", "whose", "where", "whom", "while", "although", "though", "even though", "whereas"),
    opinion=(
        "opinion", "editorial", "op-ed", "commentary", "column", "columns", "blog", "blogs", "analysis", "letters",
        "podcast", "transcript", "review", "quiz", "cartoon",
    ),
    verbs=frozenset(
        "is are was were be been has have had do does did will would can could may might must should said says told "
        "announced added asked called made took gave came went got met won lost died killed found".split()
    ),
    unfinished=frozenset("a an the of to and or with from by at than but as whose their his her its".split()),
    definite=frozenset({"the"}),
    months=(
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ),
    day_format="{day} {month} {year}",
    pointing=frozenset("next previous preceding prior following same that before after later earlier".split()),
    counting=frozenset({"earlier", "later", "before"}),
    open=frozenset({"would", "may", "might", "could"}),
    astray=frozenset({"past"}),
    adding=frozenset({"also", "too", "another", "additional", "likewise", "similarly"}),
    selecting={"last": "last", "this": "this", "next": "next"},
    linking=frozenset("also meanwhile however nonetheless nevertheless therefore thus likewise similarly".split()),
    dangling=frozenset(
        "move moves decision announcement news incident two pair trio duo three comments remarks statement response "
        "step effort finding findings result results change changes proposal disclosure revelation revelations "
        "development developments message tweet letter order ruling measure suggestion exchange gesture accusation "
        "accusations allegation allegations claim claims charge charges term intervention argument".split()
    ),
    demonstrative=frozenset("this that these those such".split()),
    completing=frozenset(
        "of to that by against from over about between whether who which made is are as".split()
    ),
    labels=frozenset(
        {
            "opinion", "editorial", "analysis", "commentary", "column", "review", "fact check", "explainer",
            "watch", "video", "live", "podcast", "perspective", "timeline", "transcript", "read", "full text", "photos",
            "in pictures", "letters", "q&a", "quiz", "listen",
        }
    ),
    guides=frozenset(
        "how why what who where when which whose here's here inside meet is are can could should will would does do "
        "did was were has have read watch listen everything don't stop let's thank dear yes no".split()
    ),
    guide_parts=("how ", "why ", "what ", "who ", "where ", "here's ", "here are ", "inside "),
    guide_ends=frozenset({"explained", "transcript", "explainer"}),
    listed_numbers=frozenset("two three four five six seven eight nine ten".split()),
    listed=frozenset(
        "takeaways things reasons ways questions facts lessons moments tips charts photos times words points".split()
    ),
    stemmer="english",
)  # fmt: skip
