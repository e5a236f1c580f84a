"""Where a figure comes from: an answer told as parts that add up, down to the file and the law."""
