"""Files in and out; never sees the database."""
