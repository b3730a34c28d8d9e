#include "atlas/vocabulary.h"

#include <algorithm>
#include <iterator>

#include <nlohmann/json.hpp>

#include "base/json_fields.h"
#include "base/schema_check.h"

namespace myomap {

using nlohmann::json;

namespace {

class VocabularyReader {
public:
    VocabularyReader(const VocabularyIds& ids, ProblemLog& log) : ids_(ids), log_(log) {}

    Vocabulary read(const json& root, const std::string& stem) {
        const Place top;
        Fields fields(root, top, log_,
                      {"$schema", "format", "format_version", "license", "language", "ignored", "body", "same",
                       "complaints", "warnings", "muscles", "regions", "ideas", "denials"});
        if (!read_format(fields, "myomap-words", 1)) return {};
        fields.prose("license", Need::optional);
        const std::string code =
            fields.text("language", is_language_code, word("the code of a language, such as \"en\" or \"pt-BR\""));
        if (!code.empty()) words_.language = Language(code);
        if (!code.empty() && is_language_code(stem) && stem != code)
            log_.error(fields.place("language"), {word("\"{}\", as the file is called"), {stem}}, root["language"]);
        words_.ignored = fields.prose_list("ignored", Need::optional);
        words_.body = fields.prose_list("body", Need::optional);
        read_same(fields);
        phrases(fields, "complaints", ids_.complaints, word("the id of a complaint"), words_.complaints);
        phrases(fields, "warnings", ids_.warnings, word("the id of a warning sign"), words_.warnings);
        phrases(fields, "muscles", ids_.muscles, word("the id of a muscle"), words_.muscles);
        phrases(fields, "regions", ids_.regions, word("the id of a skin region"), words_.regions);
        phrases(fields, "ideas", ids_.ideas, word("an idea that a warning sign is told by"), words_.ideas);
        words_.denials = fields.prose_list("denials", Need::optional);
        return std::move(words_);
    }

private:
    const VocabularyIds& ids_;
    ProblemLog& log_;
    Vocabulary words_;

    void read_same(Fields& top) {
        const json* items =
            top.list("same", word("a list of {\"say\": \"pinky\", \"means\": \"little finger\"}"), Need::optional);
        if (!items) return;
        const Place list = top.place("same");
        for (size_t i = 0; i < items->size(); ++i) {
            const Place at(list, i);
            Fields fields((*items)[i], at, log_, {"say", "means"});
            if (!fields.is_object()) continue;
            Vocabulary::Same same{fields.text("say"), fields.text("means")};
            if (fields.ok()) words_.same.push_back(std::move(same));
        }
    }

    void phrases(Fields& top, std::string_view key, const std::vector<std::string>& known, const char* what,
                 Vocabulary::Phrases& read) {
        const json* object = top.find(key, Need::optional);
        if (!object) return;
        const Place at = top.place(key);
        if (!object->is_object()) {
            log_.error(at, word("an object: id to a list of phrases"), *object);
            return;
        }
        for (const auto& [id, list] : object->items()) {
            const Place here(at, id);
            if (!known.empty() && std::ranges::find(known, id) == known.end()) {
                log_.error(here, what, id, did_you_mean(id, {known.begin(), known.end()}));
                continue;
            }
            if (!list.is_array()) {
                log_.error(here, word("a list of phrases"), list);
                continue;
            }
            std::vector<std::string>& phrases = read[id];
            for (size_t i = 0; i < list.size(); ++i) {
                if (list[i].is_string() && !list[i].get_ref<const std::string&>().empty())
                    phrases.push_back(list[i].get<std::string>());
                else
                    log_.error(Place(here, i), word("a text that is not empty"), list[i]);
            }
        }
    }
};

}  // namespace

LoadedVocabulary load_vocabulary(const std::filesystem::path& file, const VocabularyIds& ids) {
    const JsonDocument document = read_json(file);
    if (!document.root) return {{}, document.problems};
    ProblemLog log(document);
    LoadedVocabulary loaded;
    loaded.vocabulary = VocabularyReader(ids, log).read(*document.root, file.stem().string());
    loaded.problems = log.finish();
    return loaded;
}

std::vector<Vocabulary> load_vocabularies(const std::filesystem::path& texts, std::span<const Language> languages,
                                          Problems& problems) {
    std::vector<Vocabulary> read;
    for (const Language& language : languages) {
        const std::filesystem::path file = vocabulary_file(texts, language);
        std::error_code ignored;
        if (!std::filesystem::exists(file, ignored)) continue;
        LoadedVocabulary loaded = load_vocabulary(file);
        std::ranges::move(loaded.problems, std::back_inserter(problems));
        read.push_back(std::move(loaded.vocabulary));
    }
    return read;
}

Problems check_vocabulary(const std::filesystem::path& file, const VocabularyIds& ids,
                          const std::filesystem::path& schema) {
    const JsonDocument document = read_json(file);
    Problems problems = load_vocabulary(file, ids).problems;
    if (document.root) add_schema_problems(document, schema, problems);
    return problems;
}

std::filesystem::path vocabulary_file(const std::filesystem::path& texts, const Language& language) {
    return texts / "words" / (language.code() + ".json");
}

}  // namespace myomap
