"""The planning session: gaps on the screen, ideas captured live, decisions kept, and the relevance review."""
