// All of Qt Widgets: measured, it takes a quarter off the time of a file of a screen.
#pragma once
#include "cmake/pch_core.h"
#include <QtWidgets>
