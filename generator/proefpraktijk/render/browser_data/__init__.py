"""Data files that scripts in the browser read: facets, handles, and the texts to search."""
