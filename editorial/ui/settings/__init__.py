"""The settings place: lists, targets and the workspace itself."""
