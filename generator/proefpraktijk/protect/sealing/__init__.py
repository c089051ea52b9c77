"""Making safe text, links and addresses of what has passed."""
