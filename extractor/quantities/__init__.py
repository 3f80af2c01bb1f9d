"""Recognisers of numbers, percentages and counts in folded text."""

from extractor.quantities.numbers import find_numbers
from extractor.quantities.recognise import find_quantities

__all__ = ["find_numbers", "find_quantities"]
