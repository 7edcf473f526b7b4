"""Loaders: each brings one data set into examples to learn from."""
