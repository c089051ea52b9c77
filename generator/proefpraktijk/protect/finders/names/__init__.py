"""Finders of names: those of the roster, and those that a title or another word gives away."""
