// unit/web/desk.h: a Site over a catalogue of two videos, asked without sockets.
#pragma once

#include <fstream>
#include <utility>

#include "unit/catalogue/samples.h"
#include "web/site.h"

#include "catalogue/catalogue.h"

namespace sourcereel::web {

inline constexpr const char* kHostile = "<script>alert(1)</script> \"'&{{change-token}}";

class Desk {
public:
    explicit Desk(SiteOptions extra = {}) {
        {
            auto catalogue = catalogue::Catalogue::open(db(), catalogue::Access::read_write);
            AnalysedVideo first = catalogue::video_of(1);
            first.media.path = media().string();
            first.tracks = {catalogue::track_of("harbour at noon"), catalogue::track_of(kHostile, 50, 90)};
            catalogue.store(first);
            AnalysedVideo second = catalogue::video_of(2);
            second.media.path = (folder_ / "gone.mp4").string();
            second.stills.clear();
            catalogue.store(second);
        }
        std::ofstream(media()) << "0123456789abcdef";
        extra.catalogue = db();
        extra.version = "1.2.3";
        extra.admission.port = 8321;
        extra.admission.change_token = "change";
        site_.emplace(std::move(extra));
    }

    std::filesystem::path db() const { return folder_ / "c.db"; }
    std::filesystem::path media() const { return folder_ / "first.mp4"; }
    const catalogue::TempFolder& folder() const { return folder_; }

    Request request(const std::string& target, const std::string& method = "GET") const {
        Request made;
        made.method = method;
        EXPECT_TRUE(set_target(made, target)) << target;
        made.headers["host"] = "127.0.0.1:8321";
        if (method != "GET") made.headers["x-sourcereel-token"] = "change";
        return made;
    }
    Response ask(const Request& request) { return site_->answer(request); }
    Response get(const std::string& target) { return ask(request(target)); }
    Response post(const std::string& target, const std::string& body = "") {
        Request made = request(target, "POST");
        made.body = body;
        return ask(made);
    }

private:
    catalogue::TempFolder folder_;
    std::optional<Site> site_;
};

}  // namespace sourcereel::web
