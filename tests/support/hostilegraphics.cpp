// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/graphicsamples.h"

using namespace Qt::StringLiterals;

namespace samples {

namespace {

using enum graphics::GraphicFault;
using enum graphics::GraphicType;

//! Where a hostile picture points: at a file that may not be opened and a server that may not be
//! asked.
struct Lures {
    QByteArray file;
    QByteArray address;
};

void addForm(QList<Graphic> &list)
{
    const QByteArray good = svg("<rect width='9' height='9'/>");
    list.append({
        {"no bytes", Svg, {}, Empty},
        {"nine megabytes of blanks", Svg, good + QByteArray(9 * 1024 * 1024, ' '), TooLarge},
        {"packed bomb", Svg,
         QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\3", 10) + qCompress(QByteArray(9000, 'x')),
         Compressed},
        {"packed bomb declared as PNG", Png, QByteArray("\x1f\x8b\x08\0", 4), Compressed},
        {"PNG declared as SVG", Svg, png(4, 4), WrongType},
        {"SVG declared as PNG", Png, good, WrongType},
        {"JPEG declared as PNG", Png, "\xFF\xD8\xFF\xE0 JFIF", WrongType},
        {"web page", Svg, "<html><body onload='x()'/></html>", WrongType},
        {"svg of no namespace", Svg, "<svg viewBox='0 0 9 9'/>", WrongType},
        {"svg of another namespace", Svg, "<svg xmlns='urn:x' viewBox='0 0 9 9'/>", WrongType},
        {"words only", Svg, "Internal error", WrongType},
        {"cut in the middle", Svg, good.first(good.size() - 20), Damaged},
        {"two roots", Svg, good + good, Damaged},
        {"no UTF-8", Svg, svg("<text>\xE9</text>"), Damaged},
        {"another encoding declared", Svg, "<?xml version='1.0' encoding='utf-7'?>" + good,
         Damaged},
        {"prefix bound twice", Svg, svg("<g xmlns:q='urn:a' xmlns:q='urn:b'/>"), Damaged},
        {"prefix bound to nothing", Svg, svg("<y:g/>"), Damaged},
        {"zero bytes inside", Svg, svg(QByteArray("<text>\0</text>", 14)), Damaged},
    });
}

void addDeclarations(QList<Graphic> &list, const Lures &lures)
{
    const QByteArray tail = svg("<text>&e;</text>");
    list.append({
        {"DTD elsewhere", Svg, "<!DOCTYPE svg SYSTEM \"" + lures.address + "x.dtd\">" + svg({}),
         Declaration},
        {"entity out of a file", Svg,
         "<!DOCTYPE svg [<!ENTITY e SYSTEM \"file://" + lures.file + "\">]>" + tail, Declaration},
        {"entities of entities", Svg,
         "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY e "
         "\"&b;&b;&b;&b;\">]>"
             + tail,
         Declaration},
        {"style sheet out of a file", Svg,
         "<?xml-stylesheet type=\"text/css\" href=\"" + lures.file + "\"?>" + svg({}), Declaration},
        {"style sheet out of the net", Svg,
         "<?xml-stylesheet type=\"text/css\" href=\"" + lures.address + "a.css\"?>" + svg({}),
         Declaration},
        {"instruction inside", Svg, svg("<?php system('x') ?>"), Declaration},
    });
}

void addActive(QList<Graphic> &list, const Lures &lures)
{
    list.append({
        {"script", Svg, svg("<script>alert(1)</script>"), Active},
        {"script out of the net", Svg, svg("<script xlink:href=\"" + lures.address + "a.js\"/>"),
         Active},
        {"script in capitals", Svg, svg("<SCRIPT/>"), Active},
        {"script of another namespace", Svg,
         svg("<h:script xmlns:h='http://www.w3.org/1999/xhtml'/>"), Active},
        {"handler of the root", Svg, svg({}, "onload=\"alert(1)\""), Active},
        {"handler of a tooth", Svg, svg("<rect oNcLiCk=\"x()\"/>"), Active},
        {"handler with a prefix", Svg, svg("<rect xlink:onclick=\"x()\"/>"), Active},
        {"a page inside", Svg, svg("<foreignObject><p xmlns='x'/></foreignObject>"), Active},
        {"a frame inside", Svg,
         svg("<iframe xmlns='http://www.w3.org/1999/xhtml' src='" + lures.address + "'/>"), Active},
        {"sound", Svg, svg("<audio xlink:href=\"" + lures.address + "a.ogg\"/>"), Active},
        {"film", Svg, svg("<video xlink:href=\"" + lures.file + "\"/>"), Active},
        {"handler element", Svg, svg("<handler type='text/ecmascript'/>"), Active},
        {"expression in a style", Svg, svg("<g style=\"width:expression(alert(1))\"/>"), Active},
    });
}

void addReferences(QList<Graphic> &list, const Lures &lures)
{
    const QByteArray file = lures.file;
    const QByteArray net = lures.address + "a.svg#x";
    list.append({
        {"use out of a file", Svg, svg("<use xlink:href=\"" + file + "#x\"/>"), External},
        {"use out of the net", Svg, svg("<use href=\"" + net + "\"/>"), External},
        {"use of a relative file", Svg, svg("<use href=\"../../etc/passwd#x\"/>"), External},
        {"use after a blank", Svg, svg("<use href=\" \n" + net + "\"/>"), External},
        {"use of nothing", Svg, svg("<use href=\"#\"/>"), External},
        {"use with two marks", Svg, svg("<use href=\"#a#b\"/>"), External},
        {"program behind a link", Svg, svg("<a href=\"javascript:alert(1)\"/>"), External},
        {"link to a page", Svg, svg("<a xlink:href=\"" + net + "\"/>"), External},
        {"gradient out of the net", Svg, svg("<linearGradient xlink:href=\"" + net + "\"/>"),
         External},
        {"href of a foreign element", Svg,
         svg("<q:thing xmlns:q='urn:q' q:href=\"" + file + "\"/>"), External},
        {"src of anything", Svg, svg("<g src=\"" + file + "\"/>"), External},
        {"base elsewhere", Svg, svg("<g xml:base=\"" + lures.address + "\"/>"), External},
        {"fill out of a file", Svg, svg("<path fill=\"url(file://" + file + "#p)\"/>"), External},
        {"fill out of the net, spelled oddly", Svg, svg("<path fill=\"UrL  ( '" + net + "' )\"/>"),
         External},
        {"filter out of the net", Svg, svg("<g filter=\"url(" + net + ")\"/>"), External},
        {"cursor out of a file", Svg, svg("<g cursor=\"url(" + file + ")\"/>"), External},
        {"style attribute", Svg, svg("<g style=\"fill:url(&quot;" + net + "&quot;)\"/>"), External},
        {"style attribute with an escape", Svg, svg("<g style=\"fill:\\75rl(" + net + ")\"/>"),
         External},
        {"style attribute of a foreign element", Svg,
         svg("<q:t xmlns:q='urn:q' style=\"mask:url(" + file + ")\"/>"), External},
        {"style element", Svg, svg("<style>path{fill:url(" + net + ")}</style>"), External},
        {"style element with import", Svg,
         svg("<style>@import \"" + lures.address + "a.css\";</style>"), External},
        {"style element with a split import", Svg,
         svg("<style>@imp<![CDATA[ort url(" + file + ");]]></style>"), External},
        {"style element with a font", Svg,
         svg("<style>@font-face{font-family:x;src:url(" + file + ")}</style>"), External},
        {"style element with an escape", Svg, svg("<style>p{fill:u\\72l(" + net + ")}</style>"),
         External},
        {"style element behind a comment", Svg, svg("<style>p{fill:url(/**/" + net + ")}</style>"),
         External},
        {"style with a set of images", Svg,
         svg("<style>p{fill:image-set('" + net + "' 1x)}</style>"), Unsupported},
        {"font out of a file", Svg,
         svg("<font><font-face-src><font-face-uri xlink:href=\"" + file
             + "\"/></font-face-src>"
               "</font>"),
         Unsupported},
        {"prefetch", Svg, svg("<prefetch xlink:href=\"" + net + "\"/>"), External},
    });
}

void addPictures(QList<Graphic> &list, const Lures &lures)
{
    const QByteArray inner =
        svg("<image xlink:href=\"" + lures.file + "\" width=\"9\" height=\"9\"/>").toBase64();
    list.append({
        {"image out of a file", Svg,
         svg("<image xlink:href=\"" + lures.file + "\" width=\"100\" height=\"100\"/>"), Embedded},
        {"image out of a file by address", Svg,
         svg("<image href=\"file://" + lures.file + "\" width=\"9\" height=\"9\"/>"), Embedded},
        {"image out of a relative file", Svg,
         svg("<image xlink:href=\"a.png\" width=\"9\" height=\"9\"/>"), Embedded},
        {"image out of the net", Svg,
         svg("<image href=\"" + lures.address + "a.png\" width=\"9\" height=\"9\"/>"), Embedded},
        {"image inside an image", Svg,
         svg("<image width=\"9\" height=\"9\" xlink:href=\"data:image/svg+xml;base64," + inner
             + "\"/>"),
         Embedded},
        {"image of another namespace", Svg,
         svg("<q:image xmlns:q='urn:q' xlink:href=\"" + lures.file
             + "\" width=\"9\" height=\"9\"/>"),
         Embedded},
        {"image within a remark", Svg,
         svg("<metadata><image xlink:href=\"" + lures.file + "\"/></metadata>"), Embedded},
        {"moving", Svg,
         svg("<rect><animate attributeName='x' dur='1ms' repeatCount='indefinite'/></rect>"),
         Animated},
        {"reference set later", Svg,
         svg("<use href='#a'><set attributeName='href' to='" + lures.address + "'/></use>"),
         Animated},
        {"filter", Svg, svg("<filter id='f'><feGaussianBlur stdDeviation='9999'/></filter>"),
         Unsupported},
        {"clip that would be left out", Svg, svg("<clipPath id='c'><path d='M0 0'/></clipPath>"),
         Unsupported},
        {"drawing in a drawing", Svg, svg("<svg width='9' height='9'/>"), Unsupported},
        {"namesake of another language", Svg, svg("<q:rect xmlns:q='urn:q' width='9'/>"),
         Unsupported},
        {"element of no namespace", Svg, svg("<g xmlns=''/>"), Unsupported},
        {"unknown element", Svg, svg("<teeth/>"), Unsupported},
    });
}

//! A chain of \a depth groups, each using the one before \a fan times.
QByteArray chain(int depth, int fan)
{
    QByteArray body = "<defs><g id=\"u0\"><path d=\"M0 0h9v9z\"/></g>";
    for (int i = 1; i <= depth; ++i) {
        const QByteArray use = "<use xlink:href=\"#u" + QByteArray::number(i - 1) + "\"/>";
        body += "<g id=\"u" + QByteArray::number(i) + "\">" + use.repeated(fan) + "</g>";
    }
    return svg(body + "</defs><use xlink:href=\"#u" + QByteArray::number(depth) + "\"/>");
}

void addCost(QList<Graphic> &list)
{
    QByteArray attributes;
    for (int i = 0; i < 200; ++i)
        attributes += "a" + QByteArray::number(i) + "=\"'>\" ";
    const QByteArray path = "<path d=\"M0 0" + QByteArray("l9-9").repeated(20'000) + "\"/>";
    list.append({
        {"100 000 nested groups", Svg,
         svg(QByteArray("<g>").repeated(100'000) + QByteArray("</g>").repeated(100'000)),
         TooComplex},
        {"500 000 rectangles", Svg, svg(QByteArray("<rect/>").repeated(500'000)), TooComplex},
        {"one path of 400 000 pieces", Svg,
         svg("<path d=\"M0 0" + QByteArray("l9 9").repeated(400'000) + "\"/>"), TooComplex},
        {"many long paths", Svg, svg(path.repeated(60)), TooComplex},
        {"900 KB of text", Svg, svg("<text>" + QByteArray("tooth ").repeated(150'000) + "</text>"),
         TooComplex},
        {"an endless attribute", Svg, svg("<g class=\"" + QByteArray(400'000, 'c') + "\"/>"),
         TooComplex},
        {"200 attributes", Svg, svg("<g " + attributes + "/>"), TooComplex},
        {"a million elements by use", Svg, chain(6, 10), TooComplex},
        {"a long chain of use", Svg, chain(2000, 1), TooComplex},
        {"a long path used often", Svg,
         svg("<defs><g id=\"p\">" + path + "</g></defs>"
             + QByteArray("<use href=\"#p\"/>").repeated(100)),
         TooComplex},
        {"rules for every element", Svg,
         svg("<style>" + QByteArray("g g{fill:red}").repeated(4000) + "</style>"
             + QByteArray("<g/>").repeated(10'000)),
         TooComplex},
        {"an endless style", Svg,
         svg("<style>" + QByteArray("p{fill:red}").repeated(90'000) + "</style>"), TooComplex},
        {"a million elements behind a harmless name", Svg,
         chain(6, 10).replace("<use xlink:href=", "<use href=\"#none\" xlink:href="), TooComplex},
        {"a million elements before a harmless name", Svg,
         chain(6, 10).replace("\"/>", "\" href=\"#none\"/>"), TooComplex},
        {"use of itself", Svg, svg("<g id=\"a\"><use href=\"#a\"/></g>"), Cyclic},
        {"use of each other", Svg,
         svg("<g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/></g>"), Cyclic},
        {"gradients of each other", Svg,
         svg("<linearGradient id=\"a\" href=\"#b\"/><linearGradient id=\"b\" href=\"#a\"/>"),
         Cyclic},
        {"two of one name, one of them a cycle", Svg,
         svg("<g id=\"a\"/><g id=\"a\"><use href=\"#a\"/></g>"), Cyclic},
    });
}

QByteArray sheet(const QByteArray &size)
{
    return "<svg xmlns='http://www.w3.org/2000/svg' " + size + "/>";
}

void addSizes(QList<Graphic> &list)
{
    list.append({
        {"no size at all", Svg, sheet({}), BadSize},
        {"percent of nothing", Svg, sheet("width='100%' height='100%'"), BadSize},
        {"a giant sheet", Svg, sheet("width='1e9' height='1e9'"), BadSize},
        {"a giant view box", Svg, sheet("viewBox='0 0 1e30 1e30'"), BadSize},
        {"a view box of no numbers", Svg, sheet("viewBox='0 0 nan inf'"), BadSize},
        {"a negative view box", Svg, sheet("viewBox='0 0 -9 9'"), BadSize},
        {"a flat view box", Svg, sheet("width='9' height='9' viewBox='0 0 9 0'"), BadSize},
        {"negative width", Svg, sheet("width='-9' height='9'"), BadSize},
        {"width in words", Svg, sheet("width='wide' height='9'"), BadSize},
        {"a thread of a sheet", Svg, sheet("width='0.001' height='900'"), BadSize},
        {"coordinates beyond any sheet", Svg, svg("<path d='M0 0L1e300 3'/>"), BadSize},
        {"giant letters", Svg, svg("<text font-size='99999999'>1</text>"), BadSize},
        {"giant pen by style", Svg, svg("<style>path{stroke-width:1e12}</style>"), BadSize},
    });
}

} // namespace

void addPngs(QList<Graphic> &list);

QList<Graphic> hostile(const QString &folder, quint16 port)
{
    Lures lures;
    lures.file = folder.toUtf8() + "/lure";
    lures.address = "http://127.0.0.1:" + QByteArray::number(port) + '/';
    QList<Graphic> list;
    addForm(list);
    addDeclarations(list, lures);
    addActive(list, lures);
    addReferences(list, lures);
    addPictures(list, lures);
    addCost(list);
    addSizes(list);
    addPngs(list);
    return list;
}

} // namespace samples
