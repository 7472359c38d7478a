# English texts: one .ts file a library, compiled and embedded as :/i18n/<library>_en.qm.
#
# coffee_translations(TARGET LIBRARY name TS file)
#
# The target (or a program that links it) calls Q_INIT_RESOURCE(<library>_translations) once, because
# the resources of a static library are left out unless something names them. The custom target
# `update-translations` runs lupdate over the sources of every target given here; new texts then wait
# in the .ts files as unfinished.
find_package(Qt6 6.4 REQUIRED COMPONENTS LinguistTools)

if(NOT TARGET update-translations)
    add_custom_target(update-translations)
endif()

function(coffee_translations target)
    cmake_parse_arguments(arg "" "LIBRARY;TS" "" ${ARGN})
    set(qm "${CMAKE_CURRENT_BINARY_DIR}/${arg_LIBRARY}_en.qm")
    set(qrc "${CMAKE_CURRENT_BINARY_DIR}/${arg_LIBRARY}_translations.qrc")

    add_custom_command(
        OUTPUT "${qm}"
        COMMAND Qt6::lrelease -silent -nounfinished "${arg_TS}" -qm "${qm}"
        DEPENDS "${arg_TS}"
        COMMENT "Compiling ${arg_LIBRARY}_en.qm"
        VERBATIM)
    file(CONFIGURE OUTPUT "${qrc}" CONTENT
        "<RCC><qresource prefix=\"/i18n\"><file>${arg_LIBRARY}_en.qm</file></qresource></RCC>\n")
    set(cpp "${CMAKE_CURRENT_BINARY_DIR}/qrc_${arg_LIBRARY}_translations.cpp")
    add_custom_command(
        OUTPUT "${cpp}"
        COMMAND Qt6::rcc --name "${arg_LIBRARY}_translations" --output "${cpp}" "${qrc}"
        DEPENDS "${qm}" "${qrc}"
        COMMENT "Embedding ${arg_LIBRARY}_en.qm"
        VERBATIM)
    target_sources(${target} PRIVATE "${cpp}")
    set_source_files_properties("${cpp}" PROPERTIES SKIP_AUTOGEN ON)

    # tests/translations looks whether every text is there.
    get_target_property(sources ${target} SOURCE_DIR)
    set_property(GLOBAL APPEND PROPERTY COFFEE_TRANSLATED ${arg_LIBRARY})
    set_property(GLOBAL PROPERTY COFFEE_TRANSLATED_SOURCES_${arg_LIBRARY} "${sources}")
    set_property(GLOBAL PROPERTY COFFEE_TRANSLATED_TS_${arg_LIBRARY} "${arg_TS}")

    add_custom_target(update-translations-${arg_LIBRARY}
        COMMAND Qt6::lupdate -silent -source-language ko_KR -target-language en_US
            -no-obsolete -locations none -I "${PROJECT_SOURCE_DIR}"
            "$<TARGET_PROPERTY:${target},SOURCE_DIR>" -ts "${arg_TS}"
        VERBATIM)
    add_dependencies(update-translations update-translations-${arg_LIBRARY})
endfunction()
