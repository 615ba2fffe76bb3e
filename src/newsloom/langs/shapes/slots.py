"""Words that fill slots other than figures: on which day something is to be, how somebody died."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)  # compared and cached by identity: there is one for each language
class Slots:
    """`planned`: words between a happening and its day that make it planned ("scheduled"); `moved`: verbs that put a
    happening on another day ("postponed"); `before_days`: words that stand between these and the day ("for", "next").
    `opening`: forms of "be" and relatives there ("which is"). `linking`: words that begin what a happening is about
    ("a vote on the nomination"). `verbs`: verbs with the happening that they name, behind one of `toward` ("to vote").
    `plain`: words before a happening that don't tell one from another ("the", "key").
    `manners`: phrases that tell how somebody died, each with its manner; manners exclude each other unless one of them
    holds the other (`wider`: "killed in a fight" may be a beating). `circumstances`: phrases that do so only behind one
    of `deaths` ("killed" in the street "in a fight"). `victims`: words for the one who died, where no
    name stands ("gunman"), each with the one that stands for them. `unreal`: words before a phrase by which nobody
    died so ("tried to", "not"). `off` and `on`: phrases by which something planned is off, or on again; `undecided`:
    words before them by which it is not decided. `contradicts`: phrases by which what is pointed back to, one of
    `remarks`, is said to contradict another; `disputes`: phrases before somebody's claim (`claims`) by which another
    disputes it. `states`: names and short forms of the states that politicians sit for, each with the one that stands
    for them; `party_letters`: those before them ("R-S.D.").
    """

    planned: frozenset[str]
    moved: frozenset[str] = frozenset()
    until: frozenset[str] = frozenset()
    before_days: frozenset[str] = frozenset()
    opening: frozenset[str] = frozenset()
    linking: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    verbs: Mapping[str, str] = field(default_factory=dict)
    toward: frozenset[str] = frozenset()
    day_topic: str = "{what}"
    manners: Mapping[str, str] = field(default_factory=dict)
    circumstances: Mapping[str, str] = field(default_factory=dict)
    deaths: frozenset[str] = frozenset()
    wider: Mapping[str, frozenset[str]] = field(default_factory=dict)
    victims: Mapping[str, str] = field(default_factory=dict)
    unreal: frozenset[str] = frozenset()
    death_topic: str = "{who}"
    off: frozenset[str] = frozenset()
    on: frozenset[str] = frozenset()
    undecided: frozenset[str] = frozenset()
    plan_topic: str = "{what}"
    contradicts: frozenset[str] = frozenset()
    remarks: frozenset[str] = frozenset()
    disputes: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()
    contradicted_topic: str = "{who}"
    states: Mapping[str, str] = field(default_factory=dict)
    party_letters: frozenset[str] = frozenset()
    seat_topic: str = "{who}"
