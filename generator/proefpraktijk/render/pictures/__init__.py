"""The pictures: what there is to draw and where, as views. The drawing is in `templates/pages/_pictures.html.j2`.

Takes: counts of the knowledge base.
Gives: views.

Every picture stands in a `figure` with a table of the same numbers. Measures are whole pixels; where a picture grows
with its page, percentages of its width: letters stay as large as those of the text, on a phone too.
"""
