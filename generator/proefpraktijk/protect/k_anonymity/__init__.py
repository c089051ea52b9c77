"""How precise the coordinates of a report may be, so that they fit at least `k` people."""
