// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/graphicsamples.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace samples {

namespace {

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

quint32 checksum(const QByteArray &bytes)
{
    quint32 sum = 0xFFFFFFFF;
    for (const char c : bytes) {
        sum ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xEDB88320 : 0);
    }
    return ~sum;
}

QByteArray header(quint32 width, quint32 height, char depth = 8, char colourType = 2)
{
    return bigEndian(width) + bigEndian(height) + depth + colourType + QByteArray(3, '\0');
}

//! Without the four bytes that Qt puts in front.
QByteArray deflated(const QByteArray &bytes)
{
    return qCompress(bytes, 9).sliced(4);
}

const QByteArray signature = "\x89PNG\r\n\x1a\n";

} // namespace

QByteArray pngChunk(const QByteArray &type, const QByteArray &content)
{
    return bigEndian(quint32(content.size())) + type + content
        + bigEndian(checksum(type + content));
}

QByteArray png(int width, int height, char colourType)
{
    const int channels = colourType == 6 ? 4 : colourType == 2 ? 3 : 1;
    QByteArray row(1 + qsizetype(width) * channels, '\x7f');
    row.front() = '\0';
    QByteArray file =
        signature + pngChunk("IHDR", header(quint32(width), quint32(height), 8, colourType));
    if (colourType == 3)
        file += pngChunk("PLTE", QByteArray(768, '\x55'));
    return file + pngChunk("IDAT", deflated(row.repeated(height))) + pngChunk("IEND", {});
}

QByteArray svg(const QByteArray &content, const QByteArray &rootAttributes)
{
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" "
           "xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
           "width=\"100\" height=\"100\" viewBox=\"0 0 100 100\" "
        + rootAttributes + ">" + content + "</svg>";
}

QByteArray vendorChart()
{
    QByteArray body = "<defs><linearGradient id=\"enamel\"><stop offset=\"0\" "
                      "stop-color=\"#fff\"/><stop offset=\"1\" stop-color=\"#e8e2d0\"/>"
                      "</linearGradient></defs>"
                      "<style>.s{stroke:#6b7280;stroke-width:.5} text{font-size:9px}</style>";
    for (int i = 0; i < 32; ++i) {
        const int quadrant = i / 8 + 1;
        const QByteArray fdi = QByteArray::number(quadrant * 10 + i % 8 + 1);
        const QByteArray x = QByteArray::number(20 + (i % 16) * 58);
        const QByteArray y = i < 16 ? "60" : "220";
        body += "<g id=\"tooth-" + fdi + "\" transform=\"translate(" + x + ' ' + y + ")\">"
            + "<path id=\"root-" + fdi + "\" class=\"s\" fill=\"#f4ecd8\" "
            + "d=\"M4 44C2 70 8 96 14 98s8-20 8-24 2 24 8 24 12-28 10-54z\"/>";
        const char *const shapes[] = {"M0 0h44l-12 12h-20z", "M44 0v44l-12-12v-20z",
                                      "M0 44h44l-12-12h-20z", "M0 0v44l12-12v-20z",
                                      "M12 12h20v20h-20z"};
        const char *const surfaces[] = {"V", "D", "L", "M", "O"};
        for (int surface = 0; surface < 5; ++surface)
            body += "<path id=\"tooth-" + fdi + '-' + surfaces[surface]
                + "\" class=\"s\" fill=\"url(#enamel)\" d=\"" + shapes[surface] + "\"/>";
        body += "<text id=\"label-" + fdi + "\" x=\"16\" y=\"-8\" font-family=\"Arial\">" + fdi
            + "</text></g>\n";
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"960\" "
           "height=\"360\" viewBox=\"0 0 960 360\">"
        + body + "</svg>\n";
}

QList<Graphic> harmless()
{
    using enum graphics::GraphicType;
    const QByteArray inkscape =
        svg("<sodipodi:namedview id=\"n\" pagecolor=\"#fff\"/><metadata><rdf:RDF><rdf:li "
            "rdf:resource=\"http://example.org/\"/><dc:title>Fond</dc:title></rdf:RDF></metadata>"
            "<g inkscape:label=\"Layer (1)\" style=\"display:inline;fill:#fff;stroke-width:.2647\">"
            "<path d=\"M 1e-3,.5 L 9.25e1 10z\" sodipodi:nodetypes=\"cc\"/></g>",
            "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
            "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
            "xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" "
            "xmlns:sodipodi=\"http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd\" "
            "inkscape:export-filename=\"C:\\charts\\one.png\"");
    return {
        {"vendor chart of 256 ids", Svg, vendorChart()},
        {"nothing but a sheet", Svg, svg({})},
        {"out of Inkscape", Svg, inkscape},
        {"with a byte order mark", Svg, "\xEF\xBB\xBF" + svg("<rect width='9' height='9'/>")},
        {"millimetres without view box", Svg,
         "<svg xmlns='http://www.w3.org/2000/svg' width='210mm' height='99.5mm'/>"},
        {"percent with view box", Svg,
         "<svg xmlns='http://www.w3.org/2000/svg' width='100%' height='100%' "
         "viewBox='-10,-10 400 300'/>"},
        {"view box alone", Svg, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 30'/>"},
        {"prefixed throughout", Svg,
         "<s:svg xmlns:s='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><s:g/></s:svg>"},
        {"use of an own element", Svg,
         svg("<defs><g id=\"t\"><path d=\"M0 0h9\"/></g></defs><use xlink:href=\"#t\"/>"
             "<use href=\"#t\" x=\"9\"/>")},
        {"use of what is not there", Svg, svg("<use href=\"#none\"/>")},
        {"references to a gradient in every way", Svg,
         svg("<defs><linearGradient id=\"a\"/><radialGradient id=\"b\" xlink:href=\"#a\"/></defs>"
             "<path fill=\"url(#a)\" d=\"M0 0\"/><path style=\"fill:url( '#b' )\" d=\"M0 0\"/>"
             "<style>/* ours */ .x{stroke:url(\"#a\")} .cls-12345678901{fill:#123456}</style>")},
        {"words in title and text", Svg,
         svg("<title>Script (url) of @import \\ 26</title><text>on 26: url(http://x) &lt;b&gt; "
             "&#233;</text>")},
        {"a comment and CDATA", Svg,
         svg("<!-- <script/> \"'\"'\"' --><style><![CDATA[.a>.b{fill:red}]]></style>")},
        {"deep but bounded", Svg,
         svg(QByteArray("<g>").repeated(60) + QByteArray("</g>").repeated(60))},
        {"colours", Png, png(64, 32)},
        {"colours and alpha", Png, png(64, 32, 6)},
        {"grey", Png, png(1, 1, 0)},
        {"palette", Png, png(200, 100, 3)},
        {"as large as accepted", Png, png(4096, 4096, 0)},
        {"with remarks", Png,
         png(8, 8).insert(33,
                          pngChunk("tEXt", QByteArray("Software\0ours", 13))
                              + pngChunk("gAMA", bigEndian(45455)))},
    };
}

} // namespace samples
