# shellcheck shell=bash
# Installs what is missing of packages.txt. Sourced by run.sh and test.sh.

coffee_install_packages() {
    local list missing=()
    list=$(grep -v '^#' "$(dirname "${BASH_SOURCE[0]}")/packages.txt")
    for package in $list; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
            missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    if [ "$(id -u)" -ne 0 ]; then
        echo "Some packages are missing. Install them as root, then run this again:" >&2
        echo "apt-get install -y --no-install-recommends ${missing[*]}" >&2
        exit 2
    fi
    echo "Installing ${#missing[@]} packages …"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# Builds the release preset, quietly unless something fails: all of it, or the targets that are named.
coffee_build() {
    local log=build/release-build.log targets=()
    [ $# -gt 0 ] && targets=(--target "$@")
    mkdir -p build
    # The suite is built with the compiler it is tested with.
    if ! { cmake --preset release && cmake --build --preset release "${targets[@]}"; } >"$log" 2>&1; then
        grep -E 'error|FAILED|CMake Error' -A3 "$log" | head -40 >&2
        echo "The build failed; the whole log is $log." >&2
        exit 1
    fi
}
