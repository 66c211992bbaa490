#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds Vestibule, starts a simulated clinic and opens the desk on it.
#   installer/demo.sh [--screenshot FILE] [--currency C] [--seed N]
. "$(dirname "$0")/common.sh"

usage() {
    say "installer/demo.sh [--screenshot FILE] [--currency C] [--seed N]"
    exit 2
}

picture=
simulator=()
for ((i = 1; i <= $#; i++)); do
    case ${!i} in
    --screenshot) i=$((i + 1)); picture=$(realpath -m "${!i:?}") ;;
    --currency | --seed) simulator+=("${!i}"); i=$((i + 1)); simulator+=("${!i:?}") ;;
    --inside) ;;
    *) usage ;;
    esac
done

if [[ " $* " != *" --inside "* ]]; then
    mkdir -p "$top/build"
    install_packages
    build release vestibule vestibule-cli vestibule-simulator
    if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        [ -n "$picture" ] || picture=$PWD/vestibule-day.png
        set -- "$@" --screenshot "$picture"
        run=(xvfb-run -a -s '-screen 0 1600x1000x24' "$0" --inside "$@")
    else
        run=("$0" --inside "$@")
    fi
    if has_secret_service; then
        "${run[@]}"
    else
        say "No Secret Service here: a private one is started for the demo."
        with_private_keyring "${run[@]}"
    fi
    exit
fi

bin=$top/build/release/bin
home=$(mktemp -d)
trap 'end_all; rm -rf "$home"' EXIT
settings=$home/demo.ini

"$bin/vestibule-simulator" --settings "$settings" "${simulator[@]}" >"$home/simulator.log" 2>&1 &
started+=($!)
for ((i = 0; i < 300; i++)); do
    grep -q '^ready' "$home/simulator.log" 2>/dev/null && break
    kill -0 "${started[0]}" 2>/dev/null || { cat "$home/simulator.log"; exit 1; }
    sleep 0.1
done

cli=("$bin/vestibule-cli" --profile demo --config "$settings" --data "$home/data")
# The secrets of the simulated systems, as the settings file lists them for scripts.
secrets=$(sed -n '/^\[simulator\]/,/^\[/s/^secrets *= *//p' "$settings" | tr -d '"')
while IFS= read -r pair; do
    [ -n "$pair" ] || continue
    printf '%s' "${pair#*=}" | "${cli[@]}" secret set "${pair%%=*}" >/dev/null
done < <(tr ',' '\n' <<<"$secrets" | sed 's/^ *//')
"${cli[@]}" secret remove database.key >/dev/null 2>&1 || true
printf '1234\n' | "${cli[@]}" --pin-stdin staff add Nadia --role administrator >/dev/null
say "Reading the simulated clinic in…"
printf '1234\n' | "${cli[@]}" --pin-stdin --staff Nadia sync run >/dev/null 2>&1

if [ -n "$picture" ]; then
    openbox >/dev/null 2>&1 &
    started+=($!)
    "$bin/vestibule" --profile demo --config "$settings" --data "$home/data" --screenshot "$picture"
    say "A picture of the day view is in $picture"
else
    say "Click “Sign in” (Nadia, PIN 1234), then “Walk-in” (Ctrl+N) and book the first free slot."
    "$bin/vestibule" --profile demo --config "$settings" --data "$home/data"
fi
