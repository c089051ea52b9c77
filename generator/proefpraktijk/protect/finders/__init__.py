"""What finds names and other traces in a text, one layer each, and what the layers share.

Takes: a document's text.
Gives: spans to replace, hold or keep.
"""
