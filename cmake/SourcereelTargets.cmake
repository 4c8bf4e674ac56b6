# The two ways to declare code in this tree, so that warnings, sanitizers and header checks are the same everywhere.
add_library(sourcereel_flags INTERFACE)
target_compile_options(sourcereel_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Woverloaded-virtual -Werror
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)  # GCC 12 sees overlaps in std::string's operator+ where there are none, at -O3
if(SOURCEREEL_SANITIZE)
  target_compile_options(sourcereel_flags INTERFACE
    -fsanitize=${SOURCEREEL_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(sourcereel_flags INTERFACE -fsanitize=${SOURCEREEL_SANITIZE})
endif()

# sourcereel_library(NAME HEADERS public.h… SOURCES a.cpp… DEPENDS core… FOREIGN Some::Target…)
# One static library sourcereel_NAME for the folder src/NAME. FOREIGN libraries stay private to it.
function(sourcereel_library name)
  cmake_parse_arguments(ARG "" "" "HEADERS;SOURCES;DEPENDS;FOREIGN" ${ARGN})
  set(target sourcereel_${name})
  add_library(${target} STATIC ${ARG_SOURCES})
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/src FILES ${ARG_HEADERS})
  set_target_properties(${target} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  target_link_libraries(${target} PRIVATE sourcereel_flags ${ARG_FOREIGN})
  foreach(dependency IN LISTS ARG_DEPENDS)
    target_link_libraries(${target} PUBLIC sourcereel_${dependency})
  endforeach()
endfunction()

# sourcereel_test(NAME SOURCES a_test.cpp… LINK media…): one GoogleTest program, its cases found by CTest.
function(sourcereel_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK;FOREIGN" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(${name} PRIVATE sourcereel_flags GTest::gmock GTest::gtest_main ${ARG_FOREIGN})
  foreach(library IN LISTS ARG_LINK)
    target_link_libraries(${name} PRIVATE sourcereel_${library})
  endforeach()
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST PROPERTIES TIMEOUT 300)
endfunction()
