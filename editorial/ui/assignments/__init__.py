"""Who owes what for a piece: shown with it, asked for, answered, handed on."""
