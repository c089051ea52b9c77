"""Finders of names: those on the roster, and those that a title or another word reveals.

Takes: a document's text.
Gives: spans of names, with whose they may be.
"""
