// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/service.h"
#include "tests/simulator/zohoorg.h"

namespace sim::zoho {

//! Files beside records (`/{module}/{id}/Attachments`). Two of one name are kept, as the vendor
//! keeps them.
class Attachments
{
public:
    explicit Attachments(Org &org) : m_org(org) { }

    //! GET (`fields` is mandatory) and POST (multipart, one part "file").
    Answer handle(const Module &module, const Request &request, const QString &id);
    //! All files with their Parent_Id, and the SHA-256 of their bytes as "$sha256".
    QJsonArray records() const { return m_files; }

private:
    Answer upload(const Request &request, const QString &id);
    Answer list(const Request &request, const QString &id) const;

    Org &m_org;
    QJsonArray m_files;
};

} // namespace sim::zoho
