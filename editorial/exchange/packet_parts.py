"""The sections of a packet as HTML; every text is escaped on its way in."""

from collections.abc import Iterator
from datetime import timedelta

from editorial.domain.clock import wall_moment
from editorial.domain.drafts import without_controls
from editorial.domain.my_work import AskedOfMe, MyInterview, OwedByMe
from editorial.domain.my_work_words import (
    asked_words,
    came_words,
    due_words,
    load_words,
    owed_detail,
    owed_title,
    with_words,
)
from editorial.domain.packet import (
    FOR_A_QUOTE,
    FOR_A_WISH,
    FOR_WHAT_IS_OWED,
    PacketPage,
    Reply,
    assignment_key,
    interview_key,
    question_lines,
    quote_key,
)
from editorial.domain.people_records import Quote
from editorial.domain.planning_records import Interview
from editorial.domain.purpose import answer_words, purpose_words, serves_words
from editorial.domain.spans import zone_named
from editorial.domain.spoken import month_name, spoken_day
from editorial.domain.vocabulary import AssignmentRole, AssignmentStatus
from editorial.exchange.markup import Content, Markup, element, joined, words
from editorial.exchange.packet_mail import answer_link, reply_word
from editorial.language import _, ngettext

WEB = ("http://", "https://")
ON_DRAFTS = (AssignmentRole.REVIEWER, AssignmentRole.APPROVER)


def interview_part(page: PacketPage) -> Markup:
    """Return the next interview with its questions, and those after it."""
    if not page.work.interviews:
        return _section(_("Next interview"), "", [_nothing(_("No interview is ahead."))])
    listed = [element("li", *_interview(page, one)) for one in page.work.interviews]
    heading = _("Next interview") if page.work.next else _("Interviews to arrange")
    return _section(heading, "", [element("ul", *listed, class_="items")])


def _interview(page: PacketPage, one: MyInterview) -> Iterator[Content]:
    talk = one.interview
    about = element(
        "div",
        element("h3", typed(talk.name)),
        element("p", typed(_told(page, one)), class_="muted small"),
        _small(" · ".join(part for part in (serves_words(one), answer_words(one)) if part)),
        _place(talk.place),
    )
    yield element("div", _tile(talk), about, class_="when")
    if questions := question_lines(without_controls(talk.questions)[0]):
        listed = element("ol", *(element("li", typed(line)) for line in questions))
        yield element("div", element("h3", _("Questions to think about")), listed, class_="questions")
    if one.answer is not None:
        waits = one.answer.answer is AssignmentStatus.PROPOSED
        yield from reply_part(page, interview_key(talk), talk.name, FOR_A_WISH, waits=waits)


def _tile(talk: Interview) -> Markup:
    if talk.day is None:
        return Markup("")
    day = (element("span", month_name(talk.day.month)[:3]), element("b", str(talk.day.day)))
    return element("div", *day, class_="tile", aria_hidden="true")


def _told(page: PacketPage, one: MyInterview) -> str:
    talk = one.interview
    when = spoken_day(talk.day) if talk.day else _("to be arranged")
    parts = [when, _hours(talk, page.zone), _own_clock(talk, page), with_words(one)]
    if not talk.time:
        parts.append(ngettext("{n} minute", "{n} minutes", talk.minutes).format(n=talk.minutes))
    return " · ".join(part for part in parts if part)


def _hours(talk: Interview, zone: str) -> str:
    """Return from when until when an interview goes, in the workspace's zone, which is named."""
    if talk.day is None or talk.time is None:
        return ""
    begin = wall_moment(talk.day, talk.time, zone_named(zone))
    end = (begin.astimezone(zone_named("UTC")) + timedelta(minutes=talk.minutes)).astimezone(begin.tzinfo)
    return _("{begin}–{end} ({zone})").format(begin=f"{begin:%H:%M}", end=f"{end:%H:%M}", zone=zone)


def _own_clock(talk: Interview, page: PacketPage) -> str:
    """Say when it begins where the person is; nothing where their clock shows the same."""
    own = page.work.person.time_zone
    if talk.day is None or talk.time is None or not own:
        return ""
    begin = wall_moment(talk.day, talk.time, zone_named(page.zone))
    there = begin.astimezone(zone_named(own))
    if there.utcoffset() == begin.utcoffset():
        return ""
    said = _("{time} in {zone}").format(time=f"{there:%H:%M}", zone=own.replace("_", " "))
    return said if there.date() == talk.day else f"{spoken_day(there.date())}, {said}"


def _place(place: str) -> Markup:
    place = place.strip()
    if not place:
        return Markup("")
    shown = element("a", place, href=place, rel="noreferrer") if place.lower().startswith(WEB) else typed(place)
    return element("p", shown, class_="small")


def items_part(page: PacketPage, *, owed: bool) -> Markup:
    """Return what is asked of the person, or what they owe but quotes, the soonest due first."""
    if owed:
        listed = [element("li", *_owed(page, one)) for one in page.work.owed if not one.quotes]
        return _section(_("You owe"), _("soonest first") if listed else "", _items(listed, _("Nothing is owed.")))
    listed = [element("li", *_asked(page, one)) for one in page.work.asked]
    n = len(listed)
    waits = ngettext("{n} waits for an answer", "{n} wait for an answer", n).format(n=n) if n else ""
    return _section(_("Asked of you"), waits, _items(listed, _("Nothing waits for an answer.")))


def _asked(page: PacketPage, one: AskedOfMe) -> Iterator[Content]:
    yield element("h3", typed(one.piece.title))
    yield element("p", typed(asked_words(one)), class_="muted small")
    yield _small(purpose_words(one))
    yield _note(one.assignment.note)
    yield _draft(page, one.assignment.role, one.piece.id)
    key = assignment_key(one.assignment, one.piece.uid, page.work.person.uid)
    yield from reply_part(page, key, one.piece.title, FOR_A_WISH)


def _owed(page: PacketPage, one: OwedByMe) -> Iterator[Content]:
    title, detail = owed_title(one), owed_detail(one)
    about = element("div", element("h3", typed(title)), element("p", typed(detail), class_="muted small"))
    yield element("div", about, _chip(page, one), class_="head")
    if one.assignment is None or one.piece is None:
        return
    if one.assignment.note != detail:
        yield _note(one.assignment.note)
    yield _draft(page, one.assignment.role, one.piece.id)
    yield from reply_part(
        page, assignment_key(one.assignment, one.piece.uid, page.work.person.uid), title, FOR_WHAT_IS_OWED
    )


def _chip(page: PacketPage, one: OwedByMe) -> Markup:
    said = due_words(one.due, one.days_late, page.work.today)
    tone = "chip late" if one.days_late else "chip today" if one.due == page.work.today else "chip"
    return element("span", said, class_=tone) if said else Markup("")


def _small(said: str) -> Markup:
    return element("p", typed(said), class_="muted small") if said else Markup("")


def _note(note: str) -> Markup:
    return element("p", typed(note), class_="note") if note.strip() else Markup("")


def _draft(page: PacketPage, role: AssignmentRole, piece_id: int) -> Markup:
    """Return the draft that waits for the person's word, folded away until they want it."""
    text = without_controls(page.drafts.get(piece_id, ""))[0].strip()
    if role not in ON_DRAFTS or not text:
        return Markup("")
    return element("details", element("summary", _("Read the draft")), element("div", text, class_="draft", dir="auto"))


def quotes_part(page: PacketPage) -> Markup:
    """Return the quotes that wait for the person's word; nothing where none does."""
    groups = [one for one in page.work.owed if one.quotes]
    if not groups:
        return Markup("")
    listed = [element("li", *_quote(page, one, quote)) for one in groups for quote in one.quotes]
    n = len(listed)
    heading = ngettext("Clear {n} quote for use", "Clear {n} quotes for use", n).format(n=n)
    lead = _("May these words of yours be used? Nothing is used before you say so.")
    return _section(heading, "", [element("p", lead, class_="muted small"), element("ul", *listed, class_="items")])


def _quote(page: PacketPage, one: OwedByMe, quote: Quote) -> Iterator[Content]:
    yield element("blockquote", typed(quote.name))
    said = " · ".join(part for part in (owed_detail(one), quote.mark) if part)
    yield element("p", typed(said), class_="muted small") if said else Markup("")
    yield from reply_part(page, quote_key(quote), quote.name, FOR_A_QUOTE)


def load_part(page: PacketPage) -> Markup:
    """Return the interviews of the month and the hours of the quarter against what the person can give."""
    work = page.work
    over = _(" – more than you can give")
    inside: list[Content] = [element("p", load_words(work) + (over if work.month.over else ""), class_="small")]
    if most := work.person.interviews_a_month:
        inside.append(_progress(work.month.interviews, most, _("Interviews")))
    if work.quarter.hours or work.person.hours_a_quarter:
        hours, most = f"{work.quarter.hours.normalize():f}", work.person.hours_a_quarter
        of = _("Hours owed in {quarter}: {n} of {most}") if most else _("Hours owed in {quarter}: {n}")
        said = of.format(quarter=work.quarter.quarter.name, n=hours, most=most)
        inside.append(element("p", said + (over if work.quarter.over else ""), class_="small"))
        inside.append(_progress(float(work.quarter.hours), most, _("Hours")) if most else Markup(""))
    return _section(_("Your load"), "", inside)


def _progress(value: float, most: int, name: str) -> Markup:
    return element("progress", value=f"{min(value, most):g}", max=most, aria_label=name)


def came_part(page: PacketPage) -> Markup:
    """Return the pieces that came out with the person's part in them."""
    listed = [element("li", typed(came_words(one)), *_linked(one.url)) for one in page.work.came_of_it]
    inside = element("ul", *listed, class_="came") if listed else _nothing(_("What comes of your part is told here."))
    return _section(_("What came of it"), "", [inside])


def _linked(url: str) -> Iterator[Content]:
    if url.lower().startswith(WEB):
        yield " "
        yield element("a", _("Read it"), href=url, rel="noreferrer")


def reply_part(
    page: PacketPage, key: str, title: str, replies: tuple[Reply, ...], *, waits: bool = True
) -> Iterator[Markup]:
    """Return how something is answered: mail links, and for browsers with scripts the choices in their place.

    What was answered already does not wait: another answer is welcome, and not counted as lacking.
    """
    number = page.number(key)
    if number is None:
        return
    links = [element("a", reply_word(reply), href=answer_link(page, number, reply, title)) for reply in replies]
    yield element("p", *links, class_="mail")
    choices = element("div", *(_choice(number, reply) for reply in replies), class_="choices")
    day = Markup(f'<input type="date" min="{page.work.today.isoformat()}">')
    clear = element("button", _("Take my answer back"), type="button", class_="undo plain", hidden="")
    fields = element(
        "fieldset",
        element("legend", typed(_("Your answer: {title}").format(title=title))),
        choices,
        element("label", element("span", _("Which day?")), day, class_="field day-field", hidden="")
        if Reply.DAY in replies
        else "",
        element(
            "label",
            element("span", _("Comment")),
            Markup('<textarea dir="auto" maxlength="10000"></textarea>'),
            class_="field text-field",
            hidden="",
        ),
        clear,
    )
    needed = "" if waits and replies is not FOR_WHAT_IS_OWED else None
    yield element("div", fields, class_="reply", data_number=number, data_waits=needed)


def _choice(number: int, reply: Reply) -> Markup:
    asks = {Reply.DECLINE: _("Why not?"), Reply.REFUSE: _("Why not? (if you like to say)")}
    asks |= {Reply.DAY: _("Why? (if you like to say)"), Reply.COMMENT: _("Your comment")}
    needed = {
        Reply.DECLINE: _("A no needs a reason, so that the next person can be asked."),
        Reply.COMMENT: _("Write the comment first."),
    }
    attributes = {"name": f"reply-{number}", "value": reply.value}
    if reply is not Reply.CLEAR:
        attributes["data-ask"] = asks.get(reply, _("Anything to add?"))
    if reply in needed:
        attributes["data-needed"] = needed[reply]
    written = "".join(f' {name}="{joined(value)}"' for name, value in attributes.items())
    return element("label", Markup(f'<input type="radio"{written}>'), reply_word(reply), class_=f"choice {reply.value}")


def typed(text: str) -> Markup:
    """Return what people typed, without control characters and in its own direction."""
    return words(without_controls(text)[0])


def _section(heading: str, beside: str, inside: list[Content]) -> Markup:
    small = element("small", beside) if beside else ""
    return element("section", element("h2", heading, small), *inside)


def _items(listed: list[Markup], nothing: str) -> list[Content]:
    return [element("ul", *listed, class_="items")] if listed else [_nothing(nothing)]


def _nothing(said: str) -> Markup:
    return element("p", said, class_="muted")
