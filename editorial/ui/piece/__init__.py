"""One piece: the side panel and the place where it opens in full."""
