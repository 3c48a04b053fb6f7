"""A first look at a workspace while the libraries of the store are still loading."""

from editorial.store.glance import Glance, glance

__all__ = ["Glance", "glance"]
