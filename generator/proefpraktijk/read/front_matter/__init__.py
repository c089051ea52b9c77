"""Front matter: YAML with the place of every value, field names, checked models.

Takes: the head of a file.
Gives: a checked model, problems.
"""
