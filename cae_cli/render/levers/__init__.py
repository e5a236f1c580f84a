"""What would bring a first salary forward: page, words, data."""
