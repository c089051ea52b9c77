"""Optional programs of others (Deduce, Frog) that read after all our own finders and can only hold.

Takes: a document's text.
Gives: spans to hold.
"""
