"""The box on Ctrl+K."""
