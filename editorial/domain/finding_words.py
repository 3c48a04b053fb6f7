"""Findings in words: what rules and their lists are called, and the word that stands beside a finding."""

from editorial.domain.findings import Finding, Group, Rule
from editorial.domain.load import Conflict, ConflictKind
from editorial.domain.load_words import over_by_hours
from editorial.domain.spoken import month_name, spoken_day
from editorial.language import _, ngettext


def group_title(group: Group) -> str:
    """Return the heading of a list of findings."""
    return {
        Group.LATE: _("Today and late"),
        Group.GAPS: _("Gaps and imbalances"),
        Group.WAITING: _("Waiting for others"),
    }[group]


def rule_title(rule: Rule) -> str:
    """Return what a rule is called where its findings are listed."""
    return _titles()[rule]


def rule_word(finding: Finding) -> str:
    """Return in a word what is wrong."""
    return finding.word or _words()[finding.rule]


def level_of_rule(rule: Rule) -> str:
    """Return how grave a rule is: `bad`, `warning`, or empty for what is only to be known."""
    if rule in _BAD:
        return "bad"
    return "" if rule in _QUIET else "warning"


_BAD = {Rule.LATE, Rule.OWED, Rule.SLIPPED, Rule.OVER, Rule.AWAY, Rule.TWICE, Rule.EMPTY, Rule.DISPUTED}
_QUIET = {Rule.VARIETY, Rule.RESEARCH, Rule.UNSET_LEAD, Rule.NEED_UNKNOWN, Rule.STAGE, Rule.UNTAGGED, Rule.NO_KIND}


def conflict_detail(conflict: Conflict) -> str:
    """Say what is wrong with what is asked of a person, who is named beside it."""
    day, names = spoken_day(conflict.day), [f"“{one.name}”" for one in conflict.interviews]
    if conflict.kind is ConflictKind.OVER and conflict.hours is not None:
        return _("{hours} hours in the quarter of {day}, at most {most}").format(**over_by_hours(conflict))
    if conflict.kind is ConflictKind.OVER:
        said = ngettext(
            "{n} interview in {month}, at most {most}", "{n} interviews in {month}, at most {most}", conflict.asked
        )
        month = _("{month} {year}").format(month=month_name(conflict.day.month), year=conflict.day.year)
        return said.format(n=conflict.asked, month=month, most=conflict.person.interviews_a_month or 0)
    if conflict.kind is ConflictKind.TWICE:
        return _("two interviews at once on {day}: {names}").format(day=day, names=_(" and ").join(names))
    if conflict.work is not None:
        return _("away on {day}, when “{title}” is due").format(day=day, title=conflict.work.title)
    return _("away on {day}, the day of the interview {name}").format(day=day, name=names[0])


def _titles() -> dict[Rule, str]:
    return {
        Rule.LATE: _("Late"),
        Rule.OWED: _("Owed by people, and late"),
        Rule.SLIPPED: _("Planned before today, not published"),
        Rule.TIMELY_SLOT: _("Timely slots to use or release"),
        Rule.STALE: _("Going stale"),
        Rule.OVER: _("More than somebody can give"),
        Rule.AWAY: _("Asked of somebody who is away"),
        Rule.TWICE: _("Two interviews at once"),
        Rule.MIX: _("Mix"),
        Rule.EMPTY: _("Empty cells"),
        Rule.THIN: _("Thin cells"),
        Rule.FLOOR: _("Stages below their floor"),
        Rule.OVERDUE: _("Overdue interests"),
        Rule.REPEAT: _("Repeats"),
        Rule.CADENCE: _("Silences"),
        Rule.TIMELY_ROOM: _("Too little room for timely work"),
        Rule.SALES_TONE: _("Sells at the first stage"),
        Rule.QUESTIONS: _("Ready without the three questions"),
        Rule.FOCUS_GROUP: _("Focus groups of one"),
        Rule.NO_KIND: _("Approved without a kind"),
        Rule.UNTAGGED: _("Untagged pieces"),
        Rule.OFFERING_LED: _("Offering-led too early"),
        Rule.VARIETY: _("Variety"),
        Rule.RESEARCH: _("Aspirational ideas without research"),
        Rule.UNSET_LEAD: _("Issue-led or offering-led?"),
        Rule.DISPUTED: _("Disputed stages"),
        Rule.REQUEST: _("Requests without an answer"),
        Rule.STAGE: _("Stages not agreed with sales"),
        Rule.NEED_UNKNOWN: _("Readers nobody has asked"),
    }


def _words() -> dict[Rule, str]:
    return {
        Rule.LATE: _("late"),
        Rule.OWED: _("late"),
        Rule.SLIPPED: _("not published"),
        Rule.TIMELY_SLOT: _("open"),
        Rule.STALE: _("goes stale"),
        Rule.OVER: _("over"),
        Rule.AWAY: _("away"),
        Rule.TWICE: _("twice"),
        Rule.MIX: _("unbalanced"),
        Rule.EMPTY: _("empty"),
        Rule.THIN: _("thin"),
        Rule.FLOOR: _("below floor"),
        Rule.OVERDUE: _("overdue"),
        Rule.REPEAT: _("repeat"),
        Rule.CADENCE: _("silent"),
        Rule.TIMELY_ROOM: _("no room"),
        Rule.SALES_TONE: _("too direct"),
        Rule.QUESTIONS: _("unasked"),
        Rule.FOCUS_GROUP: _("no evidence"),
        Rule.NO_KIND: _("no kind"),
        Rule.UNTAGGED: _("untagged"),
        Rule.OFFERING_LED: _("from the offer"),
        Rule.VARIETY: _("uneven"),
        Rule.RESEARCH: _("no research"),
        Rule.UNSET_LEAD: _("not said"),
        Rule.DISPUTED: _("disputed"),
        Rule.REQUEST: _("no answer"),
        Rule.STAGE: _("not agreed"),
        Rule.NEED_UNKNOWN: _("not asked"),
    }
