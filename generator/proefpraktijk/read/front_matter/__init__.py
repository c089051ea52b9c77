"""Front matter: YAML with places, field names, checked models."""
