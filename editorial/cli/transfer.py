"""`import` and `export`."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from editorial.cli.agreement import give_out_tags, take_in_answers
from editorial.cli.dates import PIECES, calendar_drafts, range_of, take_in_calendar
from editorial.cli.onlooker import give_out_calendar
from editorial.cli.options import (
    JsonOption,
    PeriodOption,
    TodayOption,
    opened,
    path_of,
    period_of,
    today_of,
)
from editorial.cli.output import print_json, say
from editorial.cli.packets import give_out_packet, take_in_packet_answers
from editorial.domain.drafts import DraftKind, Drafts, Question, Refusal
from editorial.errors import BadFile, RuleBroken, StaleEdit
from editorial.language import _, ngettext

if TYPE_CHECKING:
    from editorial.domain.imports import ImportResult
    from editorial.services.import_results import DocumentResult
    from editorial.services.workspaces import Workspace


class Kind(StrEnum):
    """What is carried in or out."""

    PIECES = "pieces"
    PEOPLE = "people"
    SETTINGS = "settings"
    ALL = "all"
    AGREEMENT = "agreement"
    CALENDAR = "calendar"
    ANSWER = "answer"
    PACKET = "packet"
    FIELD_NOTES = "field-notes"


COMES_IN = tuple(kind for kind in Kind if kind is not Kind.PACKET)
GOES_OUT = tuple(kind for kind in Kind if kind not in (Kind.ANSWER, Kind.FIELD_NOTES))


def _kind_of(word: str, kinds: tuple[Kind, ...]) -> Kind:
    """Return the kind named; one that goes the other way is returned too, to be refused with the way there is."""
    if word not in list(Kind):
        raise RuleBroken(_("“{word}” is none of these kinds: {kinds}.").format(word=word, kinds=", ".join(kinds)))
    return Kind(word)


def _completing(kinds: tuple[Kind, ...]) -> Callable[[str], list[str]]:
    return lambda incomplete: [kind.value for kind in kinds if kind.startswith(incomplete)]


class DateOrder(StrEnum):
    """How days in numbers are meant."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


class EqualNames(StrEnum):
    """What people are who share a name alone."""

    SAME = "same"
    NEW = "new"


def register(application: typer.Typer) -> None:
    """Add the commands."""
    application.command(
        "import",
        help=_("Bring in pieces, people, settings, a workspace, a calendar, or answers on stage tags or to a packet."),
    )(bring_in)
    application.command(
        "export", help=_("Write pieces, people, settings, all, a calendar, a packet, or the open stage tags to a file.")
    )(give_out)


def bring_in(
    word: Annotated[
        str, typer.Argument(metavar="KIND", help=", ".join(COMES_IN), autocompletion=_completing(COMES_IN))
    ],
    file: Annotated[str, typer.Argument(metavar="FILE", help=_("CSV, XLSX or JSON; ICS for a calendar."))],
    into: Annotated[str, typer.Option("--into", metavar="WORKSPACE", help=_("The workspace to bring it into."))],
    given: Annotated[
        list[str] | None, typer.Option("--map", metavar="FIELD=COLUMN", help=_("Take a field from this column."))
    ] = None,
    date_order: Annotated[DateOrder | None, typer.Option("--date-order", help=_("How days are written."))] = None,
    sheet: Annotated[str, typer.Option("--sheet", metavar="NAME", help=_("The sheet to read."))] = "",
    equal_names: Annotated[
        EqualNames | None, typer.Option("--equal-names", help=_("People who share a name alone: the same, or new?"))
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Only say what would happen."))] = False,
    skip_bad: Annotated[bool, typer.Option("--skip-bad", help=_("Leave out rows that cannot be taken."))] = False,
    taken_as: Annotated[
        str,
        typer.Option("--as", metavar="WHAT", help=_("What a calendar holds: pieces, dates of the company, or away.")),
    ] = "",
    person: Annotated[
        str, typer.Option("--person", metavar="NAME", help=_("Who is away on the days of a calendar."))
    ] = "",
    first: Annotated[str, typer.Option("--from", metavar="DATE", help=_("Take a calendar from this day on."))] = "",
    last: Annotated[str, typer.Option("--to", metavar="DATE", help=_("Take a calendar up to this day."))] = "",
    today: TodayOption = "",
    as_json: JsonOption = False,
) -> int:
    """Bring a file into a workspace as one change; 1 where rows are refused or questions open."""
    kind = _kind_of(word, COMES_IN)
    path, order, day = Path(file), date_order.value if date_order else "", today_of(today)
    mapping = dict(_mapped(given or ()))
    if kind is Kind.PACKET:
        raise RuleBroken(_("A packet only goes out; what comes back is taken in with “import answer”."))
    with opened(into, to_write=not dry_run) as workspace:
        if kind in (Kind.SETTINGS, Kind.ALL):
            whole = _document(workspace, path, kind, order, today, skip_bad=skip_bad, dry_run=dry_run)
            return _tell(_document_json(whole), whole.notes, as_json=as_json, dry_run=dry_run)
        if kind is Kind.AGREEMENT:
            result = take_in_answers(workspace, path, skip_bad=skip_bad, dry_run=dry_run)
            return _tell(_json(result), list(result.preview.notes), as_json=as_json, dry_run=dry_run)
        if kind is Kind.ANSWER:
            answered = take_in_packet_answers(workspace, path, day, skip_bad=skip_bad, dry_run=dry_run)
            return _tell(*answered, as_json=as_json, dry_run=dry_run)
        if kind is Kind.CALENDAR and taken_as != PIECES:
            days = range_of(first, last, day)
            outcome, notes = take_in_calendar(
                workspace, path, taken_as, person, days, skip_bad=skip_bad, dry_run=dry_run
            )
            return _tell(outcome, notes, as_json=as_json, dry_run=dry_run)
        if kind is Kind.CALENDAR:
            drafts = calendar_drafts(workspace, path, range_of(first, last, day))
        else:
            drafts = _drafts(workspace, path, DraftKind(kind.name.lower()), mapping, order, sheet)
        result = _carry(workspace, drafts, day, equal_names, path.name, skip_bad=skip_bad, dry_run=dry_run)
    return _tell(_json(result), list(result.preview.notes), as_json=as_json, dry_run=dry_run)


def _carry(
    workspace: "Workspace",
    drafts: Drafts,
    day: date,
    equal_names: EqualNames | None,
    source: str,
    *,
    skip_bad: bool,
    dry_run: bool,
) -> "ImportResult":
    """Look and apply; where another program changed the workspace in between, look again."""
    from editorial.services import importing

    tries = 20
    while True:
        preview = importing.preview(workspace, drafts, day, equal_names.value if equal_names else "")
        if dry_run:
            return importing.ImportResult(preview, applied=False)
        try:
            return importing.apply(workspace, preview, skip_bad, source)
        except StaleEdit:
            tries -= 1
            if not tries:
                raise


def _mapped(given: Iterable[str]) -> Iterable[tuple[str, str]]:
    for one in given:
        field, sign, column = one.partition("=")
        if not sign or not field.strip():
            raise RuleBroken(_("--map wants FIELD=COLUMN, not “{text}”.").format(text=one))
        yield field.strip(), column.strip()


def _drafts(
    workspace: "Workspace", path: Path, kind: DraftKind, mapping: Mapping[str, str], order: str, sheet: str
) -> Drafts:
    from editorial.exchange.columns import match
    from editorial.exchange.records import drafts_of
    from editorial.exchange.tables import read_table
    from editorial.services.lists import read_lists

    table = read_table(path, sheet or None, [column for column in mapping.values() if column], kind.value)
    matching = match(table.headings, kind, given=mapping)
    return drafts_of(table, matching, read_lists(workspace).settings, order)


def _document(
    workspace: "Workspace", path: Path, kind: Kind, order: str, today: str, *, skip_bad: bool, dry_run: bool
) -> "DocumentResult":
    from editorial.exchange.documents import read_document
    from editorial.exchange.tables import read_bytes
    from editorial.exchange.whole_documents import reader_of, settings_of
    from editorial.services.import_documents import import_document

    if path.suffix.lower() != ".json":
        raise BadFile(
            _("Settings and whole workspaces come in as JSON; {name} has another ending.").format(name=path.name)
        )
    document = read_document(read_bytes(path))
    whole = kind is Kind.ALL
    return import_document(
        workspace,
        settings_of(document, path.name),
        reader_of(document, DraftKind.PEOPLE, order) if whole else None,
        reader_of(document, DraftKind.PIECES, order) if whole else None,
        today_of(today),
        planning=document.get("planning") if whole else None,
        skip_bad=skip_bad,
        dry_run=dry_run,
        source=path.name,
    )


def _json(result: "ImportResult") -> dict[str, Any]:
    preview = result.preview
    return {
        "read": preview.read,
        "added": len(preview.new),
        "updated": len(preview.changed),
        "unchanged": preview.unchanged,
        "refused": _refusals(preview.refused),
        "applied": result.applied,
        "created": {kind: list(names) for kind, names in preview.created.items()},
        "mapping": dict(preview.mapping),
        "ignored": list(preview.ignored),
        "questions": _questions(preview.questions),
    }


def _document_json(result: "DocumentResult") -> dict[str, Any]:
    return {
        "read": result.read,
        "added": result.added,
        "updated": result.updated,
        "unchanged": result.unchanged,
        "refused": _refusals(result.refused),
        "applied": result.applied,
        "created": result.created,
        "mapping": {},
        "ignored": result.ignored,
        "questions": _questions(result.questions),
    }


def _refusals(refused: Iterable[Refusal]) -> list[dict[str, Any]]:
    return [{"line": one.line, "column": one.column, "value": one.value, "reason": one.reason} for one in refused]


def _questions(questions: Iterable[Question]) -> list[dict[str, Any]]:
    return [{"column": one.column, "readings": list(one.readings), "examples": list(one.examples)} for one in questions]


def _tell(found: dict[str, Any], notes: list[str], *, as_json: bool, dry_run: bool) -> int:
    if as_json:
        print_json(found)
    else:
        say(*_lines(found, notes, dry_run=dry_run))
    return 1 if found["refused"] or found["questions"] else 0


def _lines(found: Mapping[str, Any], notes: Iterable[str], *, dry_run: bool) -> Iterable[str]:
    yield _("{read} read: {added} new, {updated} changed, {unchanged} unchanged, {refused} refused.").format(
        **{**found, "refused": len(found["refused"])}
    )
    if found["mapping"]:
        yield _("Columns: {columns}").format(columns=", ".join(f"{c} → {f}" for f, c in found["mapping"].items()))
    if found["ignored"]:
        yield _("Not used: {columns}").format(columns=", ".join(found["ignored"]))
    for kind, names in found["created"].items():
        if names:
            yield _("New {kind} ({n}): {names}").format(kind=kind, n=len(names), names=_some(names))
    yield from notes
    for one in found["refused"]:
        yield "  " + _refusal_line(one)
    for one in found["questions"]:
        yield "  " + _question_line(one)
    yield _outcome(found, dry_run=dry_run)


def _some(names: list[str], most: int = 12) -> str:
    return ", ".join(names[:most]) + (" …" if len(names) > most else "")


def _refusal_line(one: Mapping[str, Any]) -> str:
    where = _("line {n}").format(n=one["line"]) + (f", {one['column']}" if one["column"] else "")
    return f"{where}: {one['reason']}" + (f" (“{one['value']}”)" if one["value"] else "")


def _question_line(one: Mapping[str, Any]) -> str:
    if set(one["readings"]) == {"same", "new"}:
        return _("Names known already: {names}. Are they the same people? Say --equal-names same, or new.").format(
            names=", ".join(one["examples"])
        )
    readings = _(" or ").join(one["readings"])
    said = _("{column}: is it {readings}?").format(column=one["column"], readings=readings)
    return said + (_(" For example {values}.").format(values=", ".join(one["examples"])) if one["examples"] else "")


def _outcome(found: Mapping[str, Any], *, dry_run: bool) -> str:
    if dry_run:
        return _("Nothing was changed: this was a rehearsal.")
    if not found["applied"]:
        return _why_not(len(found["questions"]), len(found["refused"]))
    if not found["read"]:
        return _("Nothing to change: the file holds no rows.")
    if len(found["refused"]) == found["read"]:
        return _("Nothing was changed: no row can be taken.")
    if not found["added"] and not found["updated"]:
        return _("Nothing to change: everything is there already.")
    return _("Done. One undo takes all of it back.")


def _why_not(questions: int, refused: int) -> str:
    if questions:
        return ngettext(
            "Nothing was changed: {n} question is open.", "Nothing was changed: {n} questions are open.", questions
        ).format(n=questions)
    return ngettext(
        "Nothing was changed: {n} row cannot be taken. With --skip-bad the others are.",
        "Nothing was changed: {n} rows cannot be taken. With --skip-bad the others are.",
        refused,
    ).format(n=refused)


def give_out(
    word: Annotated[
        str, typer.Argument(metavar="KIND", help=", ".join(GOES_OUT), autocompletion=_completing(GOES_OUT))
    ],
    workspace: Annotated[str, typer.Argument(metavar="WORKSPACE")],
    to: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help=_("CSV, XLSX or JSON by its ending; stage tags: XLSX or HTML; a calendar: ICS, HTML or PDF."),
        ),
    ],
    period: PeriodOption = "",
    today: TodayOption = "",
    audience: Annotated[
        str, typer.Option("--audience", metavar="AUDIENCE", help=_("Who reads the calendar: team, sales or public."))
    ] = "team",
    person: Annotated[
        str, typer.Option("--person", metavar="NAME", help=_("Whose calendar it is, or for whom a packet is."))
    ] = "",
    layout: Annotated[
        str, typer.Option("--layout", metavar="LAYOUT", help=_("A calendar as months or as one list."))
    ] = "months",
    as_json: JsonOption = False,
) -> int:
    """Write a file whole or not at all; `--period` keeps to the pieces of these days."""
    kind, path = _kind_of(word, GOES_OUT), Path(to)
    written = [path]
    if kind is Kind.ANSWER:
        raise RuleBroken(_("Answers only come in; what they answer goes out with “export packet”."))
    if kind is Kind.FIELD_NOTES:
        raise RuleBroken(_("Field notes go out with everything else: “export all”."))
    if path.suffix == ".editorial" or path.absolute() == path_of(workspace).absolute():
        raise BadFile(_("{name} is a workspace; export to another file.").format(name=path.name))
    with opened(workspace, to_write=kind is Kind.PACKET) as open_one:
        if kind is Kind.PACKET:
            written = give_out_packet(open_one, path, person, today_of(today))
        elif kind in (Kind.SETTINGS, Kind.ALL):
            _give_document(open_one, kind, path)
        elif kind is Kind.AGREEMENT:
            give_out_tags(open_one, path, period, today)
        elif kind is Kind.CALENDAR:
            give_out_calendar(open_one, path, period, today, audience, person, layout)
        else:
            _give_records(open_one, DraftKind(kind.value), path, period, today)
    if as_json:
        print_json({"path": str(path)})
    else:
        say(*(_("Written: {path}").format(path=one) for one in written))
    return 0


def _give_records(workspace: "Workspace", kind: DraftKind, path: Path, period: str, today: str) -> None:
    from editorial.exchange.writing import write_records
    from editorial.services.exporting import person_records, piece_records
    from editorial.services.lists import read_lists

    if kind is DraftKind.PEOPLE:
        write_records(kind, person_records(workspace), path)
        return
    span = period_of(period, read_lists(workspace), today) if period else None
    write_records(kind, piece_records(workspace, span), path)


def _give_document(workspace: "Workspace", kind: Kind, path: Path) -> None:
    from editorial.exchange.writing import json_records, write_document
    from editorial.services.exporting import person_records, piece_records, planning_document, settings_document

    document: dict[str, Any] = settings_document(workspace)
    if kind is Kind.ALL:
        document = {
            "settings": document,
            "people": json_records(DraftKind.PEOPLE, person_records(workspace)),
            "pieces": json_records(DraftKind.PIECES, piece_records(workspace)),
            "planning": planning_document(workspace),
        }
    write_document(document, path)
