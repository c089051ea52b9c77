"""From a Markdown body to blocks and runs with their places.

Takes: the body of a file.
Gives: a `Document` of raw text.
"""
