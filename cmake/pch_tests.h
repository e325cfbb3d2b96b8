#pragma once
#include "cmake/pch_core.h"
#include "tests/support/catch.h"
