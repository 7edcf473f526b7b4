"""Reading by lexicons and local syntax: the first extractor, and the fallback of later ones."""
