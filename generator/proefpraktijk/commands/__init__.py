"""One module a command: its options, one call down the street, and what it says. Loaded only when used."""
