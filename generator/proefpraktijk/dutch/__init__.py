"""The Dutch language: which words are ordinary, how they inflect and join, and where sentences begin.

Knows nothing of schools' documents, names on a roster or pages; imports nothing of ours.
"""
