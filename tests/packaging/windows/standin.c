// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdio.h>
#include <string.h>
#include <windows.h>

int main(int argc, char* argv[])
{
    puts(VERSION);
    fflush(stdout);
    if (argc > 1 && strcmp(argv[1], "--stay") == 0)
        Sleep(60000);
    return 0;
}
