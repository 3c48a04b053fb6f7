"""Home: what needs action in three short lists, what is now and next, this week; and the review list."""
