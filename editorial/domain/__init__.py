"""The rules of planning: pure functions over frozen records, without clock, files, database or window."""
