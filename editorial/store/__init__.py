"""Where a workspace is kept: tables, journal, search index, migrations and backups."""
