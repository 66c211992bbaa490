#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds Vestibule for release and prints its figures, each beside a floor measured in the same run:
# name, value, unit, ratio. Under Xvfb, with a key store of its own.
#   installer/bench.sh [CTEST ARGUMENTS…]
. "$(dirname "$0")/common.sh"

mkdir -p "$top/build"
install_packages
build release bench_exit bench_clinic bench_scans bench_chart bench_plans bare-window vestibule vestibule-simulator

say "The machine should be idle: figures of a busy one say little."
with_private_keyring xvfb-run -a -s '-screen 0 1600x1000x24' bash -c 'openbox >/dev/null 2>&1 & wm=$!; cd "$0"; code=0
    QT_QPA_PLATFORM=xcb ctest --preset release -j 1 -L bench --verbose "$@" || code=$?; kill $wm; exit $code' "$top" "$@"
