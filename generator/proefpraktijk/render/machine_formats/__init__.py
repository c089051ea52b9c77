"""The doors for machines: feeds, the codebook as linked data, what a page is about, `llms.txt`, old addresses.

A door tells what the pages tell and nothing else: all its words come through `plain`. What needs absolute addresses
(feeds, `robots.txt`) is there only when `site_url` is known; all else is relative without it.
"""
