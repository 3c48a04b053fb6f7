"""The load place: who has how much to do in which week, and handing it on."""
