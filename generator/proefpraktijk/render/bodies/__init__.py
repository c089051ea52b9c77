"""The HTML of a text: rendered once, completed when its page is planned.

Takes: a safe document.
Gives: a rendered body with placeholders for what depends on other documents.
"""
