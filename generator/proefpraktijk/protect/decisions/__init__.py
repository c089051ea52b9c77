"""Decisions of reviewers: checked before use, applied to texts, reported when they no longer fit.

Takes: `content/decisions.yml`.
Gives: layers for the detector, and problems.
"""
