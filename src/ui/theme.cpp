#include "ui/theme.h"

#include <algorithm>
#include <cmath>
#include <string>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H
#include <imgui_freetype.h>

#include "app/resources.h"
#include "base/read_file.h"
#include "ui/icons.h"

namespace myomap {

namespace {

constexpr ImU32 rgb(unsigned hex, unsigned alpha = 255) {
    return IM_COL32((hex >> 16) & 255, (hex >> 8) & 255, hex & 255, alpha);
}

constexpr Colors light{.paper = rgb(0xFAF8F4),
                       .surface = rgb(0xFFFFFF),
                       .hover = rgb(0xF0ECE5),
                       .selected = rgb(0xDCECEA),
                       .line = rgb(0xE5E0D7),
                       .control = rgb(0x8C9494),
                       .ink = rgb(0x1D2629),
                       .quiet = rgb(0x566165),
                       .accent = rgb(0x0B6B6B),
                       .on_accent = rgb(0xFFFFFF),
                       .on_selected = rgb(0x0A4F50),
                       .notice = rgb(0x6B4A00),
                       .notice_paper = rgb(0xFDF1D3),
                       .tooltip = rgb(0x1F2B2E),
                       .on_tooltip = rgb(0xF6F4EF),
                       .on_tooltip_quiet = rgb(0xB4C0C1),
                       .shade = rgb(0x1D2629, 96)};

constexpr Colors dark{.paper = rgb(0x15191B),
                      .surface = rgb(0x1D2326),
                      .hover = rgb(0x262E31),
                      .selected = rgb(0x17393A),
                      .line = rgb(0x2C3538),
                      .control = rgb(0x74807F),
                      .ink = rgb(0xE9ECEA),
                      .quiet = rgb(0xA2AEB0),
                      .accent = rgb(0x63C7BC),
                      .on_accent = rgb(0x06211F),
                      .on_selected = rgb(0xA9E6DF),
                      .notice = rgb(0xF2CC7A),
                      .notice_paper = rgb(0x382C12),
                      .tooltip = rgb(0xECEAE4),
                      .on_tooltip = rgb(0x1D2629),
                      .on_tooltip_quiet = rgb(0x566165),
                      .shade = rgb(0x000000, 140)};

struct FontPlan {
    float size;
    bool semibold;
    bool wide;  // carries all of the atlas's characters; the others show headings
};
// In the order of Face, without the icon face.
constexpr FontPlan plans[]{{13, false, true}, {13, true, true},  {15, false, true}, {15, true, true},
                           {20, true, true},  {28, true, false}, {12, false, true}};
constexpr float icon_size = 17;

// ImGui asks for a height from ascender to descender and rounds every advance up to whole pixels, which sets text
// smaller and looser than its designer meant it. This knows a face's own measures.
class FaceMetrics {
public:
    // `file`: the bytes of a font file, which must outlive this.
    explicit FaceMetrics(const std::string& file) {
        if (FT_Init_FreeType(&library_) == 0)
            FT_New_Memory_Face(library_, reinterpret_cast<const FT_Byte*>(file.data()),
                               static_cast<FT_Long>(file.size()), 0, &face_);
    }
    ~FaceMetrics() {
        if (face_) FT_Done_Face(face_);
        if (library_) FT_Done_FreeType(library_);
    }
    FaceMetrics(const FaceMetrics&) = delete;
    FaceMetrics& operator=(const FaceMetrics&) = delete;

    // ImGui's height of a text whose em is `em` pixels.
    float height(float em) const {
        return face_ ? std::round(em * static_cast<float>(face_->ascender - face_->descender) /
                                  static_cast<float>(face_->units_per_EM))
                     : std::round(em * 1.2f);
    }
    void set_advances(ImFont& font) const {
        if (!face_) return;
        const float unit = font.FontSize / static_cast<float>(face_->ascender - face_->descender);
        for (ImFontGlyph& glyph : font.Glyphs) {
            FT_Fixed advance = 0;
            const FT_UInt index = FT_Get_Char_Index(face_, glyph.Codepoint);
            if (index != 0 && FT_Get_Advance(face_, index, FT_LOAD_NO_SCALE, &advance) == 0)
                glyph.AdvanceX = static_cast<float>(advance) * unit;
        }
        font.BuildLookupTable();
    }

private:
    FT_Library library_ = nullptr;
    FT_Face face_ = nullptr;
};

float luminance(ImU32 color) {
    const auto linear = [](unsigned byte) {
        const float c = static_cast<float>(byte) / 255;
        return c <= 0.03928f ? c / 12.92f : std::pow((c + 0.055f) / 1.055f, 2.4f);
    };
    return 0.2126f * linear(color & 255) + 0.7152f * linear((color >> 8) & 255) + 0.0722f * linear((color >> 16) & 255);
}

}  // namespace

const Colors& window_colors(Theme theme) { return theme == Theme::dark ? dark : light; }

float contrast(ImU32 a, ImU32 b) {
    const float x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05f) / (std::min(x, y) + 0.05f);
}

float design_size(Face face) { return face == Face::icon ? icon_size : plans[static_cast<size_t>(face)].size; }

float Look::px(float design) const { return std::max(1.f, std::round(design * scale)); }

void build_fonts(Look& look, const FontFiles& files, const std::string& text) {
    const auto read = [](const std::filesystem::path& file) {
        try {
            return read_file(file, {64 << 20});
        } catch (const ReadError& error) {
            throw ResourceError(
                word("The font {} can't be read ({}); install the packages fonts-inter and fonts-font-awesome."),
                {file.string(), error.got});
        }
    };
    std::string regular_font = read(files.regular), semibold_font = read(files.semibold), icon_font = read(files.icons);
    // ImGui keeps pointers to the ranges until the atlas is built, which happens at the end of this function.
    ImVector<ImWchar> narrow, wide, icons;
    ImFontGlyphRangesBuilder builder;
    static constexpr ImWchar latin1[]{0x20, 0x7e, 0xa0, 0xff, 0};
    builder.AddRanges(latin1);
    builder.AddText("\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2022\u2190\u2191\u2192\u2193\u00b7\u00d7\u203a\ufffd");
    builder.BuildRanges(&narrow);
    builder.AddText(text.data(), text.data() + text.size());
    builder.BuildRanges(&wide);
    ImFontGlyphRangesBuilder icon_builder;
    for (const char* name : icon::all) icon_builder.AddText(name);
    icon_builder.BuildRanges(&icons);

    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_NoHinting;
    atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
    atlas.TexGlyphPadding = 1;
    ImFontConfig config;
    config.OversampleH = config.OversampleV = 1;
    config.FontDataOwnedByAtlas = false;  // it is needed until the atlas is built, at the end of this function
    const FaceMetrics regular(regular_font), semibold(semibold_font);
    for (size_t i = 0; i < std::size(plans); ++i) {
        std::string& file = plans[i].semibold ? semibold_font : regular_font;
        const FaceMetrics& metrics = plans[i].semibold ? semibold : regular;
        look.fonts[i] = atlas.AddFontFromMemoryTTF(file.data(), static_cast<int>(file.size()),
                                                   metrics.height(plans[i].size * look.scale), &config,
                                                   (plans[i].wide ? wide : narrow).Data);
    }
    look.fonts[static_cast<size_t>(Face::icon)] = atlas.AddFontFromMemoryTTF(
        icon_font.data(), static_cast<int>(icon_font.size()), std::round(icon_size * look.scale), &config, icons.Data);
    if (std::any_of(look.fonts.begin(), look.fonts.end(), [](ImFont* f) { return !f; }) || !atlas.Build())
        throw ResourceError(
            word("The fonts can't be read; reinstall the packages fonts-inter and fonts-font-awesome."));
    for (size_t i = 0; i < std::size(plans); ++i) (plans[i].semibold ? semibold : regular).set_advances(*look.fonts[i]);
    look.em_height = semibold.height(100) / 100;
    ImGui::GetIO().FontDefault = look.font(Face::body);
}

void apply_style(Look& look, Theme theme) {
    look.theme = theme;
    look.colors = window_colors(theme);
    const Colors& c = look.colors;
    ImGuiStyle& style = ImGui::GetStyle();
    style = ImGuiStyle{};
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.PopupBorderSize = 0;
    style.FrameBorderSize = 0;
    style.FrameRounding = style.PopupRounding = style.WindowRounding = look.px(8);
    style.ChildRounding = 0;
    style.ItemSpacing = {0, 0};
    style.ItemInnerSpacing = {look.px(6), 0};
    style.FramePadding = {0, 0};
    style.ScrollbarSize = look.px(10);
    style.ScrollbarRounding = look.px(5);
    style.AntiAliasedLines = style.AntiAliasedFill = true;
    const auto set = [&](ImGuiCol which, ImU32 color) { style.Colors[which] = ImGui::ColorConvertU32ToFloat4(color); };
    set(ImGuiCol_Text, c.ink);
    set(ImGuiCol_TextDisabled, c.quiet);
    set(ImGuiCol_WindowBg, c.paper);
    set(ImGuiCol_ChildBg, 0);
    set(ImGuiCol_PopupBg, c.surface);
    set(ImGuiCol_FrameBg, 0);
    set(ImGuiCol_ScrollbarBg, 0);
    set(ImGuiCol_ScrollbarGrab, c.line);
    set(ImGuiCol_ScrollbarGrabHovered, c.control);
    set(ImGuiCol_ScrollbarGrabActive, c.control);
    set(ImGuiCol_TextSelectedBg, c.selected);
    set(ImGuiCol_NavHighlight, 0);
}

}  // namespace myomap
