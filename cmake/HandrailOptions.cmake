# One INTERFACE target, Handrail::Options, carries what all our code is compiled with.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

# "Fast": optimised enough to feel real, compiled quickly enough for a two-core machine.
set(CMAKE_CXX_FLAGS_FAST "-O1 -g1")
set(CMAKE_C_FLAGS_FAST "-O1 -g1")
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Fast CACHE STRING "Build type" FORCE)
endif()

find_program(HANDRAIL_CCACHE ccache)
if(HANDRAIL_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # The sloppiness is what ccache's manual asks for with precompiled headers; the base directory lets clones share.
    set(launcher ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${HANDRAIL_CCACHE})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
    set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
endif()

add_library(handrail_options INTERFACE)
add_library(Handrail::Options ALIAS handrail_options)
target_compile_features(handrail_options INTERFACE cxx_std_20)
target_include_directories(handrail_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(handrail_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_CONTEXTLESS_CONNECT QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_KEYWORDS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(handrail_options INTERFACE
    $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-Wall -Wextra -Wpedantic -Wshadow -Wold-style-cast -Woverloaded-virtual
      # A context or value filled by designated initialisers names what differs; the rest has its defaults in the struct.
      -Wno-missing-field-initializers>
    # gcc 12 reports false overflows and danglings inside Qt and std headers at -O1 and above (GCC bug 105562 and kin).
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict -Wno-array-bounds -Wno-stringop-overflow -Wno-maybe-uninitialized
      -fpch-preprocess>
    $<$<CXX_COMPILER_ID:MSVC>:/W4 /permissive- /utf-8>)
if(HANDRAIL_REPRODUCIBLE)
    # tools/reproducible.sh builds twice and compares. For all targets, our own or not.
    add_compile_options($<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-ffile-prefix-map=${CMAKE_SOURCE_DIR}=.>
        $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-ffile-prefix-map=${CMAKE_BINARY_DIR}=./build>)
endif()
if(HANDRAIL_WERROR)
    target_compile_options(handrail_options INTERFACE
        $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-Werror> $<$<CXX_COMPILER_ID:MSVC>:/WX>)
endif()
