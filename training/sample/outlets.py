"""The invented outlets of the sample: names, addresses, habits. Every domain ends in the reserved `.example`.

`path` is filled with the report's slug, number `n` and day; `marks` is the outlet's way with quotation marks and blanks
(see `typography.py`); `feed` its kind of feed, `odd` the way in which that feed is imperfect. `teasers` are headlines
of reports that the sample does not hold: they fill the "Related" boxes, as on a real page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Marks = Literal["straight", "curly", "single", "french", "french thin", "french plain"]
Odd = Literal["", "tracked links", "no times", "no dates", "dates in words", "whole text", "names its wire"]


@dataclass(frozen=True, slots=True)
class Outlet:
    key: str
    name: str
    path: str
    marks: Marks
    feed: Literal["rss", "atom"]
    tagline: str
    language: str = "en"
    odd: Odd = ""
    teasers: tuple[str, ...] = ()

    @property
    def site(self) -> str:
        return f"https://{self.key}.example"


OUTLETS = (
    Outlet(
        "meridianwire",
        "Meridian Wire",
        "/article/{day:%Y/%m/%d}/{slug}",
        "curly",
        "rss",
        "Reporting for newsrooms",
        teasers=("Copper slips as smelters return", "Rain halts play at the Carrow Open"),
    ),
    Outlet(
        "northernpost",
        "Northern Post",
        "/{section}/{slug}-{n}.html",
        "curly",
        "rss",
        "The morning paper, all day",
        odd="tracked links",
        teasers=("Snow in May closes two passes", "The bakery that never turned off its oven"),
    ),
    Outlet(
        "harbourcourier",
        "Harbour Courier",
        "/news/{section}-{n}",
        "single",
        "atom",
        "Independent since 1866",
        teasers=("Lighthouse keeper retires for the second time", "The cost of a quiet railway"),
    ),
    Outlet(
        "capitalledger",
        "The Capital Ledger",
        "/{day:%Y/%m/%d}/{section}/{slug}.html",
        "curly",
        "rss",
        "All the business of government",
        odd="whole text",
        teasers=("Senate panel sets date for farm bill", "Who pays for the bridge over Rock Run?"),
    ),
    Outlet(
        "straitdaily",
        "Strait Daily",
        "/{section}/{slug}",
        "curly",
        "atom",
        "Singapore and the region",
        teasers=("Hawker centre in Bedok to close for repairs", "Rail fault delays commuters"),
    ),
    Outlet(
        "kestrelnews",
        "Kestrel News",
        "/story.php?id={n}",
        "straight",
        "rss",
        "News that hovers",
        odd="dates in words",
        teasers=("Man finds ring he lost in 1979 inside potato", "Ten towns you have never heard of"),
    ),
    Outlet(
        "lioncitymail",
        "Lion City Mail",
        "/{day:%Y%m%d}/{slug}.htm",
        "straight",
        "rss",
        "",
        odd="no times",
        teasers=("Durian prices fall", "Otters close car park"),
    ),
    Outlet(
        "hanriverherald",
        "Han River Herald",
        "/news/view/{day:%Y%m%d}{n}",
        "straight",
        "rss",
        "Korea in English",
        teasers=("Fine dust to clear by the weekend", "Baseball: Eagles win seventh in a row"),
    ),
    Outlet(
        "prairietribune",
        "Prairie Tribune",
        "/{section}/article_{n}.html",
        "curly",
        "rss",
        "Serving Ondrel County and its neighbors",
        odd="names its wire",
        teasers=("Softball: Ondrel Lake girls reach state", "Corn planting a week behind"),
    ),
    Outlet(
        "boursebarrel",
        "Bourse & Barrel",
        "/markets/{slug}",
        "curly",
        "atom",
        "Shares, bonds, crude",
        teasers=("Five charts for the weekend", "Wheat: dry weeks ahead"),
    ),
    Outlet(
        "tarnholmgazette",
        "Tarnholm Gazette",
        "/local/{slug}",
        "curly",
        "rss",
        "From the quay to the hills",
        teasers=("Council argues over harbour benches", "Youth choir sings in the fish hall"),
    ),
    Outlet(
        "eastmereecho",
        "Eastmere Echo",
        "/{n}/{slug}/",
        "straight",
        "rss",
        "Eastmere and the canal towns",
        odd="no dates",
        teasers=("Canal festival names its queen", "Library extends hours"),
    ),
    Outlet(
        "skerrowislander",
        "The Skerrow Islander",
        "/news/{slug}",
        "curly",
        "atom",
        "Weekly, and whenever the boat comes",
        teasers=("Puffins back on the Stack", "Lost: one grey mare"),
    ),
    Outlet(
        "echoduval",
        "L’Écho du Val",
        "/{slug}-{n}",
        "french",
        "rss",
        "Le journal de la vallée",
        "fr",
        teasers=("La fête de la cerise déménage", "Un chevreuil dans la cour de l’école"),
    ),
    Outlet(
        "courrierdescoteaux",
        "Le Courrier des Coteaux",
        "/actualite/{slug},{n}.php",
        "french thin",
        "rss",
        "Information générale",
        "fr",
        teasers=("Vendanges : un été sec annoncé", "Le marché aux livres fête ses dix ans"),
    ),
    Outlet(
        "nouvellesestuaire",
        "Nouvelles de l’Estuaire",
        "/article/{n}",
        "french plain",
        "atom",
        "",
        "fr",
        teasers=("Marée haute : quai inondé", "Voile : deux titres pour le club"),
    ),
)
BY_KEY = {outlet.key: outlet for outlet in OUTLETS}
