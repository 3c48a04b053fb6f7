"""Filters as chips in a row, and saved views."""
