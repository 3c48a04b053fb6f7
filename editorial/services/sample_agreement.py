"""The sample's agreement with sales: one version, in which one stage still said something else."""

import tomllib
from dataclasses import replace
from datetime import date
from typing import Any

from editorial.domain.agreement import frozen_stage
from editorial.domain.workdays import shift_working_days, work_calendar
from editorial.language import _
from editorial.locations import resources
from editorial.store.agreement import agreed_pieces, follow_tags, insert_version
from editorial.store.lists import read_lists


def add_agreement(connection: Any, today: date) -> None:
    """Add the version, made some weeks before today; the tags that are agreed belong to it."""
    written = tomllib.loads((resources() / "sample" / "agreement.toml").read_text(encoding="utf-8"))
    lists = read_lists(connection)
    then = {_(name): texts for name, texts in written["stages"].items()}
    frozen = [replace(frozen_stage(stage), **then.get(stage.name, {})) for stage in lists.stages.values()]
    day = shift_working_days(today, -written["working_days_ago"], work_calendar(lists.settings, lists.notes))
    insert_version(connection, frozen, marketing=written["marketing"], sales=written["sales"], day=day)
    follow_tags(connection, agreed_pieces(connection))
