"""The experts place: everybody who contributes, who could speak on what, and what came of what they gave."""
