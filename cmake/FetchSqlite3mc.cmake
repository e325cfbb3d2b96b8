# SQLite3 Multiple Ciphers: SQLite with encryption, one C file. Its sources come pinned and hash-checked from an npm
# package (the only registry that carries the amalgamation) and never enter this repository; docs/decisions/0020 says
# why. -DSQLITE3MC_DIR=<folder with sqlite3.c and sqlite3.h> uses sources that are already there.
set(SQLITE3MC_VERSION 12.11.1)
set(SQLITE3MC_SHA256 01388c78f46ce63c6aec021f67b364cc67bd637edba64f7add0c0230ce5f777a)

function(handrail_fetch_sqlite3mc)
    if(SQLITE3MC_DIR)
        return()
    endif()
    set(package "better-sqlite3-multiple-ciphers-${SQLITE3MC_VERSION}.tgz")
    if(DEFINED ENV{HANDRAIL_CACHE_DIR})
        set(cache "$ENV{HANDRAIL_CACHE_DIR}")
    elseif(DEFINED ENV{HOME})
        set(cache "$ENV{HOME}/.cache/handrail")
    else()
        set(cache "${CMAKE_BINARY_DIR}/cache")
    endif()
    file(MAKE_DIRECTORY "${cache}")

    if(NOT EXISTS "${cache}/${package}")
        find_program(NPM npm)
        if(NOT NPM)
            message(FATAL_ERROR "npm is missing: it fetches SQLite3 Multiple Ciphers. Install it (apt-get install npm), "
                                "or give the sources with -DSQLITE3MC_DIR=<folder>.")
        endif()
        message(STATUS "Fetching ${package} (3.3 MB, once)")
        # Into a folder of its own first: two configures at once must not read each other's half a file.
        string(RANDOM LENGTH 8 salt)
        set(incoming "${cache}/incoming-${salt}")
        file(MAKE_DIRECTORY "${incoming}")
        execute_process(
            COMMAND "${NPM}" pack --ignore-scripts --loglevel=error "better-sqlite3-multiple-ciphers@${SQLITE3MC_VERSION}"
            WORKING_DIRECTORY "${incoming}" RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE trouble)
        if(failed)
            file(REMOVE_RECURSE "${incoming}")
            message(FATAL_ERROR "npm could not fetch ${package}: ${trouble}\nIs there a network? Otherwise give the "
                                "sources with -DSQLITE3MC_DIR=<folder>.")
        endif()
        file(RENAME "${incoming}/${package}" "${cache}/${package}")
        file(REMOVE_RECURSE "${incoming}")
    endif()

    file(SHA256 "${cache}/${package}" hash)
    if(NOT hash STREQUAL SQLITE3MC_SHA256)
        message(FATAL_ERROR "${cache}/${package} has the wrong SHA256 (${hash}). It is not what Handrail was checked "
                            "with: delete it and configure again; if it comes back wrong, don't build.")
    endif()
    set(target "${CMAKE_BINARY_DIR}/sqlite3mc-${SQLITE3MC_VERSION}")
    if(NOT EXISTS "${target}/package/deps/sqlite3/sqlite3.c")
        file(ARCHIVE_EXTRACT INPUT "${cache}/${package}" DESTINATION "${target}")
    endif()
    set(SQLITE3MC_DIR "${target}/package/deps/sqlite3" PARENT_SCOPE)
endfunction()

handrail_fetch_sqlite3mc()
if(NOT EXISTS "${SQLITE3MC_DIR}/sqlite3.c")
    message(FATAL_ERROR "SQLITE3MC_DIR (${SQLITE3MC_DIR}) holds no sqlite3.c")
endif()

# SQLite writes one byte to each 4 KiB of its mapped index, so that all of it has its place on the disk before it is used. On file
# systems with smaller blocks that leaves holes, and using one on a full disk ends the program with SIGBUS: measured on ext4
# with blocks of 1 KiB (docs/decisions/0261). A byte to each 512 leaves none.
file(READ "${SQLITE3MC_DIR}/sqlite3.c" source)
string(REPLACE "static const int pgsz = 4096;" "static const int pgsz = 512;" patched "${source}")
if(patched STREQUAL source)
    message(FATAL_ERROR "This SQLite does not have the line that docs/decisions/0261 changes: look at unixShmMap() anew.")
endif()
set(before "")
if(EXISTS "${CMAKE_BINARY_DIR}/sqlite3mc/sqlite3.c")
    file(READ "${CMAKE_BINARY_DIR}/sqlite3mc/sqlite3.c" before)
endif()
if(NOT before STREQUAL patched)
    file(WRITE "${CMAKE_BINARY_DIR}/sqlite3mc/sqlite3.c" "${patched}")
endif()
add_library(sqlite3mc STATIC "${CMAKE_BINARY_DIR}/sqlite3mc/sqlite3.c")
# Hidden symbols: the process may hold the system's SQLite too (Qt's own plugin), and the two must not be mixed up.
set_target_properties(sqlite3mc PROPERTIES C_VISIBILITY_PRESET hidden POSITION_INDEPENDENT_CODE ON AUTOMOC OFF)
target_include_directories(sqlite3mc SYSTEM PUBLIC "${SQLITE3MC_DIR}")
# TEMP_STORE=3: sorter, temp tables and statement journals stay in memory; on disk they would be plain text.
target_compile_definitions(sqlite3mc PRIVATE
    SQLITE_ENABLE_FTS5 SQLITE_ENABLE_COLUMN_METADATA SQLITE_THREADSAFE=1 SQLITE_TEMP_STORE=3 SQLITE_SECURE_DELETE
    SQLITE_DQS=0 SQLITE_OMIT_LOAD_EXTENSION SQLITE_USER_AUTHENTICATION=0 SQLITE_OMIT_SHARED_CACHE
    SQLITE3MC_SECURE_MEMORY=1 SQLITE_API= $<$<NOT:$<C_COMPILER_ID:MSVC>>:HAVE_USLEEP=1>)
target_compile_options(sqlite3mc PRIVATE $<$<NOT:$<C_COMPILER_ID:MSVC>>:-w;-O2>)
target_link_libraries(sqlite3mc PUBLIC Threads::Threads $<$<PLATFORM_ID:Linux>:m>)
