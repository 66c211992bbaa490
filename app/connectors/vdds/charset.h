// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

//! The encodings in which INI files of imaging programs are found (dental-desktop-3dd.md, VDDS-09).
namespace vdds {

enum class Charset { Windows1252, Utf8, Utf16LE, Utf16BE };

//! The bytes at the beginning of a text that name its encoding; empty = none.
QByteArray markOf(Charset charset);
//! The encoding of a text: its mark, else UTF-8 where every byte is that, else Windows-1252. A mark
//! sets marked.
Charset charsetOf(const QByteArray &bytes, bool *marked = nullptr);
//! Bytes without mark as text. The five bytes that Windows-1252 does not use become controls, so
//! that the way back gives them again.
QString decoded(const QByteArray &bytes, Charset charset);
//! A text as bytes, with what the encoding lacks spelled in letters that it has, else '?'.
QByteArray encoded(const QString &text, Charset charset);
//! The same text in letters of Windows-1252; equal to the text when it has no others.
QString transliterated(const QString &text);

} // namespace vdds
