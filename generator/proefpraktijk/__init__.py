"""Publish what practitioners learn from each other, without exposing anyone."""

__version__ = "0.1.0"
