"""The HTML of a report's body."""
