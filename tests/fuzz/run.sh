#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Reads bytes from outside by every reader that has a target, under libFuzzer, ASan and UBSan:
#   tests/fuzz/run.sh --for 60              the kept corpus, and a minute of new inputs for each target
#   tests/fuzz/run.sh --for 600 mail wire   these for longer
#   tests/fuzz/run.sh --for 60 --keep       what reached new code comes into the corpus, minimised
#   tests/fuzz/run.sh --seed 1 --jobs 1     what ./test does: HANDRAIL_FUZZ_SECONDS (1) each, on one core
# A finding ends it with an error; its input lies in build-fuzz/findings and is run again by
#   HANDRAIL_FUZZ_TARGET=<target> build-fuzz/bin/handrail_fuzz <file>
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${HANDRAIL_FUZZ_SECONDS:-1} keep= jobs=$(nproc) seed=$RANDOM targets=()
while [ $# -gt 0 ]; do
    case $1 in
    --for) seconds=$2; shift ;;
    --seed) seed=$2; shift ;;
    --keep) keep=yes ;;
    --jobs) jobs=$2; shift ;;
    -*) echo "tests/fuzz/run.sh knows --for SECONDS, --seed N, --jobs N, --keep and names of targets" >&2; exit 2 ;;
    *) targets+=("$1") ;;
    esac
    shift
done
command -v clang++-14 >/dev/null || { echo "clang++-14 is missing: apt-get install clang-14 libclang-rt-14-dev" >&2; exit 1; }
mkdir -p build-fuzz
cmake --preset fuzz >build-fuzz/configure.log 2>&1 || { tail -n 20 build-fuzz/configure.log >&2; exit 1; }
cmake --build build-fuzz --target handrail_fuzz -- -j "$(nproc)" >build-fuzz/build.log 2>&1 ||
    { grep -E "error|FAILED|undefined" build-fuzz/build.log | head -n 20 >&2; exit 1; }
fuzz=$PWD/build-fuzz/bin/handrail_fuzz
mapfile -t all < <(HANDRAIL_FUZZ_TARGET=list "$fuzz" | grep -v '^INFO' | sort)
[ ${#targets[@]} -gt 0 ] || targets=("${all[@]}")
export ASAN_OPTIONS=allocator_may_return_null=1 UBSAN_OPTIONS=print_stacktrace=1 LC_ALL=C.UTF-8 TZ=UTC
export LSAN_OPTIONS=suppressions=$PWD/tests/fuzz/leaks.supp:print_suppressions=0
work=$PWD/build-fuzz/work findings=$PWD/build-fuzz/findings
mkdir -p "$work" "$findings"
one() {
    local target=$1 corpus=tests/fuzz/corpus/$1 dictionary=() log=$work/$1.log length=4096 time=$seconds
    mkdir -p "$work/$target" "$corpus"
    [ ! -e "tests/fuzz/dictionaries/$target.dict" ] || dictionary=(-dict="tests/fuzz/dictionaries/$target.dict")
    case $target in http-route | twilio-form | kannel | forwarded | typed | search | templates) length=512 ;; esac
    export HANDRAIL_FUZZ_TARGET=$target
    if ! "$fuzz" -seed="$seed" -max_total_time="$time" -max_len="$length" -timeout=20 -rss_limit_mb=1500 \
        "${dictionary[@]}" -artifact_prefix="$findings/$target-" -print_final_stats=1 \
        "$work/$target" "$corpus" >"$log" 2>&1; then
        echo "FINDING in $target (seed $seed):"
        grep -E "ERROR|runtime error|SUMMARY|Test unit written|Base64:|    #[0-9]+ .*handrail" "$log" | head -n 20
        return 1
    fi
    echo "$target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs in $time s, of them $(find "$corpus" -type f | wc -l) kept ones"
    [ -z "$keep" ] || "$fuzz" -merge=1 -max_len="$length" -rss_limit_mb=1500 "$corpus" "$work/$target" >>"$log" 2>&1
}
export -f one
export fuzz work findings seconds seed keep
printf '%s\n' "${targets[@]}" | xargs -P "$jobs" -I {} bash -c 'one {}'
