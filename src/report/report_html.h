// report/report_html.h: a report as one page for people.
#pragma once

#include <string>

#include "core/report.h"

namespace sourcereel::report {

/// The page: no script, no address, nothing fetched; pictures are files beside it. The same report gives the
/// same bytes. Texts of articles, marks, metadata and file names are shown as text, whatever they hold.
std::string report_html(const Report& report);

}  // namespace sourcereel::report
