"""Pictures to files with the ffmpeg program, one thread, quality as social networks deliver it."""
import os
import struct
import subprocess

X264 = ["-c:v", "libx264", "-preset", "veryfast", "-threads", "1", "-g", "250", "-pix_fmt", "yuv420p",
        "-vf", "scale=out_color_matrix=bt709:out_range=tv", "-colorspace", "bt709", "-color_primaries", "bt709",
        "-color_trc", "bt709"]
VP9 = ["-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-threads", "1", "-row-mt", "0", "-b:v", "0",
       "-pix_fmt", "yuv420p"]
GIF = ["-filter_complex", "split[a][b];[a]palettegen=max_colors=96:stats_mode=diff[p];[b][p]paletteuse=dither=none",
       "-loop", "0"]
SOUND = ["-f", "lavfi", "-i", "anoisesrc=amplitude=0.02:color=brown:seed=7:sample_rate=44100"]


class EncodeError(Exception):
    pass


def _settings(path, crf):
    kind = os.path.splitext(path)[1]
    if kind == ".gif":
        return GIF
    if kind == ".webm":
        return VP9 + ["-crf", str(crf)]
    return X264 + ["-crf", str(crf)] + (["-movflags", "+faststart"] if kind in (".mp4", ".mov") else [])


def encode(path, pictures, size, fps, crf=26, times=None, sound=False):
    """Writes the pictures to `path`. `times`, in seconds, where the rate varies; they are kept to the millisecond."""
    rate = "1000" if times else str(fps)
    command = ["ffmpeg", "-hide_banner", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24",
               "-s", f"{size[0]}x{size[1]}", "-framerate", rate, "-i", "-"]
    command += (SOUND + ["-shortest", "-c:a", "aac", "-b:a", "48k"]) if sound else ["-an"]
    settings = list(_settings(path, crf))
    if times:
        # Every raw picture is 1 ms after the one before; setpts then puts number N where it belongs.
        stamps = _stamps([round(t * 1000) for t in times])
        settings[settings.index("-vf") + 1] += f",setpts='{stamps}'"
        settings += ["-fps_mode", "passthrough"]
    command += settings + ["-fflags", "+bitexact", "-flags:v", "+bitexact", "-map_metadata", "-1", path]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        for picture in pictures:
            process.stdin.write(picture.tobytes())
        process.stdin.close()
    except BrokenPipeError:
        pass  # ffmpeg gave up; its own words below say why.
    message = process.stderr.read().decode(errors="replace").strip()
    if process.wait() != 0:
        raise EncodeError(f"{path}: ffmpeg: {message or 'failed without a word'}")


def _stamps(milliseconds):
    """An ffmpeg expression of N that gives these values: runs of equal steps, a handful of them."""
    runs = []  # (first index, value there, step)
    for i, value in enumerate(milliseconds):
        if runs:
            first, start, step = runs[-1]
            if step is None:
                runs[-1] = (first, start, value - start)
                continue
            if value == start + step * (i - first):
                continue
        runs.append((i, value, None))
    # The last run that has begun is the one that counts, so the first run ends up innermost.
    nested = ""
    for first, start, step in runs:
        piece = f"{start}+(N-{first})*{step or 0}"
        nested = f"if(gte(N,{first}),{piece},{nested})" if nested else piece
    return f"({nested})/1000/TB"


def turn_quarter(path):
    """Sets the display matrix of an MP4 to a quarter turn clockwise (what a phone held upright writes), in place."""
    with open(path, "rb") as file:
        data = bytearray(file.read())
    place = data.find(b"tkhd")
    if place < 0:
        raise EncodeError(f"{path}: no track header to turn")
    version = data[place + 4]
    matrix = place + 8 + (32 if version else 20) + 16  # After times, id and duration; then 16 bytes of layer and volume.
    if struct.unpack_from(">9i", data, matrix)[0] != 0x10000:
        raise EncodeError(f"{path}: track header is not laid out as expected")
    height = struct.unpack_from(">I", data, matrix + 40)[0]
    struct.pack_into(">9i", data, matrix, 0, 0x10000, 0, -0x10000, 0, 0, height, 0, 0x40000000)
    with open(path, "wb") as file:
        file.write(data)
