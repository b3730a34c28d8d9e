#include "explain/talk.h"

#include <algorithm>
#include <array>
#include <numeric>

#include <nlohmann/json.hpp>

#include "base/folders.h"
#include "base/json_fields.h"
#include "base/schema_check.h"
#include "base/word.h"

namespace myomap {

using nlohmann::json;

namespace {

constexpr std::array all_shows{StepShows::warning_signs, StepShows::pain,    StepShows::muscle,
                               StepShows::spot,          StepShows::pattern, StepShows::plan,
                               StepShows::needle,        StepShows::hundred, StepShows::plain};
constexpr std::array blanks{"{muscle}", "{does}", "{loads}", "{places}", "{care}"};
constexpr std::size_t most_steps = 60;
constexpr NumberRange seconds_range{0.1, 10, true, word("seconds, from 0.1 to 10")};

class TalkReader {
public:
    explicit TalkReader(ProblemLog& log) : log_(log) {}

    Talk read(const json& root) {
        const Place top;
        Fields fields(root, top, log_, {"$schema", "format", "format_version", "license", "name", "sources", "steps"});
        if (!read_format(fields, "myomap-talk", 1)) return {};
        talk_.license = fields.prose("license");
        if (const json* name = fields.find("name")) talk_.name = in_languages(*name, fields.place("name"));
        read_sources(fields);
        const json* steps = fields.array("steps", 1, word("a list of at least one step"));
        if (!steps) return std::move(talk_);
        const Place at = fields.place("steps");
        if (steps->size() > most_steps) {
            log_.error(at, {word("a list of at most {}"), {std::to_string(most_steps)}}, *steps);
            return std::move(talk_);
        }
        UniqueIds ids(word("a step id that is not used yet"));
        for (std::size_t i = 0; i < steps->size(); ++i) read_step((*steps)[i], Place(at, i), ids);
        if (std::ranges::none_of(*steps, [](const json& step) {
                return step.is_object() && step.value("shows", json()) == to_text(StepShows::warning_signs);
            }))
            log_.error(at, word("a step that shows \"warning_signs\": they are told first"), *steps);
        return std::move(talk_);
    }

private:
    ProblemLog& log_;
    Talk talk_;

    std::map<std::string, std::string, std::less<>> in_languages(const json& value, const Place& at) {
        std::map<std::string, std::string, std::less<>> all;
        if (!value.is_object() || !value.contains("en")) {
            log_.error(at, word("a text by language, \"en\" among them"), value);
            return all;
        }
        for (const auto& [language, text] : value.items())
            if (text.is_string() && !text.get_ref<const std::string&>().empty())
                all[language] = text.get<std::string>();
            else
                log_.error(Place(at, language), word("a text that is not empty"), text);
        return all;
    }

    void read_sources(Fields& fields) {
        const json* sources = fields.find("sources", Need::optional);
        if (!sources) return;
        const Place at = fields.place("sources");
        if (!sources->is_object()) {
            log_.error(at, word("sources by key"), *sources);
            return;
        }
        for (const auto& [key, value] : sources->items()) {
            const Place here(at, key);
            Fields source(value, here, log_, {"title", "url"});
            if (!source.is_object()) continue;
            TalkSource read{key, source.text("title"), source.text("url")};
            if (source.ok()) talk_.sources.push_back(std::move(read));
        }
    }

    void read_step(const json& value, const Place& at, UniqueIds& ids) {
        Fields fields(value, at, log_, {"id", "shows", "sources", "counts", "seconds", "words"});
        if (!fields.is_object()) return;
        TalkStep step;
        step.id = fields.text("id", is_id, id_form);
        if (!step.id.empty() && !ids.add(step.id, fields.place("id"), log_)) fields.fail();
        std::vector<std::string_view> names;
        for (const StepShows shows : all_shows) names.emplace_back(to_text(shows));
        if (const auto index = fields.choice_index("shows", names)) step.shows = all_shows[*index];
        for (const std::string& key : fields.prose_list("sources", Need::optional)) {
            if (talk_.find_source(key))
                step.sources.push_back(key);
            else
                log_.error(fields.place("sources"), word("a key of the talk's \"sources\""), key);
        }
        if (const json* seconds = fields.find("seconds", Need::optional))
            if (const auto read = read_number(*seconds, fields.place("seconds"), seconds_range, log_))
                step.seconds = static_cast<float>(*read);
        const json* words = fields.find("words");
        if (words && !read_words(*words, fields.place("words"), step)) fields.fail();
        if (step.shows == StepShows::hundred && !read_counts(fields, step)) fields.fail();
        if (fields.ok()) talk_.steps.push_back(std::move(step));
    }

    bool read_words(const json& value, const Place& at, TalkStep& step) {
        if (!value.is_object() || !value.contains("en")) {
            log_.error(at, word("words by language, \"en\" among them"), value);
            return false;
        }
        bool good = true;
        for (const auto& [language, one] : value.items()) {
            const Place here(at, language);
            Fields fields(one, here, log_, {"name", "heading", "text", "list", "small", "ask"});
            if (!fields.is_object()) return false;
            StepWords words{.name = fields.text("name"),
                            .heading = fields.text("heading"),
                            .text = fields.prose_list("text", Need::optional),
                            .list = fields.prose_list("list", Need::optional),
                            .small = fields.prose("small", Need::optional),
                            .ask = fields.prose("ask", Need::optional)};
            for (const std::vector<std::string>* all : {&words.text, &words.list})
                for (const std::string& text : *all) good = has_known_blanks(text, here) && good;
            good = has_known_blanks(words.heading, here) && good && fields.ok();
            step.words[language] = std::move(words);
        }
        return good;
    }

    bool has_known_blanks(const std::string& text, const Place& at) {
        for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
            const std::string blank = text.substr(open, text.find('}', open) - open + 1);
            if (std::ranges::find(blanks, blank) != blanks.end()) continue;
            log_.error(at, word("no other blanks than {muscle}, {does}, {loads}, {places} and {care}"), blank);
            return false;
        }
        return true;
    }

    bool read_counts(Fields& fields, TalkStep& step) {
        const json* counts = fields.array("counts", 1, word("a list of whole numbers, together 100"));
        if (!counts) return false;
        for (const json& count : *counts) step.counts.push_back(count.is_number_integer() ? count.get<int>() : -1000);
        const bool good = std::accumulate(step.counts.begin(), step.counts.end(), 0) == 100 &&
                          std::ranges::all_of(step.counts, [](int n) { return n >= 0; }) &&
                          std::ranges::all_of(step.words, [&](const auto& words) {
                              return words.second.list.size() == step.counts.size();
                          });
        if (!good)
            log_.error(fields.place("counts"),
                       word("whole numbers, together 100, one for each line of the list in every language"), *counts);
        return good;
    }
};

LoadedTalk read_talk(const JsonDocument& document) {
    if (!document.root) return {{}, document.problems};
    ProblemLog log(document);
    LoadedTalk loaded;
    loaded.talk = TalkReader(log).read(*document.root);
    loaded.problems = log.finish();
    return loaded;
}

}  // namespace

const char* to_text(StepShows shows) {
    constexpr std::array names{"warning_signs", "pain",   "muscle",  "spot", "pattern",
                               "plan",          "needle", "hundred", "plain"};
    return names[static_cast<std::size_t>(shows)];
}

const StepWords& TalkStep::in(std::string_view language) const {
    const auto found = words.find(language);
    return found != words.end() ? found->second : words.at("en");
}

std::string Talk::name_in(std::string_view language) const {
    for (const std::string_view one : {language, std::string_view("en")})
        if (const auto found = name.find(one); found != name.end()) return found->second;
    return "";
}

const TalkStep* Talk::find(std::string_view id) const {
    const auto found = std::ranges::find(steps, id, &TalkStep::id);
    return found == steps.end() ? nullptr : &*found;
}

const TalkSource* Talk::find_source(std::string_view key) const {
    const auto found = std::ranges::find(sources, key, &TalkSource::key);
    return found == sources.end() ? nullptr : &*found;
}

LoadedTalk load_talk(const std::filesystem::path& file) { return read_talk(read_json(file)); }

std::vector<std::filesystem::path> talk_files(const std::filesystem::path& shipped) {
    constexpr std::size_t most_files = 50;
    std::vector<std::filesystem::path> files;
    std::vector<std::filesystem::path> folders{shipped.parent_path()};
    if (const std::filesystem::path own = config_folder(); !own.empty()) folders.push_back(own / "explain");
    for (const std::filesystem::path& folder : folders) {
        std::error_code error;
        for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
            if (it->path().extension() == ".json" && it->path() != shipped && files.size() < most_files)
                files.push_back(it->path());
    }
    std::ranges::sort(files);
    files.insert(files.begin(), shipped);
    return files;
}

Problems check_talk(const std::filesystem::path& file, const std::filesystem::path& schema) {
    const JsonDocument document = read_json(file);
    Problems problems = read_talk(document).problems;
    if (document.root) add_schema_problems(document, schema, problems);
    return problems;
}

}  // namespace myomap
