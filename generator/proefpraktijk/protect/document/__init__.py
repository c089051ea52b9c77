"""A document as one text, with the way back to its runs and to its file, and the replacing of stretches of it."""
