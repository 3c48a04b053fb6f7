"""Coverage on the whole screen, for a room: the matrix, each segment, each stage, and what a cell holds."""
