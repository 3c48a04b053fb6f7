"""Ideas: pieces without a date, beside the calendar and as a place."""
