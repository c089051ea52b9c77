"""The names that are known to be secret: all their forms, and an index to look words up in.

Takes: the roster.
Gives: entities, name forms, facts of a word.
"""
