"""The small encoder that reads a text once, and the scores that its heads give."""
