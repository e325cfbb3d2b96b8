# Every dependency has a line in docs/dependencies.md: why, version, licence, what else was looked at.
find_package(Threads REQUIRED)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network NetworkAuth Sql)
if(HANDRAIL_BUILD_GUI)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Gui Widgets Svg Charts PrintSupport LinguistTools)
endif()
if(HANDRAIL_BUILD_TESTS)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
    find_package(Catch2 REQUIRED) # 2.13 on Debian 12, 3.x on Ubuntu 24.04: tests/support/catch.h bridges
endif()
find_package(Qt6Keychain REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(OATH REQUIRED IMPORTED_TARGET liboath) # codes of authenticator apps
pkg_check_modules(CJOSE REQUIRED IMPORTED_TARGET cjose) # signed tokens of single sign-on
pkg_check_modules(GMIME REQUIRED IMPORTED_TARGET gmime-3.0)
if(HANDRAIL_BUILD_GUI)
    pkg_check_modules(QRENCODE REQUIRED IMPORTED_TARGET libqrencode)
endif()
find_package(CURL REQUIRED)
find_package(LibArchive REQUIRED)
find_package(Boost 1.74 REQUIRED) # Beast and Asio, headers only
find_package(OpenSSL REQUIRED)    # their TLS
pkg_check_modules(PROMETHEUS REQUIRED IMPORTED_TARGET prometheus-cpp-core)
find_package(CLI11 REQUIRED)
find_path(PHONENUMBER_INCLUDE_DIR phonenumbers/phonenumberutil.h REQUIRED)
find_library(PHONENUMBER_LIBRARY phonenumber REQUIRED)
find_path(LIBCSV_INCLUDE_DIR csv.h REQUIRED)
find_library(LIBCSV_LIBRARY csv REQUIRED)
find_path(MUSTACHE_INCLUDE_DIR NAMES mustache.hpp kainjow/mustache.hpp PATH_SUFFIXES kainjow REQUIRED)
