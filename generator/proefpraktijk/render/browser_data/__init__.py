"""Data files that scripts in the browser read: facets, handles, and the texts to search.

Takes: the knowledge base.
Gives: JSON files, searchable texts.
"""
