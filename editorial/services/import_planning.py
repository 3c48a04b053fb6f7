"""Bringing in what a whole workspace holds besides settings, people and pieces: slots, agreements, tasks."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from editorial.domain.drafts import Refusal
from editorial.domain.settings_documents import shown
from editorial.language import _
from editorial.services.exporting import PLANNING_KEYS
from editorial.services.import_results import DocumentResult
from editorial.store.carrying import References, Unfit, write_parts_of, write_record
from editorial.store.importing import Connection

Write = Callable[[Mapping[str, Any]], str]


def bring_planning(
    connection: Connection, document: Any, result: DocumentResult, of_file: Mapping[str, Mapping[str, int]]
) -> None:
    """Write the records of planning and count them; what cannot be kept is refused with its field and value.

    `of_file` gives the pieces and people by the ids under which the same file has just brought them.
    """
    if not isinstance(document, Mapping):
        result.refused.append(Refusal(1, "planning", shown(document), _("this is not a record with named fields")))
        return
    references = References(connection, of_file)
    writers = dict(_writers(connection, references))
    result.ignored += [f"planning.{key}" for key in document if key not in writers]
    for key, write in writers.items():
        listed = document.get(key, [])
        if not isinstance(listed, list):
            result.refused.append(Refusal(1, f"planning.{key}", shown(listed), _("write a list of records")))
            continue
        for item, record in enumerate(listed, start=1):
            _bring(key, item, record, write, result)


def _writers(connection: Connection, references: References) -> Iterator[tuple[str, Write]]:
    def records(table: str) -> Write:
        return lambda record: write_record(connection, table, record, references)

    def parts_of(owner: str) -> Write:
        return lambda record: write_parts_of(connection, owner, record, references)

    yield from ((key, records(table)) for key, table in PLANNING_KEYS.items())
    yield "of_people", parts_of("person")
    yield "of_pieces", parts_of("piece")


def _bring(key: str, item: int, record: Any, write: Write, result: DocumentResult) -> None:
    result.read += 1
    if not isinstance(record, Mapping):
        reason = _("this is not a record with named fields")
        result.refused.append(Refusal(item, f"planning.{key}", shown(record), reason))
        return
    try:
        done = write(record)
    except Unfit as bad:
        column = f"planning.{key}.{bad.field_name}".rstrip(".")
        result.refused.append(Refusal(item, column, shown(bad.value), _("this cannot be kept")))
        return
    result.added += done == "added"
    result.updated += done == "updated"
    result.unchanged += done == "unchanged"
