// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/phones/areazones.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

/// Area codes of North America that lie in one time zone as a whole. From the time-zone map of libphonenumber 8.12.57
/// (Apache License 2.0, see NOTICES): its C++ library does not carry it.
struct Zone
{
    const char* name;
    const char* areas;
};
constexpr std::array zones = {
    Zone{"America/New_York",
         "201 202 203 207 212 215 216 220 223 229 231 234 239 240 248 252 260 267 269 272 276 283 "
         "301 302 304 305 313 315 317 321 326 330 332 336 339 347 351 352 364 380 386 401 404 407 "
         "410 412 413 419 434 440 443 445 448 463 470 475 478 484 502 508 513 516 517 518 540 551 "
         "561 567 570 571 582 585 586 603 607 609 610 614 616 617 631 640 646 656 667 678 680 681 "
         "703 704 706 716 717 718 724 727 732 734 740 743 754 757 762 765 770 771 772 774 781 786 "
         "802 803 804 810 813 814 826 828 838 839 843 845 848 854 856 857 859 860 862 863 864 865 "
         "878 904 908 910 912 914 917 919 929 930 934 937 941 943 947 948 954 959 973 978 980 984 "
         "989"},
    Zone{"America/Chicago",
         "205 210 214 217 218 224 225 228 251 254 256 262 281 309 312 314 316 318 319 320 325 331 "
         "334 337 346 361 402 405 409 414 417 430 432 447 464 469 479 501 504 507 512 515 531 534 "
         "539 563 572 573 580 601 608 612 615 618 629 630 636 641 651 659 660 662 682 689 708 712 "
         "713 715 726 731 737 763 769 773 779 806 815 816 817 830 832 847 870 872 901 903 913 918 "
         "920 931 936 938 940 945 952 956 972 979 985"},
    Zone{"America/Los_Angeles",
         "206 209 213 253 279 323 341 360 408 415 424 425 442 458 503 509 510 530 559 562 564 619 "
         "626 628 650 657 661 669 702 707 714 725 747 760 805 818 820 831 840 858 909 916 925 949 "
         "951 971"},
    Zone{"America/Toronto",
         "226 249 263 289 343 365 367 416 438 450 468 514 519 548 579 581 613 647 705 742 753 819 "
         "873 905"},
    Zone{"America/Denver",
         "303 307 385 406 435 505 575 719 720 801 915 970"},
    Zone{"America/Winnipeg",
         "204 431 437 474 584"},
    Zone{"America/Edmonton",
         "368 403 587 780 825"},
    Zone{"America/Vancouver",
         "236 604 672 778"},
    Zone{"America/Halifax",
         "506 782 902"},
    Zone{"America/Santo_Domingo",
         "809 829 849"},
    Zone{"America/Regina",
         "306 639"},
    Zone{"America/Jamaica",
         "658 876"},
    Zone{"America/Puerto_Rico",
         "787 939"},
    Zone{"America/Nassau",
         "242"},
    Zone{"America/Barbados",
         "246"},
    Zone{"America/Anguilla",
         "264"},
    Zone{"America/Antigua",
         "268"},
    Zone{"America/Tortola",
         "284"},
    Zone{"America/St_Thomas",
         "340"},
    Zone{"America/Cayman",
         "345"},
    Zone{"Atlantic/Bermuda",
         "441"},
    Zone{"America/Grenada",
         "473"},
    Zone{"America/Phoenix",
         "623"},
    Zone{"America/Grand_Turk",
         "649"},
    Zone{"America/Montserrat",
         "664"},
    Zone{"Pacific/Saipan",
         "670"},
    Zone{"Pacific/Guam",
         "671"},
    Zone{"Pacific/Pago_Pago",
         "684"},
    Zone{"America/Lower_Princes",
         "721"},
    Zone{"America/St_Lucia",
         "758"},
    Zone{"America/Dominica",
         "767"},
    Zone{"America/St_Vincent",
         "784"},
    Zone{"Pacific/Honolulu",
         "808"},
    Zone{"America/Port_of_Spain",
         "868"},
    Zone{"America/St_Kitts",
         "869"}};

} // namespace

QString timeZoneOfArea(const QString& e164)
{
    constexpr qsizetype northAmerican = 12; // +1 and ten digits
    if (e164.size() != northAmerican || !e164.startsWith(u"+1"))
        return {};
    const QByteArray area = e164.mid(2, 3).toLatin1();
    for (const Zone& zone : zones)
        if (QByteArray::fromRawData(zone.areas, qsizetype(qstrlen(zone.areas))).contains(area))
            return QString::fromLatin1(zone.name);
    return {};
}

} // namespace handrail
