"""The agreement place: what marketing and sales have agreed on, stage by stage and tag by tag."""
