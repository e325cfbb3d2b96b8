# Fails where a text of the sources is missing from handrail_es.ts or has no translation there.
# -DLUPDATE= the program; -DSOURCES= a file with the sources' paths; -DINCLUDE= -DTRANSLATIONS= -DWORK= folders
set(copy "${WORK}/checked_es.ts")
file(COPY_FILE "${TRANSLATIONS}/handrail_es.ts" "${copy}")
execute_process(
    COMMAND "${LUPDATE}" -silent -locations none -no-obsolete -I "${INCLUDE}" "@${SOURCES}" -ts "${copy}"
    COMMAND_ERROR_IS_FATAL ANY)
file(STRINGS "${copy}" lines REGEX "<source>|unfinished")
set(missing "")
foreach(line IN LISTS lines)
    if(line MATCHES "unfinished")
        string(APPEND missing "\n  ${source}")
    else()
        string(STRIP "${line}" source)
    endif()
endforeach()
if(missing)
    message(FATAL_ERROR "Not translated into Spanish (cmake --build build --target update_translations):${missing}")
endif()
