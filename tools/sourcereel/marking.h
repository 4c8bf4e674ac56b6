// sourcereel/marking.h: calls that write people's marks, and what their errors mean.
#pragma once

#include "catalogue/catalogue.h"
#include "sourcereel/failures.h"
#include "sourcereel/settings.h"

namespace sourcereel::cli {

/// Opens an existing catalogue for writing; makes none.
/// @throws CatalogueError
catalogue::Catalogue open_catalogue_for_marks(const Settings& settings);

/// Runs a call to an open catalogue whose "unsupported" and "not_found" are about what the user asked.
/// @throws UsageError or CatalogueError
template <typename Call>
auto marking(const Call& call) {
    try {
        return call();
    } catch (const Error& error) {
        if (error.kind() == ErrorKind::unsupported || error.kind() == ErrorKind::not_found)
            throw UsageError(error.what());
        throw CatalogueError(error);
    }
}

}  // namespace sourcereel::cli
