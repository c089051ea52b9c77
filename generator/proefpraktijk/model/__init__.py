"""The nouns: frozen, typed, no I/O. Every house speaks them; they know no house."""
