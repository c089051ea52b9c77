"""Read, protect, link, in that order; and what is made of the result: a site, a preview, handouts, a review.

Takes: the folder of a site.
Gives: the knowledge base with all problems and holds; a site, a PDF, answers in `content/decisions.yml`.
"""
