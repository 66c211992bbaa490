-- SPDX-FileCopyrightText: 2026 The Vestibule authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Acts that no invoice of their visit carries, and the supplementary invoices made of them. Our own
-- data. The acts of visit_order stay those of the exit; what DentalTap has later is beside them.

ALTER TABLE visit_order ADD COLUMN later_acts BLOB;

CREATE TABLE open_item (
    visit TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
    item TEXT NOT NULL,
    state TEXT NOT NULL,
    supplement TEXT NOT NULL DEFAULT '',
    seen_ms BIGINT NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (visit, item)
);
CREATE INDEX open_item_state ON open_item (state);
CREATE INDEX open_item_supplement ON open_item (supplement);

-- The invoice is that of the CRM.
CREATE TABLE supplement (
    id TEXT PRIMARY KEY,
    visit TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
    billed_ms BIGINT NOT NULL,
    dropped INTEGER NOT NULL DEFAULT 0,
    crm_invoice_number TEXT NOT NULL DEFAULT '',
    ledger_invoice_number TEXT NOT NULL DEFAULT '',
    sealed BLOB NOT NULL,
    invoice BLOB
);
CREATE INDEX supplement_visit ON supplement (visit, billed_ms);
