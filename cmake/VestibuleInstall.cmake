# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What a package holds. Component app: the desk. Component demo: the simulated clinic beside it.
include(GNUInstallDirs)

install(TARGETS vestibule COMPONENT app)
# What no person starts; localprogram::ownProgram looks for it in these places.
set(inner_programs vestibule-prove-graphic vestibule-print-proposal)
if(WIN32)
    install(TARGETS ${inner_programs} COMPONENT app)
else()
    install(TARGETS ${inner_programs} DESTINATION libexec/vestibule COMPONENT app)
endif()
if(UNIX AND NOT APPLE)
    install(FILES installer/linux/org.vestibule.Vestibule.desktop
        DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT app)
    install(FILES installer/linux/org.vestibule.Vestibule.metainfo.xml
        DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT app)
    install(FILES resources/icons/org.vestibule.Vestibule.svg
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps COMPONENT app)
    install(FILES installer/man/vestibule-cli.1
        DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT app)
    install(FILES installer/linux/copyright
        DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/vestibule COMPONENT app)
    install(FILES installer/linux/copyright
        DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/vestibule-demo COMPONENT demo)
endif()
if(TARGET vestibule-simulator)
    install(TARGETS vestibule-simulator COMPONENT demo)
endif()

set(CPACK_PACKAGE_NAME vestibule)
set(CPACK_PACKAGE_VENDOR "The Vestibule authors")
set(CPACK_PACKAGE_CONTACT "The Vestibule authors <vestibule@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Front desk of a dental clinic")
set(CPACK_PACKAGE_DESCRIPTION
    "Joins the systems of a dental clinic at one desk: patients and orders in the CRM, the clinical
record, the accounts and the surgeons' calendars.")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_INSTALL_DIRECTORY Vestibule)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_COMPONENTS_ALL app demo)

if(WIN32)
    set(CPACK_GENERATOR NSIS)
    set(CPACK_PACKAGE_EXECUTABLES vestibule Vestibule)
    set(CPACK_NSIS_DISPLAY_NAME Vestibule)
    set(CPACK_NSIS_PACKAGE_NAME Vestibule)
    set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
    set(CPACK_NSIS_MODIFY_PATH OFF)
else()
    set(CPACK_GENERATOR DEB)
    set(CPACK_DEB_COMPONENT_INSTALL ON)
    set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
    set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
    set(CPACK_DEBIAN_PACKAGE_SECTION misc)
    set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS OFF)
    set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
    set(CPACK_DEBIAN_APP_PACKAGE_NAME vestibule)
    set(CPACK_DEBIAN_DEMO_PACKAGE_NAME vestibule-demo)
    # Opened at run time, so that the linker cannot know of them.
    set(CPACK_DEBIAN_APP_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6, libsecret-1-0")
    set(CPACK_DEBIAN_APP_PACKAGE_RECOMMENDS "fonts-inter, qt6-translations-l10n, gnome-keyring")
    set(CPACK_DEBIAN_DEMO_PACKAGE_DEPENDS "vestibule (= ${PROJECT_VERSION})")
endif()
set(CPACK_COMPONENT_APP_DISPLAY_NAME Vestibule)
set(CPACK_COMPONENT_APP_DESCRIPTION "The front desk: window and command line.")
set(CPACK_COMPONENT_APP_REQUIRED ON)
set(CPACK_COMPONENT_DEMO_DISPLAY_NAME "Simulated clinic")
set(CPACK_COMPONENT_DEMO_DESCRIPTION
    "A made-up clinic with its CRM, clinical record, accounts and calendars, to try Vestibule on.")
set(CPACK_COMPONENT_DEMO_DEPENDS app)
include(CPack)
