#include "sourcereel/failures.h"

#include <exception>
#include <new>

#include "json/documents.h"
#include "pipeline/analysis.h"
#include "sourcereel/exit_code.h"
#include "sourcereel/output.h"

namespace sourcereel::cli {

void refuse(const Error& error, const Settings& settings) {
    if (error.kind() != ErrorKind::not_found) throw CatalogueError(error);
    throw CatalogueError(error.kind(), "there is no catalogue " + settings.db.string() +
                                           " yet; \"sourcereel analyze VIDEO --db " + settings.db.string() +
                                           "\" makes one");
}

catalogue::Catalogue open_catalogue(const Settings& settings) {
    try {
        return catalogue::Catalogue::open(settings.db, catalogue::Access::read_only);
    } catch (const Error& error) {
        refuse(error, settings);
    }
}

int report_failed_input(const Error& error, const std::string& path, const Settings& settings) {
    say_error(error.what(), settings.color);
    if (settings.format == Format::json) write_answer(json::error_document(error, path));
    return kInputFailed;
}

int report_current_exception(Color color) noexcept {
    try {
        throw;
    } catch (const UsageError& error) {
        say_error(error.what(), color);
        return kWrongUsage;
    } catch (const OutputError& error) {
        if (!error.closed_pipe) say_error(error.what(), color);
        return kInputFailed;
    } catch (const CatalogueError& error) {
        say_error(error.what(), color);
        return kNoCatalogue;
    } catch (const pipeline::Cancelled&) {
        say_error("interrupted", color);
        return kInterrupted;
    } catch (const std::bad_alloc&) {
        say_error("not enough memory", color);
        return kInputFailed;
    } catch (const std::exception& error) {
        say_error(error.what(), color);
        return kInputFailed;
    } catch (...) {
        return kInputFailed;
    }
}

}  // namespace sourcereel::cli
