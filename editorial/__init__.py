"""Editorial: plan what is published, for whom and why, and see what the plan lacks."""

__version__ = "0.1.0"
