"""One module for each kind of page: a view, and the function that plans the pages of that kind.

Takes: the knowledge base.
Gives: planned pages.
"""
