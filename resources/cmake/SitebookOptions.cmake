# SPDX-License-Identifier: GPL-3.0-or-later
# What is the same for every target: language, Qt, warnings, sanitizers, compiler cache.

option(SITEBOOK_TESTS "Build the tests" ON)
option(SITEBOOK_WERROR "Treat warnings as errors" ON)
set(SITEBOOK_SANITIZE "" CACHE STRING "Sanitizers, for example 'address,undefined' or 'thread'")
set(SITEBOOK_TEST_DATA "$ENV{SITEBOOK_TEST_DATA}" CACHE PATH "Folder with real study files; tests on them skip where it is absent")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

find_program(SITEBOOK_CCACHE ccache)
if(SITEBOOK_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${SITEBOOK_CCACHE})
endif()

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Concurrent DBus Gui Network Svg Test Widgets LinguistTools)
find_package(Qt6Keychain REQUIRED)
find_package(tl-expected REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(Sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(Sqlite REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(Zip IMPORTED_TARGET libzip) # without it everything is built, and workbooks are refused

add_library(sitebook_flags INTERFACE)
target_include_directories(sitebook_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(sitebook_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual -Wsuggest-override
  -fno-omit-frame-pointer
  $<$<BOOL:${SITEBOOK_WERROR}>:-Werror>)
target_compile_definitions(sitebook_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
  QT_NO_FOREACH QT_NO_KEYWORDS QT_STRICT_ITERATORS QT_USE_QSTRINGBUILDER QT_MESSAGELOGCONTEXT
  QT_DISABLE_DEPRECATED_BEFORE=0x060400 SITEBOOK_VERSION="${PROJECT_VERSION}")
if(SITEBOOK_SANITIZE)
  target_compile_options(sitebook_flags INTERFACE -fsanitize=${SITEBOOK_SANITIZE} -fno-sanitize-recover=all)
  target_link_options(sitebook_flags INTERFACE -fsanitize=${SITEBOOK_SANITIZE})
  if(SITEBOOK_SANITIZE MATCHES "thread")
    # Boost.Asio has fences, which the detector does not follow; it says so in every file.
    target_compile_options(sitebook_flags INTERFACE -Wno-tsan)
  endif()
endif()
