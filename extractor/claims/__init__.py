"""From recognised words to records: clauses, figures and their owners, standings, duties, claimants."""
