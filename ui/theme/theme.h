// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dayentry.h"

#include <QColor>
#include <QFont>
#include <QMetaEnum>
#include <QPalette>

class QApplication;

//! The colours of one stage of a visit: a fill for large areas, an edge that carries the meaning,
//! and text that is readable on the fill.
struct StageColours {
    QColor fill;
    QColor edge;
    QColor text;
    QColor muted;
};

//! The colours of a mouth: what carries a meaning stands out 3:1 from enamel, root and ground.
struct ChartColours {
    QColor enamel; //!< a crown, at its edge
    QColor enamelNeck; //!< and at its neck
    QColor root;
    QColor rootTip;
    QColor edge; //!< around crowns and roots
    QColor fine; //!< fissures, and between the surfaces of a tooth
    QColor ghost; //!< around a tooth that is not in the mouth
    QColor unknown; //!< the question mark
    QColor unknownFill;
    QColor unknownHatch;
    QColor metal;
    QColor metalEdge;
    QColor caries;
    QColor condition; //!< any other finding
    QColor restoration;
    QColor restorationFill; //!< of a whole crown
    QColor doneToday;
    QColor scan;
    QColor different; //!< between two dates
    QColor differentFill;
    QColor gum; //!< the gingival margin
    QColor attachment;
    QColor pocket; //!< between margin and attachment; translucent
    QColor deepPocket; //!< the same, from 4 mm
    QColor deep; //!< a depth from 4 mm, and bleeding
    QColor suppuration;
    QColor plaque;
    QColor calculus;
    QColor millimetres; //!< lines of the scale; translucent
};

//! Own colours beside the palette's roles, as a light and a dark table. Which one is right follows
//! from the lightness of the palette's window colour, so ask again after ApplicationPaletteChange.
struct Theme {
    bool dark = false;
    StageColours booked;
    StageColours arrived; //!< waiting, within the first limit
    StageColours waitingLong; //!< beyond the first limit
    StageColours waitingTooLong; //!< beyond the second limit
    StageColours inTreatment;
    StageColours awaitingInvoice;
    StageColours closed;
    QColor grid; //!< half hours
    QColor gridFine; //!< five minutes, shown when zoomed in
    QColor frame; //!< lines between areas of the window
    QColor offHours;
    QColor hatch;
    QColor nowLine;
    QColor muted; //!< secondary text on the window
    QColor selected; //!< the chosen row of a list; its text stays as it is
    QColor ok;
    QColor warning;
    QColor danger;
    QColor infoFill; //!< message bar
    QColor warningFill;
    QColor dangerFill;
    ChartColours chart;

    static const Theme &of(const QPalette &palette);
};

//! How long somebody has been waiting, against the clinic's limits.
enum class WaitLevel { Fine, Long, TooLong };
WaitLevel waitLevel(int minutes, int amberMinutes, int redMinutes);

//! The colours of a visit's stage; level counts only while the patient waits.
const StageColours &stageColours(const Theme &theme, VisitState state, WaitLevel level);

namespace appearances {
Q_NAMESPACE

enum class Appearance { System, Light, Dark };
Q_ENUM_NS(Appearance)
} // namespace appearances
using appearances::Appearance;

//! What stands beside or below the main text. One size for all: every size of a font costs a
//! start its share.
QFont smallFont(QFont font);

//! Style, font and palette of the program. System keeps to the desktop's choice between light and
//! dark. May be called again while windows are shown.
void applyAppearance(QApplication &application, Appearance appearance);
