"""The coverage place: segment × stage, its gaps, and what would fill them."""
