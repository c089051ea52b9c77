"""What looks for names and other traces in a text, one layer each, and what they share while they look."""
