"""The proposed plan on the calendar: ghosts on its days, and the panel that tells why."""
