# The installer for Windows: CPack stages what is installed and fills in NSIS.template.in, which says what the installer does.
list(PREPEND CMAKE_MODULE_PATH "${CMAKE_CURRENT_LIST_DIR}") # where CPack finds the template instead of its own
set(CPACK_MODULE_PATH "${CMAKE_CURRENT_LIST_DIR}")
set(CPACK_GENERATOR NSIS)
set(CPACK_MONOLITHIC_INSTALL ON)
set(CPACK_PACKAGE_FILE_NAME "handrail-${PROJECT_VERSION}-setup")
set(HANDRAIL_ICON "${CMAKE_CURRENT_LIST_DIR}/handrail.ico")
set(HANDRAIL_NSIS_TARGET amd64-unicode CACHE STRING "Stub of NSIS: amd64-unicode, or x86-unicode where NSIS has no other")
set(CPACK_HANDRAIL_ICON "${HANDRAIL_ICON}")
set(CPACK_HANDRAIL_NSIS_TARGET "${HANDRAIL_NSIS_TARGET}")
