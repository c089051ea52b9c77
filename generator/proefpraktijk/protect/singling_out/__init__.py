"""Stories that may lead to one person without naming anybody.

Takes: a document after detection.
Gives: notices for a reviewer.
"""
