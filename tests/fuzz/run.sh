#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Reads bytes from outside by every reader that has a target, under libFuzzer, ASan and UBSan:
#   tests/fuzz/run.sh                       all targets, the kept corpus and 3 s of new inputs each (what ./test does)
#   tests/fuzz/run.sh --seconds 60          a minute each
#   tests/fuzz/run.sh --seconds 600 mail    one target for longer
#   tests/fuzz/run.sh --keep                also puts what was found worth keeping into the corpus, minimised
# A finding ends it with an error; its input lies in build-fuzz/findings and is run again by
#   HANDRAIL_FUZZ_TARGET=<target> build-fuzz/bin/handrail_fuzz <file>
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=3 keep= seed=1 targets=()
while [ $# -gt 0 ]; do
    case $1 in
    --seconds) seconds=$2; shift ;;
    --seed) seed=$2; shift ;;
    --keep) keep=yes ;;
    *) targets+=("$1") ;;
    esac
    shift
done
command -v clang++-14 >/dev/null || { echo "clang++-14 is missing: apt-get install clang-14 libclang-rt-14-dev" >&2; exit 1; }
mkdir -p build-fuzz
cmake --preset fuzz >build-fuzz/configure.log 2>&1 || { tail -n 20 build-fuzz/configure.log >&2; exit 1; }
cmake --build build-fuzz --target handrail_fuzz >build-fuzz/build.log 2>&1 || { grep -E "error|FAILED" build-fuzz/build.log | head -n 20 >&2; exit 1; }
fuzz=$PWD/build-fuzz/bin/handrail_fuzz
[ ${#targets[@]} -gt 0 ] || mapfile -t targets < <(HANDRAIL_FUZZ_TARGET=list "$fuzz" | grep -v '^INFO')
export ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1 UBSAN_OPTIONS=print_stacktrace=1 LC_ALL=C.UTF-8 TZ=UTC
work=$PWD/build-fuzz/work findings=$PWD/build-fuzz/findings
mkdir -p "$work" "$findings"
one() {
    local target=$1 corpus=tests/fuzz/corpus/$1 dictionary=() log=$work/$1.log
    mkdir -p "$work/$target" "$corpus"
    [ -e "tests/fuzz/dictionaries/$target.dict" ] && dictionary=(-dict="tests/fuzz/dictionaries/$target.dict")
    local length=4096
    case $target in http-route | twilio-form | kannel | forwarded | typed | search | templates) length=512 ;; esac
    export HANDRAIL_FUZZ_TARGET=$target
    if ! "$fuzz" -seed="$seed" -max_total_time="$seconds" -max_len="$length" -timeout=20 -rss_limit_mb=1500 \
        "${dictionary[@]}" -artifact_prefix="$findings/$target-" -print_final_stats=1 \
        "$work/$target" "$corpus" >"$log" 2>&1; then
        echo "FINDING in $target:"
        grep -E "ERROR|runtime error|SUMMARY|Test unit written|    #[0-9]+ .*handrail" "$log" | head -n 20
        return 1
    fi
    echo "$target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs, $(find "$corpus" -type f | wc -l) kept"
    [ -z "$keep" ] || "$fuzz" -merge=1 -max_len="$length" -rss_limit_mb=1500 "$corpus" "$work/$target" >>"$log" 2>&1
}
export -f one
export fuzz work findings seconds seed keep
printf '%s\n' "${targets[@]}" | xargs -P "$(nproc)" -I {} bash -c 'one {}'
