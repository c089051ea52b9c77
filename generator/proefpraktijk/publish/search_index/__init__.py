"""The search index of the site, made by Pagefind from the texts alone.

Takes: searchable texts.
Gives: `pagefind/`.
"""
