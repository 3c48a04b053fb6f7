"""Editors of the declared fields of a piece, shared by the panel, bulk edits, blanks and filters."""
