# SPDX-License-Identifier: GPL-3.0-or-later
# One folder, one library: sitebook_library(NAME SOURCES ... DEPENDS ...). DEPENDS are the rooms and libraries the
# folder may use; the layering test checks the includes against its own table.

add_library(sitebook_pch_core STATIC ${CMAKE_SOURCE_DIR}/resources/cmake/pch.cpp)
target_link_libraries(sitebook_pch_core PUBLIC sitebook_flags Qt6::Core tl::expected)
target_precompile_headers(sitebook_pch_core PRIVATE ${CMAKE_SOURCE_DIR}/resources/cmake/pch_core.h)

add_library(sitebook_pch_ui STATIC ${CMAKE_SOURCE_DIR}/resources/cmake/pch.cpp)
target_link_libraries(sitebook_pch_ui PUBLIC sitebook_flags Qt6::Widgets tl::expected)
target_precompile_headers(sitebook_pch_ui PRIVATE ${CMAKE_SOURCE_DIR}/resources/cmake/pch_ui.h)

# Qt6::Test without its two macros that hold the test's own folder: with them no precompiled header could be shared.
add_library(sitebook_qttest INTERFACE)
target_include_directories(sitebook_qttest SYSTEM INTERFACE $<TARGET_PROPERTY:Qt6::Test,INTERFACE_INCLUDE_DIRECTORIES>)
target_compile_definitions(sitebook_qttest INTERFACE QT_TESTLIB_LIB)
target_link_libraries(sitebook_qttest INTERFACE $<TARGET_FILE:Qt6::Test> Qt6::Core)

add_library(sitebook_pch_test STATIC ${CMAKE_SOURCE_DIR}/resources/cmake/pch.cpp)
target_link_libraries(sitebook_pch_test PUBLIC sitebook_flags Qt6::Widgets Qt6::Network sitebook_qttest tl::expected)
target_compile_definitions(sitebook_pch_test PUBLIC QT_FORCE_ASSERTS)
target_precompile_headers(sitebook_pch_test PRIVATE ${CMAKE_SOURCE_DIR}/resources/cmake/pch_test.h)

# A library of core/ (no Gui) or, with UI, of ui/ (Widgets).
function(sitebook_library name)
  cmake_parse_arguments(arg "UI" "" "SOURCES;DEPENDS;PRIVATE_DEPENDS" ${ARGN})
  add_library(${name} STATIC ${arg_SOURCES})
  target_link_libraries(${name} PUBLIC sitebook_flags Qt6::Core tl::expected ${arg_DEPENDS} PRIVATE ${arg_PRIVATE_DEPENDS})
  if(arg_UI)
    target_link_libraries(${name} PUBLIC Qt6::Widgets)
    target_precompile_headers(${name} REUSE_FROM sitebook_pch_ui)
  else()
    target_precompile_headers(${name} REUSE_FROM sitebook_pch_core)
  endif()
endfunction()

# A program: sitebook_program(NAME SOURCES ... DEPENDS ...).
function(sitebook_program name)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE sitebook_flags Qt6::Core tl::expected ${arg_DEPENDS})
endfunction()

# A test program: sitebook_test(tst_name SOURCES ... DEPENDS ... [LABELS ...] [TIMEOUT s] [COMMAND wrapper...]).
# Every test gets folders of its own, the offscreen platform, and the real data where SITEBOOK_TEST_DATA names them.
function(sitebook_test name)
  cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;DEPENDS;LABELS;COMMAND" ${ARGN})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE sitebook_flags Qt6::Core sitebook_qttest tl::expected ${arg_DEPENDS})
  target_precompile_headers(${name} REUSE_FROM sitebook_pch_test)
  target_link_libraries(${name} PRIVATE Qt6::Widgets Qt6::Network)
  target_compile_definitions(${name} PRIVATE QT_FORCE_ASSERTS
    SITEBOOK_SOURCE_DIR="${CMAKE_SOURCE_DIR}" SITEBOOK_BINARY_DIR="${CMAKE_BINARY_DIR}/bin"
    SITEBOOK_TEST_DATA="${SITEBOOK_TEST_DATA}")
  add_test(NAME ${name} COMMAND ${arg_COMMAND} $<TARGET_FILE:${name}>)
  set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;QT_LOGGING_RULES=sitebook.*.info=false")
endfunction()
