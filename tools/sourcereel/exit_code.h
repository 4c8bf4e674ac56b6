// sourcereel/exit_code.h: what the program tells its caller; the same in every command.
#pragma once

namespace sourcereel::cli {

enum ExitCode : int {
    kDone = 0,
    kAnswerIsNo = 1,  ///< Done, and nothing was found.
    kWrongUsage = 2,
    kInputFailed = 3,   ///< Some inputs could not be read (or the answer not be written); the rest was done.
    kNoCatalogue = 4,   ///< The catalogue cannot be used.
    kInterrupted = 130  ///< What was finished is kept.
};

}  // namespace sourcereel::cli
