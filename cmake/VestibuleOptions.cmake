# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: GPL-3.0-or-later

# One place for what every target of ours is compiled with.
add_library(vestibule_options INTERFACE)
target_compile_features(vestibule_options INTERFACE cxx_std_20)
target_include_directories(vestibule_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(vestibule_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Woverloaded-virtual
    -Wnon-virtual-dtor -Werror)
target_compile_definitions(vestibule_options INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_KEYWORDS
    QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    QT_USE_QSTRINGBUILDER
    VESTIBULE_VERSION="${PROJECT_VERSION}")

find_program(MOLD_LINKER mold)
if(MOLD_LINKER)
    target_link_options(vestibule_options INTERFACE -fuse-ld=mold)
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

# The lean precompiled header (a whole-module one is slower for every unit).
set(VESTIBULE_PCH_HEADERS
    <QString> <QList> <QHash> <QDateTime> <QJsonObject> <QJsonArray> <QJsonDocument>
    <QCoroTask> <tl/expected.hpp>)
