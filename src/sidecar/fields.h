// sidecar/fields.h: reading JSON that may hold anything. Private to sidecar.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/sidecar.h"

namespace sourcereel::sidecar {

/// The document with only the fields that a downloader's parser asks for.
/// @throws Error corrupt, exhausted, naming `name`.
nlohmann::json parse_known_fields(std::string_view bytes, const std::string& name);

/// Reads values of one object, and notes what is of a wrong type or too long.
class Fields {
public:
    /// `prefix` comes before the name of a field wherever it is told: "author.".
    Fields(const nlohmann::json& object, std::string prefix, std::vector<std::string>& warnings)
        : object_(object), prefix_(std::move(prefix)), warnings_(warnings) {}

    /// The first of these fields that has a text or a whole number; null, "" and missing ones are passed
    /// over.
    std::optional<SidecarValue> text(std::initializer_list<const char*> names) const;
    /// A whole number, written as one, as a real one or as a text.
    std::optional<std::int64_t> number(const char* name) const;
    /// The object in this field; an empty one where there is none.
    const nlohmann::json& object(const char* name) const;
    bool has(const char* name) const { return object_.is_object() && object_.contains(name); }

private:
    const nlohmann::json* find(const char* name) const;

    const nlohmann::json& object_;
    std::string prefix_;
    std::vector<std::string>& warnings_;
};

// Each fills in what its downloader says. `root` is an object.
bool is_yt_dlp(const nlohmann::json& root);
void read_yt_dlp(const nlohmann::json& root, Sidecar& sidecar);
bool is_gallery_dl(const nlohmann::json& root);
void read_gallery_dl(const nlohmann::json& root, Sidecar& sidecar);
bool is_auto_archiver(const nlohmann::json& root);
void read_auto_archiver(const nlohmann::json& root, const std::string& video_name, Sidecar& sidecar);

/// The file names that an auto-archiver's document lists.
std::vector<std::string> archived_names(const nlohmann::json& root);

}  // namespace sourcereel::sidecar
