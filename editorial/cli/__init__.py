"""The command line: a second front end of the same services."""
