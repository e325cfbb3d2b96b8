# handrail_add_library(<name> [GUI] ALIAS <Alias> SOURCES … LINK … [PRIVATE_LINK …])
# A static library handrail_<name> with the alias Handrail::<Alias>. LINK is the link line that DESIGN.md section 3
# allows for this part; tests/architecture checks it.
function(handrail_add_library name)
    cmake_parse_arguments(ARG "GUI" "ALIAS" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
    add_library(handrail_${name} STATIC ${ARG_SOURCES})
    add_library(Handrail::${ARG_ALIAS} ALIAS handrail_${name})
    target_link_libraries(handrail_${name} PUBLIC Handrail::Options ${ARG_LINK} PRIVATE ${ARG_PRIVATE_LINK})
    target_precompile_headers(handrail_${name} PRIVATE
        "${CMAKE_SOURCE_DIR}/cmake/$<IF:$<BOOL:${ARG_GUI}>,pch_ui.h,pch_core.h>")
    set_property(GLOBAL APPEND PROPERTY HANDRAIL_TARGETS handrail_${name})
endfunction()

# handrail_add_program(<target> SOURCES … LINK …)
function(handrail_add_program target)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
    add_executable(${target} ${ARG_SOURCES})
    target_link_libraries(${target} PRIVATE Handrail::Options ${ARG_LINK})
    set_property(GLOBAL APPEND PROPERTY HANDRAIL_TARGETS ${target})
endfunction()

# handrail_add_tests(<part> [GUI] SOURCES … LINK … [LABELS …] [ENVIRONMENT …] [TIMEOUT s] [WRAPPER cmd…])
# One Catch2 binary a part, one CTest entry a binary: on a small machine a process per case costs more than it tells.
function(handrail_add_tests part)
    cmake_parse_arguments(ARG "GUI" "TIMEOUT" "SOURCES;LINK;LABELS;ENVIRONMENT;WRAPPER" ${ARGN})
    set(support $<IF:$<BOOL:${ARG_GUI}>,Handrail::GuiTestSupport,Handrail::TestSupport>)
    set(target handrail_${part}_tests)
    add_executable(${target} ${ARG_SOURCES})
    target_link_libraries(${target} PRIVATE Handrail::Options ${support} ${ARG_LINK})
    target_precompile_headers(${target} PRIVATE
        "${CMAKE_SOURCE_DIR}/cmake/$<IF:$<BOOL:${ARG_GUI}>,pch_uitests.h,pch_tests.h>")
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
    endif()
    add_test(NAME ${part} COMMAND ${ARG_WRAPPER} $<TARGET_FILE:${target}> --durations no)
    set_tests_properties(${part} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8;${ARG_ENVIRONMENT}")
    set_property(GLOBAL APPEND PROPERTY HANDRAIL_TEST_TARGETS ${target})
endfunction()
