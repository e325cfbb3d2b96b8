# What the programs are made of, as CycloneDX (tools/sbom.py): the target `sbom`, and part of every Release build. It asks
# dpkg, so there is one on Debian and its kin only.
find_program(DPKG_QUERY dpkg-query)
find_package(Python3 COMPONENTS Interpreter)
if(DPKG_QUERY AND Python3_FOUND AND CMAKE_GENERATOR MATCHES "Ninja")
    set(programs handrail-server handrail-agent)
    if(HANDRAIL_BUILD_GUI)
        list(APPEND programs handrail)
    endif()
    set(files "")
    foreach(program IN LISTS programs)
        list(APPEND files "$<TARGET_FILE:${program}>")
    endforeach()
    foreach(fact VERSION SHA256)
        file(STRINGS "${CMAKE_SOURCE_DIR}/cmake/FetchSqlite3mc.cmake" line REGEX "^set\\(SQLITE3MC_${fact} ")
        string(REGEX REPLACE ".* (.*)\\)" "\\1" sqlite3mc_${fact} "${line}")
    endforeach()
    set(in_all "")
    if(CMAKE_BUILD_TYPE STREQUAL "Release")
        set(in_all ALL)
    endif()
    add_custom_target(sbom ${in_all}
        COMMAND Python3::Interpreter -B "${CMAKE_SOURCE_DIR}/tools/sbom.py" --version "${PROJECT_VERSION}"
            --sqlite3mc "${sqlite3mc_VERSION}:${sqlite3mc_SHA256}" --build "${CMAKE_BINARY_DIR}"
            --out "${CMAKE_BINARY_DIR}/handrail.cdx.json" ${files}
        DEPENDS ${programs} COMMENT "Writing handrail.cdx.json: what the programs are made of" VERBATIM)
endif()
