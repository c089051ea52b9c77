"""The only room that seals: makes safe text, links and addresses of what has passed.

Takes: a document and its replacements.
Gives: safe text, link targets, addresses.
"""
