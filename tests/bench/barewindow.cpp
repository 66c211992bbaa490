// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The floor of a start: a Qt main window with a menu, a label and a status bar, and nothing else.
#include <QApplication>
#include <QLabel>
#include <QMainWindow>
#include <QMenuBar>
#include <QStatusBar>
#include <QTimer>
#include <cstdio>

namespace {

class BareWindow : public QMainWindow
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QMainWindow::paintEvent(event);
        if (m_painted)
            return;
        m_painted = true;
        // The children are painted and flushed in this same turn.
        QTimer::singleShot(0, this, [] { std::fputs("the window is on screen\n", stderr); });
    }

private:
    bool m_painted = false;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    BareWindow window;
    window.menuBar()->addMenu(QStringLiteral("&File"))->addAction(QStringLiteral("&Quit"));
    window.setCentralWidget(new QLabel(QStringLiteral("A label")));
    window.statusBar()->showMessage(QStringLiteral("Ready"));
    // As large as the window beside it: area costs time.
    window.resize(window.fontMetrics().averageCharWidth() * 190,
                  window.fontMetrics().height() * 56);
    window.show();
    return QApplication::exec();
}
