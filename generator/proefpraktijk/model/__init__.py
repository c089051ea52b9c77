"""The nouns every package speaks: frozen, typed, without I/O; they know no other package."""
