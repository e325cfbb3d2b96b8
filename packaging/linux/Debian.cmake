# Three packages; what they need of the distribution is read from the programs by dpkg-shlibdeps, and named here where the
# programs load it at run time.
set(CPACK_GENERATOR DEB)
set(CPACK_SET_DESTDIR ON) # /etc is /etc, whatever the prefix
set(CPACK_INSTALL_PREFIX /usr)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # or it stands before the summary of each package
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)

set(CPACK_DEBIAN_DESKTOP_PACKAGE_NAME handrail)
set(CPACK_DEBIAN_DESKTOP_PACKAGE_SECTION misc)
set(CPACK_COMPONENT_DESKTOP_DESCRIPTION "closes the loop on social-care referrals
Case workers refer clients to food pantries, shelters and legal aid. With the
client's consent Handrail sends one text or email with a page about the
resource sites, asks a week later whether they got services, and shows the
answer in the referral. Works without a network and keeps its data encrypted.")
# Icons are SVG; a keychain, by libsecret, keeps the store's key; Wayland where there is no X.
set(CPACK_DEBIAN_DESKTOP_PACKAGE_DEPENDS "handrail-agent (= ${PROJECT_VERSION}), libqt6svg6, libsecret-1-0, xdg-utils")
set(CPACK_DEBIAN_DESKTOP_PACKAGE_RECOMMENDS "gnome-keyring | kwalletmanager | org.freedesktop.secrets, qt6-wayland")

set(CPACK_DEBIAN_AGENT_PACKAGE_NAME handrail-agent)
set(CPACK_DEBIAN_AGENT_PACKAGE_SECTION misc)
set(CPACK_COMPONENT_AGENT_DESCRIPTION "sends what Handrail's desks have due
The program beside Handrail's desktop that talks to the server: it pushes and
pulls changes, and hands over the messages that are due. It also runs without
a desktop, on a host beside the server.")
set(CPACK_DEBIAN_AGENT_PACKAGE_DEPENDS "ca-certificates")
set(CPACK_DEBIAN_AGENT_PACKAGE_RECOMMENDS "libsecret-1-0")

set(CPACK_DEBIAN_SERVER_PACKAGE_NAME handrail-server)
set(CPACK_DEBIAN_SERVER_PACKAGE_SECTION net)
set(CPACK_COMPONENT_SERVER_DESCRIPTION "Handrail's server for one agency or many
Holds the agencies' data, passes it between their desks, talks to carriers of
texts and mail, and shows clients their pages. One file of configuration,
SQLite or PostgreSQL.")
set(CPACK_DEBIAN_SERVER_PACKAGE_DEPENDS "adduser, ca-certificates, libqt6sql6-sqlite, tzdata")
set(CPACK_DEBIAN_SERVER_PACKAGE_RECOMMENDS "handrail-agent (= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_SERVER_PACKAGE_SUGGESTS "libqt6sql6-psql, postgresql, nginx | caddy")
set(scripts "${CMAKE_CURRENT_LIST_DIR}/debian/server")
set(CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_EXTRA
    "${scripts}/postinst" "${scripts}/prerm" "${scripts}/postrm" "${scripts}/conffiles")
