# Every foreign library as an imported target. Floors are those of Debian 12; see ARCHITECTURE.md for the reasons.
find_package(PkgConfig REQUIRED)
pkg_check_modules(LIBAV REQUIRED IMPORTED_TARGET
                  libavformat>=59.27 libavcodec>=59.37 libavutil>=57.28 libswscale>=6.7 libswresample>=4.7)
find_package(OpenCV 4.6 REQUIRED COMPONENTS core imgproc imgcodecs dnn)
pkg_check_modules(TESSERACT REQUIRED IMPORTED_TARGET tesseract>=5.3)
pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo>=0.10.1)
pkg_check_modules(HTTPLIB REQUIRED IMPORTED_TARGET cpp-httplib>=0.11.4)
find_package(SQLite3 3.40 REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS uc i18n)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(tomlplusplus 3.3 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(Threads REQUIRED)
find_package(OpenMP REQUIRED COMPONENTS CXX)  # only to tell Tesseract to stay in one thread
# Debian's own interpreter: the scripts use its numpy and Pillow packages.
find_program(SOURCEREEL_PYTHON NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)
