"""The gate, fail closed: holds every word that nothing has explained.

Takes: a document's text and what earlier layers found.
Gives: spans to hold.
"""
