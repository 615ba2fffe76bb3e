"""Reports placed one after the other by the shipped weights, on small invented corpora."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from newsloom.config import StorySettings
from newsloom.records import Analysis, Article, ArticleId, Decision, Linked, Merged, Placed, Report
from newsloom.stories.cluster import StoryIndex
from newsloom.stories.features import story_terms

START = datetime(2018, 5, 21, 6, tzinfo=UTC)


def report(number: int, headline: str, text: str, language: str, url: str = "") -> Report:
    at = START + timedelta(hours=number)
    given = Article(
        id=ArticleId(f"r{number}"), seen_at=at, headline=headline, text=text, language=language, url=url, outlet="x"
    )
    return Report(given, Analysis(article_id=given.id, version=0, analyser="", terms=story_terms(given)))


def place(index: StoryIndex, given: Report) -> tuple[Decision, ...]:
    decisions = index.place(given)
    index.count(given)
    index.apply(decisions)
    return decisions


def grouped(language: str, given: Sequence[tuple[str, str]]) -> set[frozenset[int]]:
    """The stories, as sets of the reports' numbers."""
    index = StoryIndex(StorySettings())
    for number, (headline, text) in enumerate(given):
        place(index, report(number, headline, text, language))
    return {frozenset(int(one[1:]) for one in members) for members in index.places.members.values()}


CHINESE = (
    (
        "临江大桥凌晨坍塌三人失踪",
        "临江市消防局说，横跨青沙河的临江大桥周一凌晨坍塌，三人失踪。两辆货车坠入河中，潜水员正在搜救。",
    ),
    (
        "白杨镇小学新校舍启用",
        "白杨镇教育局周一宣布，白杨小学的新校舍启用，六百名学生搬进新教室，旧校舍将改建为图书馆。",
    ),
    (
        "青沙河大桥坍塌 潜水员搜救失踪者",
        "潜水员周一在青沙河搜救临江大桥坍塌后失踪的三人。消防局说，两辆货车坠河，大桥去年刚刚检修。",
    ),
    (
        "白杨小学六百学生迁入新校舍",
        "六百名学生周一迁入白杨小学新校舍。白杨镇教育局说，旧校舍将改建为图书馆，新教室配有暖气。",
    ),
    (
        "北山矿工罢工进入第二周",
        "北山铜矿矿工的罢工周一进入第二周。工会要求加薪百分之八，矿业公司拒绝谈判，铜矿已经停产。",
    ),
)

JAPANESE = (
    (
        "霧原トンネルで火災、二人けが",
        "月曜日の朝、霧原トンネルでトラックが燃え、二人がけがをした。霧原消防署によると火は二時間後に消えた。",
    ),
    (
        "白浜水族館でペンギンの赤ちゃん誕生",
        "白浜水族館は月曜日、ペンギンの赤ちゃんが三羽生まれたと発表した。飼育員の村木さんが名前を募集している。",
    ),
    (
        "トラック炎上で霧原トンネル通行止め",
        "霧原トンネルはトラックの火災で通行止めになった。霧原消防署は、けがをした二人が運転手だと説明した。",
    ),
    (
        "ペンギン三羽誕生、白浜水族館が名前募集",
        "白浜水族館で生まれたペンギンの赤ちゃん三羽の名前を、飼育員の村木さんが月曜日から募集している。",
    ),
    (
        "高沢市の市長選、新人の森本氏が出馬",
        "高沢市の市長選に新人の森本氏が出馬すると月曜日に表明した。現職の市長は引退する意向だ。",
    ),
)


def test_chinese_is_grouped_by_its_characters() -> None:
    assert grouped("zh", CHINESE) == {frozenset({0, 2}), frozenset({1, 3}), frozenset({4})}


def test_japanese_is_grouped_by_its_characters() -> None:
    assert grouped("ja", JAPANESE) == {frozenset({0, 2}), frozenset({1, 3}), frozenset({4})}


def test_other_alphabets_are_grouped_by_their_words() -> None:
    given = (
        ("Мост через Синюху рухнул ночью", "Мост через реку Синюху у Заречного рухнул ночью, погибли двое рабочих."),
        ("В Луговом открыли школу", "В Луговом открыли новую школу на четыреста учеников, сообщил директор Громов."),
        ("Двое погибли при обрушении моста", "Двое рабочих погибли, когда рухнул мост через Синюху у Заречного."),
    )
    assert grouped("ru", given) == {frozenset({0, 2}), frozenset({1})}


FIRE = (
    "Mill burns in Tarnholm",
    "TARNHOLM — Fire destroyed the Brack paper mill in Tarnholm on Monday, and two workers were hurt, fire chief Ida "
    "Lund said. The Brack mill had passed an inspection in March, Lund said.",
)
VOTE = (
    "Premier Vale loses budget vote",
    "Premier Orrin Vale lost a vote on the budget in the Skerrow assembly on Monday by four seats. Vale said that the "
    "Skerrow assembly would vote again on the budget in June.",
)
BOTH = (
    f"{FIRE[0]}: Monday evening briefing",
    f"{FIRE[1]} {FIRE[1]} Firefighters from four towns came to the Brack mill, Ida Lund said, and the mill's roof fell "
    f"at noon. Nobody knows yet how the fire in the paper mill began, Lund said.\n\n{VOTE[1]} {VOTE[1]} {VOTE[1]}",
)


def test_a_newsletter_stands_in_the_story_it_opens_with_and_draws_no_other_report_in() -> None:
    index = StoryIndex(StorySettings())
    for number, (headline, text) in enumerate((FIRE, BOTH, VOTE)):
        place(index, report(number, headline, text, "en"))
    assert index.story == {"r0": "r0", "r1": "r0", "r2": "r2"}


def test_comment_brings_no_stories_together_and_its_placing_says_so() -> None:
    """The same words as plain news link the two stories, or make them one."""
    both = f"{FIRE[0]}, and {VOTE[0]}", f"{FIRE[1]} {VOTE[1]} {FIRE[1]} {VOTE[1]}"
    eager = StorySettings(join_at=0.01, merge_at=0.01, link_at=0.05)
    made: list[tuple[Decision, ...]] = []
    for url in ("https://courier.example/news/2018/vale-mill", "https://courier.example/opinion/2018/vale-mill"):
        index = StoryIndex(eager)
        for number, (headline, text) in enumerate((FIRE, VOTE)):
            place(index, report(number, headline, text, "en"))
        made.append(place(index, report(2, *both, "en", url)))
    assert any(isinstance(decision, Linked | Merged) for decision in made[0])
    (placing,) = made[1]
    assert isinstance(placing, Placed) and placing.reasons[0] == ("opinion: brings no stories together", 0.0)
