"""The Dutch language: which words are ordinary, how they inflect and join, where sentences begin.

Takes: words, sentences.
Gives: facts about them.

Knows nothing of documents, rosters or pages; imports nothing of ours.
"""
