// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/graphicsamples.h"

#include <QRandomGenerator>

// Pictures that keep to the list of what is allowed and go to its ends.

namespace samples {

namespace {

class Wilderness
{
public:
    explicit Wilderness(quint32 seed) : m_random(seed) { }

    QByteArray picture()
    {
        QByteArray style = "<style>";
        for (int i = below(6); i > 0; --i)
            style += pick({"g", "path", ".c", "#i1", "*", "g>path", "g text", "rect.c"}) + '{'
                + declarations() + '}';
        const QByteArray body = style + "</style>" + elements(0);
        return svg(body, "preserveAspectRatio=\"" + pick({"none", "xMidYMid slice", "x"}) + '"');
    }

private:
    int below(int most) { return m_random.bounded(most); }
    QByteArray pick(const QList<QByteArray> &list) { return list.at(below(int(list.size()))); }
    QByteArray number()
    {
        if (below(3) != 0)
            return QByteArray::number(below(200) - 50);
        return pick({"0",    "-0",    "1e-30",  "1e-9", "1e-3", ".5",  "1",
                     "-1",   "99999", "-99999", "9e4",  "-2e4", "1e4", "0.00001",
                     "5000", "nan",   "inf",    "",     "e",    "50%"});
    }
    QByteArray numbers(int most)
    {
        QByteArray list;
        for (int i = below(most + 1); i >= 0; --i)
            list += number() + pick({" ", ",", " , ", "  "});
        return list;
    }
    QByteArray reference() { return "i" + QByteArray::number(below(12)); }
    QByteArray colour()
    {
        return pick({"none", "red", "#123", "#12345678", "rgb(9,9,999)", "rgb(-1,1e5,%)",
                     "currentColor", "inherit", "url(#" + reference() + ")", "hsl(1,2%,3%)", ""});
    }
    QByteArray pathData()
    {
        QByteArray data = below(9) == 0 ? QByteArray() : QByteArray("M0 0");
        const int many = below(60) == 0 ? 4000 : 12;
        for (int i = below(many); i > 0; --i)
            data += pick({"M", "m", "L", "l", "H", "v", "C", "c", "S", "q", "T", "A", "a", "z", "Z",
                          "x", "V", "t", "s"})
                + numbers(6);
        return data.left(90'000);
    }
    QByteArray transform()
    {
        return pick({"translate", "scale", "rotate", "skewX", "skewY", "matrix", "scale"}) + '('
            + numbers(5) + ')';
    }
    QByteArray property()
    {
        return pick({"fill", "stroke", "stop-color", "color", "solid-color"}) + '\n' + colour();
    }
    //! Name and value in two lines.
    QByteArray anyProperty()
    {
        switch (below(6)) {
        case 0:
            return pick({"stroke-width", "stroke-miterlimit", "stroke-dashoffset", "font-size",
                         "opacity", "fill-opacity", "stroke-opacity", "stop-opacity",
                         "letter-spacing", "font-weight", "offset"})
                + '\n' + number();
        case 1:
            return "stroke-dasharray\n" + numbers(5);
        case 2:
            return pick({"stroke-linejoin\nround", "stroke-linecap\nround", "fill-rule\nevenodd",
                         "display\nnone", "visibility\nhidden", "text-anchor\nmiddle",
                         "font-family\nNoto Sans, serif", "font-style\nitalic",
                         "stroke-linejoin\nmiter", "vector-effect\nnon-scaling-stroke",
                         "font-variant\nsmall-caps", "comp-op\nxor", "font-size\nxx-large"});
        default:
            return property();
        }
    }
    QByteArray declarations()
    {
        QByteArray list;
        for (int i = below(4); i >= 0; --i)
            list += anyProperty().replace('\n', ':') + ';';
        return list;
    }
    QByteArray attributes()
    {
        // The last of a name wins, as XML allows each but once.
        QHash<QByteArray, QByteArray> all;
        for (int i = below(4); i > 0; --i) {
            const QList<QByteArray> pair = anyProperty().split('\n');
            all.insert(pair.at(0), pair.at(1));
        }
        if (below(3) == 0)
            all.insert("id", reference());
        if (below(3) == 0)
            all.insert("class", "c");
        if (below(4) == 0)
            all.insert("transform", transform());
        if (below(5) == 0)
            all.insert("style", declarations());
        for (const char *name : {"x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "x1",
                                 "y1", "x2", "y2", "fx", "fy", "dx", "dy", "rotate", "textLength"})
            if (below(4) == 0)
                all.insert(name, number());
        return written(all);
    }
    QByteArray written(const QHash<QByteArray, QByteArray> &all)
    {
        // In a fixed order: hashes have one of their own in each process.
        QList<QByteArray> names = all.keys();
        std::sort(names.begin(), names.end());
        QByteArray text;
        for (const QByteArray &name : std::as_const(names))
            text += ' ' + name + "=\"" + all.value(name) + '"';
        return text;
    }
    QByteArray gradient()
    {
        const QByteArray name = pick({"linearGradient", "radialGradient"});
        QByteArray stops;
        for (int i = below(4); i > 0; --i)
            stops += "<stop" + attributes() + " />";
        return '<' + name + attributes() + " spreadMethod=\"" + pick({"pad", "reflect", "repeat"})
            + "\" gradientUnits=\"" + pick({"userSpaceOnUse", "objectBoundingBox"})
            + "\" gradientTransform=\"" + transform() + "\">" + stops + "</" + name + '>';
    }
    QByteArray text()
    {
        const QByteArray words = pick({"26", "é 18", "\xD8\xB9\xD9\x85",
                                       "\xE2\x80\xAE"
                                       "26",
                                       "\xF0\x9F\xA6\xB7", "   ", "", "\xCC\x81\xCC\x81\xCC\x81"});
        return "<text" + attributes() + " xml:space=\"" + pick({"preserve", "default"}) + "\">"
            + words + "<tspan" + attributes() + ">" + words.repeated(1 + below(30))
            + "</tspan></text>";
    }
    QByteArray elements(int depth)
    {
        QByteArray list;
        for (int i = below(depth == 0 ? 30 : 5); i >= 0; --i) {
            const QByteArray name =
                pick({"rect", "circle", "ellipse", "line", "title", "stop", "tspan", "metadata"});
            switch (below(9)) {
            case 0:
            case 1:
                list += "<path d=\"" + pathData() + '"' + attributes() + "/>";
                break;
            case 2:
                list += '<' + pick({"polyline", "polygon"}) + attributes() + " points=\""
                    + numbers(40) + "\"/>";
                break;
            case 3:
                list += "<use href=\"#" + reference() + "\" xlink:href=\"#" + reference() + '"'
                    + attributes() + "/>";
                break;
            case 4:
                list += gradient();
                break;
            case 5:
                list += text();
                break;
            case 6:
            case 7: {
                const QByteArray group =
                    pick({"g", "defs", "switch", "a", "g", "text", "linearGradient"});
                list += '<' + group + attributes() + '>' + (depth < 12 ? elements(depth + 1) : "")
                    + "</" + group + '>';
                break;
            }
            default:
                list += '<' + name + attributes() + "/>";
            }
        }
        return list;
    }

    QRandomGenerator m_random;
};

} // namespace

QByteArray wildSvg(quint32 seed)
{
    return Wilderness(seed).picture();
}

QByteArray mutated(QByteArray bytes, quint32 seed)
{
    QRandomGenerator random(seed);
    for (int i = random.bounded(4); i >= 0 && !bytes.isEmpty(); --i) {
        const qsizetype at = random.bounded(int(bytes.size()));
        const qsizetype length = random.bounded(1 + int(qMin<qsizetype>(bytes.size() - at, 40)));
        switch (random.bounded(5)) {
        case 0:
            bytes[at] = char(random.bounded(256));
            break;
        case 1: // another digit, the mildest of all
            for (qsizetype k = at; k < bytes.size(); ++k) {
                if (bytes.at(k) >= '0' && bytes.at(k) <= '9') {
                    bytes[k] = char('0' + random.bounded(10));
                    break;
                }
            }
            break;
        case 2:
            bytes.insert(at, bytes.mid(at, length).repeated(1 + random.bounded(20)));
            break;
        case 3:
            bytes.remove(at, length);
            break;
        default:
            bytes.insert(at, bytes.mid(random.bounded(int(bytes.size())), length));
        }
    }
    return bytes;
}

} // namespace samples
