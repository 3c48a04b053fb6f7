"""Open stage tags as one HTML page for sales: it prints, it needs nothing else, and it saves what was answered."""

import base64
import hashlib
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from editorial.domain.agreement import TEXTS, TaggedPiece, TagQuestions
from editorial.domain.agreement_words import text_word
from editorial.domain.drafts import without_controls
from editorial.domain.records import BuyingStage
from editorial.domain.spoken import spoken_day
from editorial.domain.vocabulary import Precision
from editorial.errors import BadFile
from editorial.exchange.agreement_sheet import day_words, so_far, write_tag_sheet
from editorial.exchange.markup import Markup, element, joined, words
from editorial.exchange.whole_file import write_whole
from editorial.language import _, ngettext
from editorial.locations import resources

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
)
WEB = ("http://", "https://")


def write_tag_questions(questions: TagQuestions, path: Path) -> None:
    """Write the open tags as the ending of the path names. Raises BadFile for another than .xlsx or .html."""
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        write_tag_sheet(questions, path)
    elif suffix in (".html", ".htm"):
        write_whole(path, tag_page(questions).encode("utf-8", "replace"))
    else:
        raise BadFile(_("The ending of {name} should be .xlsx or .html.").format(name=path.name))


def tag_page(questions: TagQuestions) -> str:
    """Return the page. Its one script is ours, holds no data, and is the only one the browser may run."""
    title = _("Stage tags · {period}").format(period=questions.period.name)
    script = _resource("answers.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = POLICY.format(digest=digest)
    head = element(
        "head",
        Markup('<meta charset="utf-8">'),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        element("title", f"{title} – {questions.workspace}"),
        element("style", Markup(_resource("agreement.css"))),
    )
    body = element(
        "body",
        element("main", _top(questions, title), *_stages(questions)),
        _bar(questions),
        element("script", Markup(script)),
    )
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='en')}\n"


def _resource(name: str) -> str:
    return (resources() / "agreement" / name).read_text(encoding="utf-8")


def _top(questions: TagQuestions, title: str) -> Markup:
    n = len(questions.pieces)
    first, last = spoken_day(questions.period.first), spoken_day(questions.period.last)
    dates = _("{first} to {last}").format(first=first, last=last)
    asked = ngettext("{n} piece to answer", "{n} pieces to answer", n).format(n=n)
    as_of = _("as of {day}").format(day=spoken_day(questions.made_on))
    lead = _(
        "Marketing has given each piece the buying stage it is meant for. Does it fit? Agree, or dispute it with the "
        "reason. What you do not answer stays open."
    )
    who = element(
        "label",
        element("span", _("Your name")),
        Markup('<input id="who" type="text" autocomplete="name">'),
        class_="field who",
    )
    said = [element("p", lead, class_="lead"), who]
    if not n:
        said = [element("p", _("Every stage tag of this period is agreed. There is nothing to answer."), class_="lead")]
    return joined(
        element("p", words(questions.workspace), class_="small"),
        element("h1", title),
        element("p", " · ".join((dates, asked, as_of)), class_="muted lead"),
        *said,
    )


def _stages(questions: TagQuestions) -> Iterator[Markup]:
    order = {stage.id: place for place, stage in enumerate(questions.stages)}
    stages = {stage.id: stage for stage in questions.stages}
    listed = sorted(questions.pieces, key=lambda piece: order[piece.stage_id])
    for stage_id, pieces in groupby(listed, key=lambda piece: piece.stage_id):
        stage = stages[stage_id]
        cards = [_piece(piece, stage, questions) for piece in pieces]
        yield element("section", _meaning(stage), *cards, class_="stage")


def _meaning(stage: BuyingStage) -> Markup:
    told = [
        joined(element("dt", text_word(name)), element("dd", words(_clean(getattr(stage, name)))))
        for name in TEXTS
        if getattr(stage, name)
    ]
    described = element("dl", *told) if told else element("p", _("Nothing is written down yet."), class_="small")
    return element("div", element("h2", words(stage.name)), described, class_="meaning")


def _piece(piece: TaggedPiece, stage: BuyingStage, questions: TagQuestions) -> Markup:
    names = [questions.segments[key] for key in piece.segment_ids if key in questions.segments]
    line = " · ".join(part for part in (_day(piece), ", ".join(names)) if part)
    before = so_far(piece)
    return element(
        "article",
        element("h3", words(_clean(piece.title))),
        element("p", words(line), class_="small"),
        element("p", words(_clean(piece.insight)), class_="about") if piece.insight else Markup(""),
        _link(piece.url),
        element("p", words(_clean(before)), class_="before small") if before else Markup(""),
        _answer(piece, stage),
        class_="piece",
        data_id=piece.uid,
        data_title=_clean(piece.title),
        data_stage=_clean(stage.name),
        data_definition=_clean(stage.definition),
    )


def _day(piece: TaggedPiece) -> str:
    if piece.day is None or piece.precision is not Precision.DAY:
        return day_words(piece)
    return spoken_day(piece.day)


def _link(url: str) -> Markup:
    if not url.lower().startswith(WEB):
        return Markup("")
    return element("p", element("a", url, href=url, rel="noreferrer"), class_="small")


def _answer(piece: TaggedPiece, stage: BuyingStage) -> Markup:
    choices = [
        element(
            "label", Markup(f'<input type="radio" name="{escape(piece.uid)}" value="{word}">'), element("span", label)
        )
        for word, label in (("agreed", _("Agreed")), ("disputed", _("Disputed")))
    ]
    question = _("Does it belong to {stage}?").format(stage=stage.name)
    return element(
        "fieldset",
        element("legend", words(question)),
        element("div", *choices, class_="choices"),
        element("label", element("span", _("Reason, where it is disputed")), element("textarea"), class_="field"),
        class_="answer",
    )


def _bar(questions: TagQuestions) -> Markup:
    """Return the line that saves the answers; without a script it stays hidden, and the page is printed instead."""
    inside = element("div", element("p", role="status"), element("button", _("Save my answers"), type="button"))
    return element(
        "div",
        inside,
        class_="bar",
        hidden="",
        data_progress=_("{n} of {all} answered"),
        data_reason=_("A dispute needs a reason."),
        data_file=f"stage-tags-{questions.period.first.isoformat()}.json",
    )


def _clean(text: str) -> str:
    return without_controls(text)[0]
