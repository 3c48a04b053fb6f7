"""The segments place: who the readers are, what they ask at each stage, and what is planned for them."""
