# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by demo.sh and test.sh: packages, build, private key store, clean end.

set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
started=()

say() { printf '%s\n' "$*"; }

# Ends, in reverse order, everything that started() was told of.
end_all() {
    local i
    for ((i = ${#started[@]} - 1; i >= 0; i--)); do
        kill "${started[i]}" 2>/dev/null || true
        wait "${started[i]}" 2>/dev/null || true
    done
    started=()
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        say "Packages are missing and neither root nor sudo is at hand: run this as root once." >&2
        exit 1
    fi
}

# Installs what installer/packages.txt names and this machine lacks.
install_packages() {
    local wanted missing=() package
    wanted=$(sed -e 's/#.*//' -e 's/[[:space:]]*$//' "$top/installer/packages.txt" | grep -v '^$')
    for package in $wanted; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# build PRESET [TARGET…]
build() {
    local preset=$1
    shift
    export CCACHE_BASEDIR=$top
    (
        cd "$top"
        cmake --preset "$preset" >"$top/build/$preset.configure.log" 2>&1 || { cat "$top/build/$preset.configure.log"; exit 1; }
        if [ $# -gt 0 ]; then
            cmake --build --preset "$preset" --target "$@"
        else
            cmake --build --preset "$preset"
        fi
    )
}

# True when a Secret Service answers on the session bus (asked by name: nothing is unlocked or stored).
has_secret_service() {
    [ -n "${DBUS_SESSION_BUS_ADDRESS:-}" ] || return 1
    timeout 3 dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \
        org.freedesktop.DBus.StartServiceByName string:org.freedesktop.secrets uint32:0 >/dev/null 2>&1
}

# with_private_keyring COMMAND…: runs it in a D-Bus session of its own with an unlocked key store in a throw-away home.
with_private_keyring() {
    local home
    home=$(mktemp -d)
    chmod 700 "$home"
    mkdir -p "$home/run" "$home/data"
    chmod 700 "$home/run"
    local code=0
    # DISPLAY is taken away while the bus starts, so that no stray launcher stays behind.
    env XDG_RUNTIME_DIR="$home/run" VESTIBULE_KEYRING_HOME="$home/data" dbus-run-session -- bash -c '
        printf vestibule | XDG_DATA_HOME="$VESTIBULE_KEYRING_HOME" gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
        exec "$@"' bash "$@" || code=$?
    rm -rf "$home"
    return $code
}
