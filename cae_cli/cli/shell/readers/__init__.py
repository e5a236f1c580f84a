"""What a person types, read: what has one reading is taken and echoed, what has two is refused."""
