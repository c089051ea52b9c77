"""Optional programs of others (Deduce, Frog) that look after all our own finders and can only hold."""
