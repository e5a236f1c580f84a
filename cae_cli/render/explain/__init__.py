"""Where a figure comes from: page and data."""
