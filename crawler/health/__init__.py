"""Whether a crawl went as it usually does: what was seen of each publisher, what is usual, and the monitors' verdict.

`crawler.health.judge` is the way in; limits are data (limits.yaml).
"""
