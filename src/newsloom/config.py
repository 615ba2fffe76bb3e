"""Settings: one frozen record per step. A calibrated threshold says which set calibrated it.

Nothing here is read from the environment; the command line builds a Settings and hands it down.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StorySettings:
    """Grouping into stories. The thresholds were set on stream/ and incidents/ (docs/benchmarks/stories.md)."""

    model: str = "stories"  # models/<name>.json
    join_at: float = 0.28  # probability: report and story (set on stream/ and incidents/)
    merge_at: float = 0.6  # both, and their report
    window_days: int = 14  # a story without a report for so long takes no more, except by verdict
    threads: bool = True  # whether stories are linked; no report's place depends on it
    thread_days: int = 30  # a thread without a report for so long takes no more stories
    link_at: float = 0.54  # likeness of two threads of one size in what they are about (set on affairs/)
    thread_members: int = 80  # newest reports of a thread that tell what it is about
    looked_up: int = 60  # reports that share telling terms
    compared: int = 12  # stories
    members: int = 8  # newest of each story, one by one
    together: int = 12_000  # terms of the newest of each story, added up
    live: int = 100_000  # newest reports that can be joined: 500 MB of memory, however many there are in the window
    reasons: int = 6  # that are kept with a decision


@dataclass(frozen=True, slots=True)
class ReuseSettings:
    """Finding passages in the archive (docs/benchmarks/passages.md)."""

    most_carriers: int = 100  # of one fingerprint: above it a stock phrase, that finds nothing


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """How the network is used: what a server may send, how long it may take, how often it is asked."""

    user_agent: str = "newsloom/0.1 (news story engine; keeps to robots.txt)"
    robots_name: str = "newsloom"
    seconds: float = 30.0  # for one address, redirects included
    most_bytes: int = 20_000_000  # of an answer, as sent and decompressed
    most_redirects: int = 5
    host_delay: float = 2.0  # seconds between two requests to one host
    longest_delay: float = 60.0  # of robots.txt's Crawl-delay
    at_once: int = 16  # sources visited at the same time
    pages_each: int = 200  # fetched of one source in one round
    every_minutes: float = 15.0  # between two visits of a source
    longest_wait_hours: float = 24.0  # after failures, or when a server asks for it
    recheck_hours: tuple[float, ...] = (1.0, 6.0, 24.0)  # a page that is still announced is looked at again after these
    give_up_after: int = 5  # failures of a page
    host_failures: int = 3  # in a row, after which a host is left alone for the round


@dataclass(frozen=True, slots=True)
class PageSettings:
    """How many words each section of a page may show: together they make a page of about 3,000 words.

    What one section leaves, those that have more to say share; the rest is counted, and stands on the section's own
    page.
    """

    people: int = 530
    disagreements: int = 180
    timeline: int = 500
    next: int = 110
    became: int = 80
    positions: int = 280
    quotes: int = 290
    coverage: int = 60
    lineage: int = 250
    corrections: int = 60
    roots: int = 170
    stretch: float = 2.5  # no section shows more than so many times its own words
    variants: int = 3  # of one quotation, in different words
    carriers: int = 6  # of one shared passage, its first included
    passage: int = 20  # first words by which a shared passage is shown, whole on the section's page …
    carrier: int = 12  # … and by which a later carrier of it is cited in story.json
    listed: int = 500  # reports of the table, the newest; files have all


@dataclass(frozen=True, slots=True)
class Settings:
    """`analyser` and `engine` name what made a kept analysis or decision; raise them when their output changes."""

    analyser: str = "7"
    engine: str = "2"
    light: bool = False  # the light tagger: faster, finds fewer names
    stories: StorySettings = StorySettings()
    reuse: ReuseSettings = ReuseSettings()
    fetch: FetchSettings = FetchSettings()
    pages: PageSettings = PageSettings()
