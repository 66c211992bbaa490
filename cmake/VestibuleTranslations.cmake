# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: GPL-3.0-or-later

# English has its own file for the plural forms alone.
set(translation_folder ${PROJECT_SOURCE_DIR}/translations)
set(lupdate_call Qt6::lupdate -silent -I . -locations none -no-obsolete)
add_custom_target(update_translations
    COMMAND ${lupdate_call} app ui -ts ${translation_folder}/vestibule_fr.ts
    COMMAND ${lupdate_call} -pluralonly app ui -ts ${translation_folder}/vestibule_en.ts
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
    VERBATIM)

# Puts the translations into a program, below :/i18n.
function(vestibule_translations target)
    qt_add_lrelease(${target}
        TS_FILES
            ${PROJECT_SOURCE_DIR}/translations/vestibule_en.ts
            ${PROJECT_SOURCE_DIR}/translations/vestibule_fr.ts
        QM_FILES_OUTPUT_VARIABLE files)
    qt_add_resources(${target} translations
        PREFIX /i18n
        BASE ${CMAKE_CURRENT_BINARY_DIR}
        FILES ${files})
endfunction()
