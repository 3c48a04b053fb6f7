"""Plain lists and forms of what planning needs besides pieces: requests, field notes and interviews."""
