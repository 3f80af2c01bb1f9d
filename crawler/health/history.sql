-- What reports of earlier runs say, digested for the monitors. Made anew from runs/*.json where it is missing.
CREATE TABLE IF NOT EXISTS reports (run TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS shares (
    publisher TEXT NOT NULL,
    started TEXT NOT NULL,      -- ISO 8601, UTC
    run TEXT NOT NULL,
    whole INTEGER NOT NULL,     -- ran to its end and was told to hold nothing back
    new INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    p95 REAL,                   -- seconds
    outcomes TEXT NOT NULL,     -- JSON
    seen TEXT NOT NULL,         -- JSON
    failed TEXT NOT NULL,       -- names of monitors, with spaces
    PRIMARY KEY (publisher, started, run)
) WITHOUT ROWID;
