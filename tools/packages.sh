# What Handrail needs from the distribution, and why. Sourced by ./run and ./test; works on Debian 12 and Ubuntu 24.04.
# shellcheck shell=bash

build_packages=(
    g++ cmake ninja-build pkg-config          # compiler and build
    ccache                                    # a second build in seconds
    npm                                       # fetches the pinned SQLite3 Multiple Ciphers sources (hash-checked), and
                                              # with its Node.js the tests' judges of texts
    qt6-base-dev libqt6sql6-sqlite            # GUI, network, SQL
    qt6-networkauth-dev                       # the browser's part of single sign-on
    libqt6svg6-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools  # icons, translations
    qt6-charts-dev libqt6opengl6-dev          # the supervisors' charts; its CMake files ask for the second
    qtkeychain-qt6-dev libsecret-1-0          # the store's key lives in the keychain
    libboost-dev libssl-dev                   # the server's HTTP: Beast and Asio, and their TLS
    prometheus-cpp-dev                        # the server's numbers for operators
    libphonenumber-dev                        # phone numbers of the world
    libsodium-dev                             # Argon2id
    libcjose-dev libssl-dev libjansson-dev    # checks the tokens of single sign-on (OpenID Connect)
    liboath-dev                               # the codes of authenticator apps (TOTP)
    libcurl4-openssl-dev libgmime-3.0-dev     # carriers and mail
    libqrencode-dev                           # the QR code of the printed sheet
    libarchive-dev                            # ZIP files of directories
    libcsv-dev libkainjow-mustache-dev libcli11-dev  # directory files, page templates, command lines
)
run_packages=(
    dbus procps gnome-keyring                 # a keychain of the trial's own, so that yours is left alone
    xdg-utils                                 # opens a client's link in your browser
)
story_packages=(
    xvfb openbox                              # a virtual screen and a window manager
    at-spi2-core python3-pyatspi              # presses the desktop's real widgets by their accessible names
    xdotool imagemagick                        # screenshots
    chromium                                  # the client's browser
    fonts-noto-core fonts-dejavu-core
)
test_packages=(
    catch2 python3 git                        # python3, git: the checks of architecture and style
    postfix dovecot-imapd dovecot-lmtpd       # mail servers with mailboxes, and smtp-sink; in folders of the tests' own
    spamassassin openssl                      # judges our mails, offline; makes the certificates of the tests' mail servers
    postgresql libqt6sql6-psql                # the server's other database
    sqlite3 curl
    python3-prometheus-client python3-jsonschema python3-yaml  # read /metrics and docs/openapi.yaml as others do
    nginx-light caddy                         # in front of the server, by the samples in packaging/; neither is started
    poppler-utils zbar-tools                  # read the printed sheet back: its text, its pictures, its QR codes
    kannel kannel-extras                      # an SMS gateway, and its fake SMS center; neither is started
    iproute2 nftables                         # network namespaces and cut lines of the fault tests
    faketime                                  # clocks that are wrong and jump, for the fault tests
    e2fsprogs                                 # a small disk with 1 KiB blocks, for the fault tests
    clang-14 libclang-rt-14-dev               # the readers of bytes from outside under libFuzzer, in a build of their own
    libsqlite3-dev                            # a disk that fails under the server's own SQLite
    sslscan testssl.sh wapiti sqlmap nmap whatweb  # what others' tools find in the server, on loopback
    valgrind                                  # counts the instructions of the hot paths
    desktop-file-utils libglib2.0-bin         # read the autostart file as desktop environments do
    dpkg-dev lintian appstream mandoc         # the Debian packages, their judge, and those of what is in them
    debootstrap                               # a bare Debian that they are installed into
)
bench_packages=(
    python3 wrk nginx-light                   # load, and the server that clients' pages are held against
    postgresql libqt6sql6-psql
    libbenchmark-dev                          # repeats and interleaves what is measured inside one process
    postfix                                   # smtp-source and smtp-sink; it is not started
    xvfb dbus gnome-keyring                   # a virtual screen and a keychain for the desktop's start
)
