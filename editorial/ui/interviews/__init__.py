"""Interviews from the first question to the quote in use: plan, talk, what was said, and what readers ask."""
