#pragma once
#include "cmake/pch_ui.h"
#include "tests/support/catch.h"
