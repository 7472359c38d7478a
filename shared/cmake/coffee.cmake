# What every target of the suite shares: flags, layers, and the arrow check.
include(GNUInstallDirs)
find_package(Threads REQUIRED)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core)
find_package(PkgConfig REQUIRED)
# Here, so that every folder sees the target.
find_package(cppzmq 4.9 REQUIRED)

set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
# moc 6.4.2 cannot parse libstdc++ 12's concepts without this.
set(CMAKE_AUTOMOC_MOC_OPTIONS "-D_GLIBCXX_CONCEPTS=1")
find_program(COFFEE_CCACHE ccache)
if(COFFEE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${COFFEE_CCACHE}")
endif()

add_library(coffee_options INTERFACE)
target_compile_features(coffee_options INTERFACE cxx_std_20)
target_compile_options(coffee_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wconversion
    -Wno-sign-conversion -Wold-style-cast -Wswitch-enum)
target_compile_definitions(coffee_options INTERFACE
    COFFEE_VERSION="${PROJECT_VERSION}"
    $<$<BOOL:${COFFEE_FAILPOINTS}>:COFFEE_FAILPOINTS=1>
    $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH)
target_include_directories(coffee_options INTERFACE "${PROJECT_SOURCE_DIR}")
if(COFFEE_SANITIZE)
    target_compile_options(coffee_options INTERFACE
        -fsanitize=${COFFEE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(coffee_options INTERFACE -fsanitize=${COFFEE_SANITIZE})
    # The instrumentation hides from GCC 12 what is initialised; the other presets keep the warning.
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        target_compile_options(coffee_options INTERFACE -Wno-maybe-uninitialized)
    endif()
endif()

# coffee_library(NAME LAYER n OWNER folder SOURCES … [USES ours…] [LINK public…] [LINK_PRIVATE …] [MOC])
#
# USES names our own libraries. A library may use only lower layers, and outside `shared/` only
# its own product folder: configuring fails on an arrow that points the wrong way.
function(coffee_library name)
    cmake_parse_arguments(arg "MOC" "LAYER;OWNER" "SOURCES;USES;LINK;LINK_PRIVATE" ${ARGN})
    add_library(${name} STATIC ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES COFFEE_LAYER ${arg_LAYER} COFFEE_OWNER ${arg_OWNER})
    if(arg_MOC)
        set_target_properties(${name} PROPERTIES AUTOMOC ON)
    endif()
    target_link_libraries(${name} PUBLIC coffee_options ${arg_USES} ${arg_LINK} PRIVATE ${arg_LINK_PRIVATE})
    coffee_check_arrows(${name} ${arg_LAYER} ${arg_OWNER} "${arg_USES}")
endfunction()

# coffee_program(NAME OWNER folder SOURCES … [USES ours…] [LINK …] [MOC])
function(coffee_program name)
    cmake_parse_arguments(arg "MOC" "OWNER" "SOURCES;USES;LINK" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    if(arg_MOC)
        set_target_properties(${name} PROPERTIES AUTOMOC ON)
    endif()
    target_link_libraries(${name} PRIVATE coffee_options ${arg_USES} ${arg_LINK})
    coffee_check_arrows(${name} 6 ${arg_OWNER} "${arg_USES}")
    install(TARGETS ${name} RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
endfunction()

function(coffee_check_arrows name layer owner uses)
    foreach(used IN LISTS uses)
        get_target_property(used_layer ${used} COFFEE_LAYER)
        get_target_property(used_owner ${used} COFFEE_OWNER)
        if(NOT used_layer LESS layer)
            message(FATAL_ERROR "${name} (layer ${layer}) may not use ${used} (layer ${used_layer})")
        endif()
        if(NOT used_owner STREQUAL "shared" AND NOT used_owner STREQUAL owner)
            message(FATAL_ERROR "${name} (${owner}/) may not use ${used} (${used_owner}/)")
        endif()
    endforeach()
endfunction()
