"""How far discovery goes: what a site lists can have no end, by a slip or to trap crawlers."""

# The sitemap protocol allows 50 MB; a small file that unpacks to more is a trap.
LARGEST_LIST = 60_000_000  # bytes, unpacked
# The protocol allows 50,000; some sites put all that they have into one file.
MOST_LINKS = 200_000  # of one list
DEEPEST_LIST = 6  # steps from a publisher's own feeds and sitemaps
# So many lists one after the other that name nothing new: a calendar without end, or sitemaps that name each other.
MOST_BARREN_LISTS = 400
MOST_ARCHIVE_DAYS = 4_000  # of one run: about eleven years
MOST_ARCHIVE_PAGES = 50  # of one day
MOST_TAG_PAGES = 10  # of one tag or search
# So many days one after the other whose list cannot be had, and the archive is left alone for this run.
MOST_ARCHIVE_FAILURES = 3
LONGEST_ADDRESS = 2_000  # characters
