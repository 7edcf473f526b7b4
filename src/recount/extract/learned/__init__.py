"""The extractor ``learned``: one pass of a small encoder, its heads, and their decoding."""
