// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/proposal.h"

#include "ui/plans/proposalpictures.h"
#include "ui/plans/proposalwords.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPdfWriter>
#include <QTextDocument>
#include <cmath>

using namespace Qt::StringLiterals;

namespace proposaldocument {

namespace {

constexpr int dotsPerInch = 300;
constexpr double pointSize = 9.5;
constexpr double footPointSize = 7.5;
constexpr double marginMillimetres = 17;
constexpr qsizetype blankCharacters = 18; //!< of a line to fill in by hand

QString safe(const QString &text)
{
    return text.toHtmlEscaped();
}

//! Lines stay lines, an empty line parts paragraphs.
QString paragraphs(const QString &text, const QString &style = {})
{
    QString result;
    for (const QString &part : text.trimmed().split(u"\n\n"_s, Qt::SkipEmptyParts))
        result += u"<p style=\"margin:4px 0;%1\">%2</p>"_s.arg(
            style, safe(part.trimmed()).replace(u'\n', u"<br/>"_s));
    return result;
}

QString blank()
{
    return QString(blankCharacters, u'.');
}

QString cell(const QString &text, bool right = false, const QString &style = {})
{
    return u"<td align=\"%1\" style=\"padding:2px 4px;%2\">%3</td>"_s.arg(
        right ? u"right"_s : u"left"_s, style, text);
}

//! percent: of the table's width, so that all tables of a page have the same columns.
QString heading(const QString &text, int percent, bool right = false)
{
    return u"<th align=\"%1\" valign=\"bottom\" width=\"%2%\" "
           "style=\"padding:2px 4px;font-weight:600;color:#55606e;\">%3</th>"_s
               .arg(right ? u"right"_s : u"left"_s)
               .arg(percent)
               .arg(text);
}

//! One proposal into markup, part by part.
class Writer
{
public:
    explicit Writer(const Proposal &proposal) : m_p(proposal), m_words(proposal.language) { }

    QString whole() const
    {
        return u"<html><body>"_s + head() + title() + people() + paragraphs(m_p.texts.opening)
            + chart() + phases() + total() + paragraphs(m_p.texts.closing) + legal() + signatures()
            + u"</body></html>"_s;
    }
    QString foot(int page, int pages) const
    {
        QStringList parts;
        if (!m_p.clinic.isEmpty())
            parts.append(m_p.clinic);
        parts.append(m_words(QT_TRANSLATE_NOOP("Proposal", "Version %1")).arg(m_p.version));
        parts.append(m_words(QT_TRANSLATE_NOOP("Proposal", "Check mark %1")).arg(m_p.digest));
        parts.append(m_words(QT_TRANSLATE_NOOP("Proposal", "Page %1 of %2")).arg(page).arg(pages));
        return parts.join(u" · "_s);
    }

private:
    QString head() const
    {
        QStringList facts{
            m_words(QT_TRANSLATE_NOOP("Proposal", "Date: %1")).arg(m_words.date(m_p.date)),
            m_words(QT_TRANSLATE_NOOP("Proposal", "Valid until %1"))
                .arg(m_words.date(m_p.validUntil))};
        if (!m_p.quote.isEmpty())
            facts.append(m_words(QT_TRANSLATE_NOOP("Proposal", "Quote %1")).arg(safe(m_p.quote)));
        return u"<table width=\"100%\" cellspacing=\"0\"><tr><td width=\"62%\">"
               "<p style=\"font-size:15pt;font-weight:600;margin:0;\">%1</p>%2</td>"
               "<td align=\"right\" valign=\"top\"><p style=\"margin:0;\">%3</p></td></tr></table>"_s
                   .arg(safe(m_p.clinic), paragraphs(m_p.texts.letterhead, u"color:#55606e;"_s),
                        facts.join(u"<br/>"_s));
    }

    QString title() const
    {
        QString text = m_p.conventional
            ? m_words(QT_TRANSLATE_NOOP("Proposal", "Quote for dental care"))
            : m_words(QT_TRANSLATE_NOOP("Proposal", "Treatment proposal"));
        QStringList below;
        if (!m_p.title.isEmpty())
            below.append(safe(m_p.title));
        below.append(m_words(QT_TRANSLATE_NOOP("Proposal", "Version %1")).arg(m_p.version));
        return u"<p style=\"font-size:15pt;font-weight:600;margin:16px 0 0 0;\">%1</p>"
               "<p style=\"margin:0 0 8px 0;color:#55606e;\">%2</p>"_s.arg(text,
                                                                           below.join(u" · "_s));
    }

    QString people() const
    {
        QStringList patient{u"<b>%1</b>"_s.arg(safe(m_p.patient))};
        if (m_p.birthDate.isValid())
            patient.append(m_words(QT_TRANSLATE_NOOP("Proposal", "Born on %1"))
                               .arg(m_words.date(m_p.birthDate)));
        if (m_p.conventional) {
            for (const char *each :
                 {QT_TRANSLATE_NOOP("Proposal", "Address: %1"),
                  QT_TRANSLATE_NOOP("Proposal", "Telephone: %1"),
                  QT_TRANSLATE_NOOP("Proposal", "Social security number (if wished): %1"),
                  QT_TRANSLATE_NOOP("Proposal", "Insurer and contract (if wished): %1")})
                patient.append(m_words(each).arg(blank()));
        }
        QStringList practitioner;
        if (!m_p.practitioner.isEmpty())
            practitioner.append(u"<b>%1</b>"_s.arg(safe(m_p.practitioner)));
        if (!m_p.registration.isEmpty())
            practitioner.append(safe(m_p.registration).replace(u'\n', u"<br/>"_s));
        const auto box = [](const QString &word, const QStringList &lines) {
            return u"<td width=\"50%\" valign=\"top\" style=\"padding:6px "
                   u"8px;background:#f3f6f9;\">"
                   "<span style=\"color:#55606e;\">%1</span><br/>%2</td>"_s.arg(
                       word, lines.join(u"<br/>"_s));
        };
        return u"<table width=\"100%\" cellspacing=\"0\"><tr>"_s
            + box(m_words(QT_TRANSLATE_NOOP("Proposal", "Patient")), patient)
            + box(m_words(QT_TRANSLATE_NOOP("Proposal", "Practitioner")), practitioner)
            + u"</tr></table>"_s;
    }

    QString chart() const
    {
        if (m_p.picture.bytes.isEmpty() && m_p.mouth.isEmpty())
            return {};
        QString caption;
        if (m_p.picture.date.isValid())
            caption = m_words(QT_TRANSLATE_NOOP("Proposal", "Chart of %1"))
                          .arg(m_words.date(m_p.picture.date));
        else if (m_p.picture.bytes.isEmpty())
            caption = m_words(QT_TRANSLATE_NOOP("Proposal", "Dashed: what this proposal is about"));
        return u"<p align=\"center\" style=\"margin:10px 0 2px 0;\"><img src=\"%1\"/></p>"
               "<p align=\"center\" style=\"margin:0;color:#55606e;\">%2</p>"_s.arg(chartUrl(),
                                                                                    caption);
    }

    QString columns() const
    {
        const bool wide = m_p.conventional;
        QString row = heading(m_words(QT_TRANSLATE_NOOP("Proposal", "Tooth")), wide ? 9 : 11);
        if (wide)
            row += heading(m_words(QT_TRANSLATE_NOOP("Proposal", "Code")), 10);
        row += heading(m_words(QT_TRANSLATE_NOOP("Proposal", "Treatment")), wide ? 26 : 45)
            + heading(m_words(QT_TRANSLATE_NOOP("Proposal", "Surface")), wide ? 6 : 10)
            + heading(m_words(QT_TRANSLATE_NOOP("Proposal", "Qty")), wide ? 6 : 7, true)
            + heading(m_words(QT_TRANSLATE_NOOP("Proposal", "Price")), wide ? 11 : 13, true)
            + heading(m_words(QT_TRANSLATE_NOOP("Proposal", "Amount")), wide ? 11 : 14, true);
        if (wide)
            row += heading(m_words(QT_TRANSLATE_NOOP("Proposal", "Insurance base")), 11, true)
                + heading(m_words(QT_TRANSLATE_NOOP("Proposal", "Not refunded")), 10, true);
        return u"<thead><tr>"_s + row + u"</tr></thead>"_s;
    }

    QString line(const Proposal::Line &line) const
    {
        const QString rule = u"border-top:1px solid #d8dee6;"_s;
        const auto dash = [](const QString &text) { return text.isEmpty() ? u"—"_s : safe(text); };
        QString label = safe(line.label);
        if (line.discountPercent != 0)
            label += u" <span style=\"color:#55606e;\">(%1)</span>"_s.arg(
                m_words(QT_TRANSLATE_NOOP("Proposal", "discount %1 %"))
                    .arg(m_words.quantity(line.discountPercent)));
        QString row = cell(dash(line.teeth), false, rule);
        if (m_p.conventional)
            row += cell(dash(line.code), false, rule);
        row += cell(label, false, rule) + cell(dash(line.surfaces), false, rule)
            + cell(m_words.quantity(line.quantity), true, rule)
            + cell(m_words.amount(line.price), true, rule)
            + cell(m_words.amount(line.amount), true, rule);
        // Nobody here knows what an insurance pays: these are filled in by hand.
        if (m_p.conventional)
            row += cell(u"........"_s, true, rule) + cell(u"........"_s, true, rule);
        return u"<tr>"_s + row + u"</tr>"_s;
    }

    QString phases() const
    {
        QString result;
        int number = 0;
        for (const Proposal::Phase &phase : m_p.phases) {
            ++number;
            QString name = m_words(QT_TRANSLATE_NOOP("Proposal", "Phase %1")).arg(number);
            QStringList about;
            if (phase.date.isValid())
                about.append(m_words.date(phase.date));
            if (phase.minutes > 0)
                about.append(m_words.minutes(phase.minutes));
            QString rows;
            for (const Proposal::Line &each : phase.lines)
                rows += line(each);
            const int before = m_p.conventional ? 6 : 5;
            rows += u"<tr><td colspan=\"%1\" align=\"right\" style=\"padding:2px 4px;"
                    "border-top:1px solid #8a95a3;\"><b>%2</b></td>%3</tr>"_s.arg(before)
                        .arg(name,
                             cell(u"<b>%1</b>"_s.arg(m_words.amount(phase.amount)), true,
                                  u"border-top:1px solid #8a95a3;"_s));
            if (!phase.title.isEmpty() && phase.title.compare(name, Qt::CaseInsensitive) != 0)
                name += u" · "_s + safe(phase.title);
            result += u"<p style=\"margin:12px 0 2px 0;\"><b>%1</b> "
                      "<span style=\"color:#55606e;\">%2</span></p>"
                      "<table width=\"100%\" cellspacing=\"0\" "
                      "style=\"border-collapse:collapse;\">%3%4</table>"_s.arg(
                          name, about.join(u" · "_s), columns(), rows);
        }
        return result;
    }

    QString total() const
    {
        return u"<p align=\"right\" style=\"font-size:13pt;font-weight:600;margin:10px 4px;\">%1 %2"
               "</p>"_s.arg(m_words(QT_TRANSLATE_NOOP("Proposal", "Total:")),
                            m_words.money(m_p.total).toHtmlEscaped());
    }

    QString legal() const
    {
        QString result;
        if (m_p.conventional) {
            const QString none = blank();
            for (const QString &each :
                 {m_words(QT_TRANSLATE_NOOP(
                              "Proposal",
                              "Custom-made device: made in  ☐ France  ☐ European Union  ☐ outside "
                              "the European Union  ☐ subcontracted: %1"))
                      .arg(none),
                  m_words(QT_TRANSLATE_NOOP("Proposal",
                                            "Sale price of the device: %1   Care and running "
                                            "costs: %2"))
                      .arg(none, none),
                  m_words(QT_TRANSLATE_NOOP("Proposal",
                                            "An alternative without, or with limited, "
                                            "out-of-pocket cost (100 % Santé):  ☐ was proposed: %1 "
                                            " ☐ does not exist for this care"))
                      .arg(none),
                  m_words(QT_TRANSLATE_NOOP(
                      "Proposal",
                      "Written information before care is compulsory above 70 € (order of 2 "
                      "October 2008; article L1111-3 of the French public health code)."))})
                result += u"<p style=\"margin:3px 0;font-size:8pt;\">%1</p>"_s.arg(each);
        }
        return result + paragraphs(m_p.texts.legal, u"font-size:8pt;color:#55606e;"_s);
    }

    QString signatureBox(plans::Signer by) const
    {
        const QString who = by == plans::Signer::Patient
            ? m_words(QT_TRANSLATE_NOOP("Proposal", "The patient"))
            : m_words(QT_TRANSLATE_NOOP("Proposal", "The practitioner"));
        QString inside;
        for (qsizetype i = 0; i < m_p.signatures.size(); ++i) {
            const Proposal::Signature &each = m_p.signatures.at(i);
            if (each.by != by)
                continue;
            inside = signaturePath(each.drawing).isEmpty()
                ? u"<p style=\"font-size:14pt;font-style:italic;margin:6px 0;\">%1</p>"_s.arg(
                    safe(each.name))
                : u"<p style=\"margin:2px 0;\"><img src=\"%1\"/></p>"_s.arg(signatureUrl(int(i)));
            QStringList facts{m_words(QT_TRANSLATE_NOOP("Proposal", "Signed by %1 on %2"))
                                  .arg(safe(each.name), safe(each.signedAt))};
            if (!each.witness.isEmpty())
                facts.append(
                    m_words(QT_TRANSLATE_NOOP("Proposal", "Witness: %1")).arg(safe(each.witness)));
            inside += u"<p style=\"margin:0;font-size:8pt;color:#55606e;\">%1</p>"_s.arg(
                facts.join(u"<br/>"_s));
        }
        if (inside.isEmpty())
            inside = u"<p style=\"margin:0;font-size:8pt;color:#55606e;\">%1</p><p>&nbsp;</p>"
                     "<p>&nbsp;</p><p>&nbsp;</p>"_s.arg(m_words(
                         QT_TRANSLATE_NOOP("Proposal", "Date, “read and agreed”, signature")));
        return u"<td width=\"50%\" valign=\"top\" style=\"padding:6px 8px;"
               "border:1px solid #8a95a3;\"><b>%1</b>%2</td>"_s.arg(who, inside);
    }

    QString signatures() const
    {
        return u"<table width=\"100%\" cellspacing=\"0\" style=\"margin-top:14px;"
               "border-collapse:collapse;\"><tr>"_s
            + signatureBox(plans::Signer::Patient) + signatureBox(plans::Signer::Practice)
            + u"</tr></table>"_s;
    }

    const Proposal &m_p;
    ProposalWords m_words;
};

double perMillimetre(const QPaintDevice *device)
{
    return device->logicalDpiY() / 25.4;
}

} // namespace

QString html(const Proposal &proposal)
{
    return Writer(proposal).whole();
}

Result<void> paint(const Proposal &proposal, QPagedPaintDevice *device)
{
    const Writer writer(proposal);
    QPainter painter;
    if (!painter.begin(device))
        return failure(
            Error::Kind::Storage,
            QCoreApplication::translate("ProposalDocument", "The printer or file takes nothing."));
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const double millimetre = perMillimetre(device);
    const QSizeF sheet(device->width(), device->height());
    const double footHeight = 8 * millimetre;
    const QSizeF room(sheet.width(), sheet.height() - footHeight);

    QTextDocument document;
    document.setDocumentMargin(0);
    QFont font(u"Inter"_s);
    font.setPointSizeF(pointSize);
    // A shaped "+" or "-" of some fonts is a glyph that no reader of the PDF knows any more.
    font.setStyleStrategy(QFont::PreferNoShaping);
    document.setDefaultFont(font);
    // Sizes in points and pixels are those of this paper.
    document.documentLayout()->setPaintDevice(device);
    addPictures(&document, proposal, room.width());
    document.setHtml(writer.whole());
    document.setPageSize(room);
    const int pages = std::max(1, document.pageCount());
    for (int page = 0; page < pages; ++page) {
        if (page > 0 && !device->newPage())
            return failure(Error::Kind::Storage,
                           QCoreApplication::translate("ProposalDocument",
                                                       "The printer or file takes nothing."));
        painter.save();
        painter.translate(0, -page * room.height());
        QAbstractTextDocumentLayout::PaintContext context;
        context.palette.setColor(QPalette::Text, QColor(0x16, 0x20, 0x2e));
        context.clip = QRectF(0, page * room.height(), room.width(), room.height());
        painter.setClipRect(context.clip);
        document.documentLayout()->draw(&painter, context);
        painter.restore();
        QFont small = font;
        small.setPointSizeF(footPointSize);
        painter.setFont(small);
        painter.setPen(QColor(0x55, 0x60, 0x6e));
        painter.drawText(QRectF(0, room.height(), sheet.width(), footHeight),
                         Qt::AlignRight | Qt::AlignBottom, writer.foot(page + 1, pages));
    }
    if (!painter.end())
        return failure(
            Error::Kind::Storage,
            QCoreApplication::translate("ProposalDocument", "The printer or file takes nothing."));
    return {};
}

Result<QByteArray> pdf(const Proposal &proposal)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setCreator(u"Vestibule"_s);
        writer.setResolution(dotsPerInch);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(marginMillimetres, marginMillimetres, marginMillimetres,
                                        marginMillimetres - 5),
                              QPageLayout::Millimeter);
        if (const Result<void> painted = paint(proposal, &writer); !painted)
            return tl::unexpected<Error>(painted.error());
    }
    return bytes;
}

} // namespace proposaldocument
