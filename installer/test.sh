#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds Vestibule and runs its whole test suite on a Debian 12 machine.
#   installer/test.sh [--preset debug|release|asan] [CTEST ARGUMENTS…]
. "$(dirname "$0")/common.sh"

preset=debug
if [ "${1:-}" = --preset ]; then
    preset=$2
    shift 2
fi
mkdir -p "$top/build"
install_packages
build "$preset"

cd "$top"
# Most tests wait for the simulated systems more than they compute.
jobs=$(($(nproc) * 2))
# They drive real processes and windows on a machine that does other things besides: who fails runs
# once more, and ctest says so.
again=(--repeat until-pass:2)
failed=0
say "Tests on a screen (Xvfb)"
xvfb-run -a -s '-screen 0 1600x1000x24' bash -c 'openbox >/dev/null 2>&1 & wm=$!; cd "$0"; code=0
    QT_QPA_PLATFORM=xcb ctest --preset "$1" -j 1 -L x11 "${@:2}" || code=$?; kill $wm; exit $code' "$top" "$preset" "${again[@]}" "$@" || failed=1
say "Tests without a screen"
with_private_keyring bash -c 'cd "$0" && ctest --preset "$1" -j "$2" -LE "x11|bench" "${@:3}"' "$top" "$preset" "$jobs" "${again[@]}" "$@" || failed=1
exit $failed
