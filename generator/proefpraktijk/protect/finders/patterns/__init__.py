"""Finders of what is recognised by its form: addresses, numbers, days, streets, links.

Takes: a document's text.
Gives: spans to replace, hold or keep.
"""
