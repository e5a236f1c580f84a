"""Scenarios side by side, and why an answer moved: page, words, data."""
