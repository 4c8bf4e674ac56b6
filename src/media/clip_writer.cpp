#include "media/clip_writer.h"

#include <string_view>
#include <system_error>

#include "core/error.h"
#include "media/av/copy_clip.h"
#include "media/av/exact_clips.h"
#include "media/av/output.h"
#include "media/av/source_facts.h"

namespace sourcereel::media {
namespace {

/// Names the source, unless the error is about it or about the target already.
Error naming(const Error& error, const std::filesystem::path& source, const std::vector<ClipPart>& parts) {
    const std::string_view text = error.what();
    const auto about = [&](const std::filesystem::path& file) {
        return text.starts_with(file.string() + ": ");
    };
    if (about(source)) return error;
    for (const ClipPart& part : parts)
        if (about(part.target)) return error;
    return error.within(source.string());
}

void require_sense(const std::filesystem::path& source, const ClipPart& part, IfExists if_exists) {
    require_clip_container(part.target);
    require_writable(part.target, if_exists);
    std::error_code ignored;
    if (std::filesystem::equivalent(source, part.target, ignored))
        throw Error{ErrorKind::unsupported,
                    part.target.string() + ": is the source itself; name another file"};
    if (!(part.range.begin < part.range.end))
        throw Error{ErrorKind::not_found,
                    part.target.string() + ": the range asked for ends before it begins"};
}

}  // namespace

std::vector<WrittenClip> write_clips(const std::filesystem::path& source, const std::vector<ClipPart>& parts,
                                     const ClipOptions& options, const OnClipProgress& on_progress) {
    for (const ClipPart& part : parts) require_sense(source, part, options.if_exists);
    try {
        ReadOptions read;
        read.threads = 1;  // One picture.
        read.limits = options.limits;
        const std::int64_t first_stamp = av::first_stamp(source, read);
        if (options.mode == ClipMode::exact)
            return av::exact_clips(source, parts, options, first_stamp, on_progress);
        std::vector<WrittenClip> written;
        written.reserve(parts.size());
        for (const ClipPart& part : parts)
            written.push_back(av::copy_clip(source, part, options, first_stamp, on_progress));
        return written;
    } catch (const Error& error) {
        throw naming(error, source, parts);
    }
}

const std::vector<std::string>& clip_extensions() {
    return av::container_extensions();
}

void require_clip_container(const std::filesystem::path& target) {
    static_cast<void>(av::container_of(target));
}

}  // namespace sourcereel::media
