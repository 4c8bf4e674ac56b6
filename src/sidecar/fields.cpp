#include "sidecar/fields.h"

#include <cmath>
#include <set>

#include "core/error.h"
#include "sidecar/sidecar_file.h"
#include "unicode/fold.h"

namespace sourcereel::sidecar {
namespace {

using nlohmann::json;

/// All that any of the parsers asks for. The rest (formats, comments, thumbnails) may be megabytes.
const std::set<std::string, std::less<>>& known_fields() {
    static const std::set<std::string, std::less<>> names{
        "_type",        "extractor",   "extractor_key",  "id",
        "display_id",   "uploader",    "uploader_id",    "uploader_url",
        "channel",      "channel_id",  "channel_url",    "webpage_url",
        "original_url", "timestamp",   "upload_date",    "release_timestamp",
        "epoch",        "title",       "description",    "category",
        "subcategory",  "tweet_id",    "retweet_id",     "author",
        "user",         "owner",       "owner_id",       "name",
        "nick",         "username",    "uniqueId",       "fullname",
        "full_name",    "date",        "content",        "post_url",
        "desc",         "shortcode",   "post_shortcode", "filename",
        "extension",    "status",      "metadata",       "media",
        "url",          "key",         "properties",     "hash",
        "nickname",     "screen_name", "post_id",        "file_url",
        "text",         "createTime",  "_processed_at",  "post_date",
        "idstr"};
    return names;
}

bool is_whole(double value) {
    return std::isfinite(value) && std::abs(value) < 9e15 && value == std::floor(value);
}

}  // namespace

json parse_known_fields(std::string_view bytes, const std::string& name) {
    if (bytes.size() > kMostBytes)
        throw Error(ErrorKind::exhausted, name + ": has more than " + std::to_string(kMostBytes >> 20U) +
                                              " MiB, which no downloader's metadata has");
    bool too_deep = false;
    const auto keep = [&](int depth, json::parse_event_t event, json& parsed) {
        if (depth > static_cast<int>(kDeepest)) too_deep = true;
        if (too_deep) return false;
        if (event != json::parse_event_t::key) return true;
        return known_fields().contains(parsed.get_ref<const std::string&>());
    };
    try {
        json root = json::parse(bytes, keep);
        if (too_deep)
            throw Error(ErrorKind::corrupt, name + ": lists and objects more than " +
                                                std::to_string(kDeepest) + " deep in one another");
        return root;
    } catch (const json::exception& error) {
        throw Error(ErrorKind::corrupt,
                    name + ": is no JSON: " + unicode::collapse_spaces(unicode::valid_utf8(error.what())));
    }
}

const json* Fields::find(const char* name) const {
    if (!object_.is_object()) return nullptr;
    const auto found = object_.find(name);
    return found == object_.end() || found->is_null() || found->is_discarded() ? nullptr : &*found;
}

std::optional<SidecarValue> Fields::text(std::initializer_list<const char*> names) const {
    for (const char* name : names) {
        const json* value = find(name);
        if (value == nullptr) continue;
        std::string text;
        if (value->is_string()) {
            text = unicode::valid_utf8(value->get_ref<const std::string&>());
        } else if (value->is_number_unsigned()) {
            text = std::to_string(value->get<std::uint64_t>());
        } else if (value->is_number_integer()) {
            text = std::to_string(value->get<std::int64_t>());
        } else {
            warnings_.push_back(prefix_ + name + " is neither a text nor a whole number; it was passed over");
            continue;
        }
        if (text.size() > kLongestValue) {
            text = unicode::valid_utf8(text.substr(0, kLongestValue));
            warnings_.push_back(prefix_ + name + " was cut to " + std::to_string(kLongestValue) + " bytes");
        }
        if (!unicode::collapse_spaces(text).empty()) return SidecarValue{text, prefix_ + name};
    }
    return std::nullopt;
}

std::optional<std::int64_t> Fields::number(const char* name) const {
    const json* value = find(name);
    if (value == nullptr) return std::nullopt;
    if (value->is_number_unsigned() && value->get<std::uint64_t>() > (1ULL << 62U)) return std::nullopt;
    if (value->is_number_integer()) return value->get<std::int64_t>();
    if (value->is_number_float() && is_whole(std::floor(value->get<double>())))
        return static_cast<std::int64_t>(std::floor(value->get<double>()));
    if (value->is_string()) {
        const std::string& digits = value->get_ref<const std::string&>();
        if (!digits.empty() && digits.size() < 19 &&
            digits.find_first_not_of("0123456789") == std::string::npos)
            return std::stoll(digits);
    }
    warnings_.push_back(prefix_ + name + " is no whole number; it was passed over");
    return std::nullopt;
}

const json& Fields::object(const char* name) const {
    static const json kNone = json::object();
    const json* value = find(name);
    return value != nullptr && value->is_object() ? *value : kNone;
}

}  // namespace sourcereel::sidecar
