"""The extractor's version, written into every record: it rises whenever records may change."""

VERSION = "0.2.0"
