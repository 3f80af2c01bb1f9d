"""Speed, measured against named peers in one run and told as ratios."""
