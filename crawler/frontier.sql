-- What the crawler has seen. A page or list is recorded before it is asked for, and marked only after what it gave is kept.
CREATE TABLE IF NOT EXISTS pages (
    url TEXT PRIMARY KEY,            -- canonical
    publisher TEXT NOT NULL,
    address TEXT NOT NULL,           -- as listed; this is what is asked for
    day TEXT,                        -- as the list dates it
    open INTEGER NOT NULL DEFAULT 1, -- to be tried: never was, was in flight when the program ended, or may end otherwise
    outcome TEXT,                    -- of the last try
    detail TEXT,
    run TEXT,                        -- the last run that tried it
    attempts INTEGER NOT NULL DEFAULT 0,
    tried TEXT,
    etag TEXT,
    last_modified TEXT,
    digest TEXT,                     -- of the page as sent
    not_before TEXT,                 -- a failed page is left alone until then
    published TEXT,                  -- of a stored article
    visit TEXT                       -- when a stored article is due to be looked at again
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS open_pages ON pages (publisher, day DESC, url DESC) WHERE open;
CREATE TABLE IF NOT EXISTS lists (
    url TEXT PRIMARY KEY,
    publisher TEXT NOT NULL,
    depth INTEGER NOT NULL,          -- 0: named by the publisher's class
    day TEXT,                        -- last day it covers, or last change, as its index says
    due INTEGER NOT NULL DEFAULT 1,
    outcome TEXT,
    run TEXT,                        -- the last run that asked for it
    tried TEXT,
    etag TEXT,
    last_modified TEXT,
    digest TEXT
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS visits_due ON pages (publisher, visit) WHERE visit IS NOT NULL;
-- Publishers that refused; the row goes when one of their pages is had again.
CREATE TABLE IF NOT EXISTS pauses (
    publisher TEXT PRIMARY KEY,
    until TEXT NOT NULL,
    times INTEGER NOT NULL           -- on end
) WITHOUT ROWID;
