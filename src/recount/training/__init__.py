"""Training: the corpora that a reader learns from, and how it learns."""
