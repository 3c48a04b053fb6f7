"""Sharing the calendar: as a file now, and into a folder whenever something changes."""
