// shots/wipe_evidence.h: whether one picture takes the place of another along a line that crosses the screen.
// Private to shots.
#pragma once

#include "shots/step_window.h"

namespace sourcereel::shots {

/// How surely the picture at span.begin is wiped away by the one at span.end, 0..1, 0.5 just enough. Three
/// things are asked, and the weakest decides: each cell of the middle picture is like one of the ends; no
/// movement turns one end into the other; and the moments at which the parts of the picture change over lie
/// on a plane, as they do where a line crosses the screen at any angle.
double wipe_evidence(const StepWindow& steps, const StepSpan& span);

}  // namespace sourcereel::shots
