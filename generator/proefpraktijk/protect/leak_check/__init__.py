"""The search of finished bytes for secret strings."""
