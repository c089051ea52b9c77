"""A document as one text, with the way back to its runs and its file, and the replacing of spans in it.

Takes: fields and a body.
Gives: one text with offsets, and the runs with spans replaced.
"""
