"""Citations of laws and decrees: their parts, names, years, and the words that point back to them."""
