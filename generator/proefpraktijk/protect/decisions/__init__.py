"""What reviewers decided: applied to texts, checked before use, and reported when it no longer fits."""
