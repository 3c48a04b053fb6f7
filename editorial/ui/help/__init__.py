"""The manual, the glossary and what the program is made of."""
