"""The pay that holds: page and data."""
