// core/report.h: everything that a report on an article and its videos says.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/finding.h"
#include "core/sidecar.h"
#include "core/video.h"

namespace sourcereel {

/// The article as far as reports name it.
struct ArticleFacts {
    std::string path;
    std::string sha256;  ///< Of its file.
    std::string title;   ///< Empty where it has none.
};

/// One video that was looked at.
struct ReportVideo {
    AnalysedVideo video;  ///< Without stills.
    std::vector<Sidecar> sidecars;
    Coverage coverage;
    std::string credentials;         ///< Content credentials: a fixed sentence.
    std::string credentials_answer;  ///< What c2patool said, verbatim; empty: it was not asked.
};

/// A row of the registry that some evidence or claim rests on.
struct RegistryRow {
    std::string id;
    std::string name;
    std::string source;  ///< "unsourced" parts are said to be so.
};

/// Which picture of the video an evidence picture shows.
struct PictureFacts {
    double time = 0;  ///< Seconds.
    std::int64_t pts = 0;
    TimeBase base;
    std::int64_t frame = 0;
};

struct Report {
    ArticleFacts article;
    std::vector<Finding> findings;
    std::vector<ReportVideo> videos;
    std::vector<RegistryRow> outlets;
    std::map<std::string, PictureFacts> pictures;  ///< By the name in Evidence::picture.
    std::size_t videos_examined = 0;  ///< Also those without evidence, which may not be among `videos`.
    std::size_t outlets_tried = 0;                 ///< Rows of the registry that were looked for.
    std::string program;                           ///< "sourcereel 0.1.0".
    std::string versions;                          ///< Of the libraries that ran now.
    std::string dated;  ///< As the user wants it printed; empty: no date, so that the same input gives the
                        ///< same bytes.
    std::vector<std::string> warnings;
};

}  // namespace sourcereel
