"""What the law and the cooperatives say: pure functions over dated data."""
