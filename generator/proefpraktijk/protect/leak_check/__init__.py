"""The search of finished bytes for secret strings, in every spelling and packing.

Takes: secret strings and a file.
Gives: where one is found.
"""
