"""The gate: holds every word that nothing has explained."""
