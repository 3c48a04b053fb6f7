"""What sales hears: field notes and what came of them, answer cards, and tips that worked."""
