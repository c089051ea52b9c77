"""How precise the published coordinates of a report may be, so that they fit at least `k` people.

Takes: the provenance of all reports.
Gives: the published coordinates of each.
"""
