"""From a Markdown body to blocks and runs with places."""
