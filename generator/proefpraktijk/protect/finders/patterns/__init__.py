"""Finders of what shows by its form what it is: addresses, numbers, days, streets, links."""
