"""The names that are known to be secret: all their forms, and an index to look words up in."""
