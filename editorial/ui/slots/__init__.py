"""Recurring slots: their list, their form, and how much of a series an edit means."""
