-- SPDX-FileCopyrightText: 2026 The Vestibule authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Dental profiles and charts as last read: a cache. The pictures themselves are sealed files; the
-- row knows which. owner is a patient, a visit, or "clinic" for the backgrounds.

CREATE TABLE chart_cache (
    owner TEXT NOT NULL,
    kind TEXT NOT NULL,
    read_ms BIGINT NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (owner, kind)
);

-- What a surgeon kept of a chart for a treatment proposal. Our own data, so the picture is here and
-- not in the cache.
CREATE TABLE chart_kept (
    id TEXT PRIMARY KEY,
    patient TEXT NOT NULL,
    visit TEXT NOT NULL DEFAULT '',
    kept_ms BIGINT NOT NULL,
    by_staff TEXT NOT NULL,
    sealed BLOB NOT NULL,
    picture BLOB
);
CREATE INDEX chart_kept_patient ON chart_kept (patient, kept_ms);
