// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace sim::zoho {

enum class Type {
    Text,
    LongText,
    Email,
    Phone,
    Picklist,
    Integer,
    Double,
    Currency,
    Percent,
    Boolean,
    Date,
    DateTime,
    Lookup, //!< to the module in Field::target
    AnyLookup, //!< What_Id: to the module that $se_module names
    UserLookup,
    Subform, //!< lines described by the module in Field::target
    AutoNumber,
    Json, //!< arrays and objects kept as they came
};

struct Field {
    QString name;
    Type type = Type::Text;
    int length = 255;
    QString target;
    QStringList options; //!< picklist: actual values
    bool mandatory = false;
    bool unique = false;
    bool readOnly = false; //!< set or computed by the CRM alone
    bool custom = false;
};

struct Module {
    QString name; //!< API name
    QString id;
    QString singular;
    QString plural;
    QString nameField; //!< the field that names a record in a lookup
    bool isSubform = false;
    bool isCustom = false;
    QList<Field> fields;

    const Field *field(QStringView fieldName) const;
    //! The field that holds the lines, or null.
    const Field *lines() const;
};

//! Modules and fields of the clinic's CRM: the standard ones that matter and those of
//! crm-schema.md.
class Metadata
{
public:
    struct Switches {
        bool missingVestibuleFields = false;
        bool pipelines = false; //!< Deals.Pipeline is then mandatory
    };
    explicit Metadata(Switches switches);

    const QList<Module> &modules() const { return m_modules; }
    const Module *module(QStringView name) const;

    //! As in GET /settings/modules and /settings/fields.
    static QJsonObject moduleJson(const Module &module);
    static QJsonArray fieldsJson(const Module &module, const Metadata &metadata);

private:
    QList<Module> m_modules;
};

} // namespace sim::zoho
