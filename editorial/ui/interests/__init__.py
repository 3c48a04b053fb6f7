"""The interests place: whether the readers' top interests get their turn, and which is next."""
