#pragma once
// What the export dialog asks for. How a file is written is not the window's business: a function is handed in.

#include <filesystem>
#include <functional>
#include <string>

#include <glm/vec2.hpp>

#include "chart/document.h"

namespace myomap {

class Renderer;

struct ExportRequest {
    enum class Format { png, pdf };

    Document document;
    std::filesystem::path file;
    Format format = Format::png;
    glm::ivec2 pixels{1600, 1200};  // png
    bool letter = false;            // pdf: US Letter instead of A4
    bool landscape = false;         // pdf
    Renderer* renderer = nullptr;   // of the window; its OpenGL context is current
};

// Writes the file. Returns "" when it is written, otherwise one sentence that says why not.
using ExportFunction = std::function<std::string(const ExportRequest&)>;

struct ExportForm {
    std::string path;  // "" until the dialog opens
    ExportRequest::Format format = ExportRequest::Format::png;
    int width = 1600, height = 1200;
    bool letter = false;
    bool landscape = true;
    std::string done;  // "Saved ..."
    std::string error;
};

}  // namespace myomap
