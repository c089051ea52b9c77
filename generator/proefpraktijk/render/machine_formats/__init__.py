"""Machine-readable formats: feeds, the codebook as linked data, `llms.txt`, redirects from earlier addresses.

Takes: the knowledge base.
Gives: planned files.

They say what the pages say and nothing else: all words go through `plain_text.checked_text`. What needs absolute addresses
(feeds, `robots.txt`) is there only when `site_url` is known; all else is relative without it.
"""
