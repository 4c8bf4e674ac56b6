// sourcereel/failures.h: what went wrong as a message and an exit code.
#pragma once

#include <string>

#include "catalogue/catalogue.h"
#include "core/error.h"
#include "sourcereel/settings.h"

namespace sourcereel::cli {

/// The catalogue cannot be used; ends in kNoCatalogue with nothing on stdout.
struct CatalogueError : Error {
    using Error::Error;
    explicit CatalogueError(const Error& error) : Error(error) {}
};

/// Opens what settings.db names. Where there is none, the message says how to make one.
/// @throws CatalogueError
catalogue::Catalogue open_catalogue(const Settings& settings);

/// What opening or migrating it threw; where there is none, in words that say how to make one.
/// @throws CatalogueError always
[[noreturn]] void refuse(const Error& error, const Settings& settings);

/// Runs a call to an open catalogue.
/// @throws CatalogueError for every Error of it
template <typename Call>
auto asking_catalogue(const Call& call) {
    try {
        return call();
    } catch (const Error& error) {
        throw CatalogueError(error);
    }
}

/// One input cannot be used: message on stderr, with --format json the error document on stdout.
/// Returns kInputFailed.
int report_failed_input(const Error& error, const std::string& path, const Settings& settings);

/// Says what the exception being handled is about and returns the exit code. Call it in a catch block.
int report_current_exception(Color color) noexcept;

}  // namespace sourcereel::cli
