"""Names of publishers for the desk, which may not import the crawler itself."""


def publisher_names() -> dict[str, str]:
    """Names by code; none where the crawler's part is not installed."""
    try:
        from crawler.publishers import catalogue  # noqa: PLC0415 - the desk also runs without the crawler's packages
    except ImportError:
        return {}
    return {code: publisher.name for code, publisher in catalogue().items()}
