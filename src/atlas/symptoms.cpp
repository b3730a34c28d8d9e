#include "atlas/symptoms.h"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/json_fields.h"
#include "base/schema_check.h"
#include "base/text.h"

namespace myomap {

using nlohmann::json;

namespace {

template <typename Text>
const Text& text_in(const std::map<std::string, Text, std::less<>>& text, std::string_view language) {
    const auto found = text.find(language);
    return found != text.end() ? found->second : text.at("en");
}

template <typename Element>
const Element* find_id(const std::vector<Element>& elements, std::string_view id) {
    const auto found = std::find_if(elements.begin(), elements.end(), [&](const auto& each) { return each.id == id; });
    return found != elements.end() ? &*found : nullptr;
}

bool is_web_address(std::string_view text) { return text.starts_with("https://") || text.starts_with("http://"); }

class SymptomReader {
public:
    SymptomReader(const SymptomNames& names, ProblemLog& log) : names_(names), log_(log) {}

    SymptomIndex read(const json& root) {
        const Place top;
        Fields fields(root, top, log_, {"$schema", "format", "format_version", "license", "symptoms", "red_flags"});
        if (!read_format(fields, "myomap-symptoms", 2)) return {};
        index_.license = fields.prose("license");
        read_red_flags(fields);
        if (const json* items = fields.array("symptoms", 0, word("a list of complaints"))) {
            const Place at = fields.place("symptoms");
            UniqueIds ids(word("a complaint id that is not used yet"));
            for (std::size_t i = 0; i < items->size(); ++i) read_symptom((*items)[i], Place(at, i), ids);
        }
        return std::move(index_);
    }

private:
    void read_red_flags(Fields& top) {
        const json* items = top.array("red_flags", 0, word("a list of red flags"));
        if (!items) return;
        const Place list = top.place("red_flags");
        UniqueIds ids(word("a red flag id that is not used yet"));
        for (std::size_t i = 0; i < items->size(); ++i) {
            const Place at(list, i);
            Fields fields((*items)[i], at, log_, {"id", "emergency", "sources", "told_by"});
            if (!fields.is_object()) continue;
            RedFlag flag;
            flag.id = fields.text("id", is_id, id_form);
            if (!flag.id.empty()) red_flag_ids_.insert(flag.id);
            if (!flag.id.empty() && !ids.add(flag.id, fields.place("id"), log_)) fields.fail();
            flag.text["en"] = flag.id;  // until the texts have better words
            flag.sources = web_addresses(fields);
            flag.emergency = fields.flag("emergency", false);
            flag.told_by = idea_lists(fields);
            if (fields.ok()) index_.red_flags.push_back(std::move(flag));
        }
    }

    std::vector<std::vector<std::string>> idea_lists(Fields& fields) {
        std::vector<std::vector<std::string>> lists;
        if (!fields.find("told_by", Need::optional)) return lists;
        const json* items = fields.array("told_by", 1, word("a list of lists of ideas"));
        if (!items) return lists;
        const Place at = fields.place("told_by");
        for (std::size_t i = 0; i < items->size(); ++i) {
            const json& item = (*items)[i];
            const bool good = item.is_array() && !item.empty() && std::ranges::all_of(item, [](const json& idea) {
                                  return idea.is_string() && is_id(idea.get_ref<const std::string&>());
                              });
            if (good)
                lists.push_back(item.get<std::vector<std::string>>());
            else
                log_.error(Place(at, i), word("a list of ideas, such as [\"fever\", \"neck\"]"), item);
        }
        return lists;
    }

    std::vector<std::string> web_addresses(Fields& fields) {
        std::vector<std::string> addresses;
        const json* items = fields.array("sources", 1, word("a list of at least one web address"));
        if (!items) return addresses;
        const Place at = fields.place("sources");
        for (std::size_t i = 0; i < items->size(); ++i) {
            const json& item = (*items)[i];
            if (item.is_string() && is_web_address(item.get_ref<const std::string&>()))
                addresses.push_back(item.get<std::string>());
            else
                log_.error(Place(at, i), word("a web address (https://...)"), item);
        }
        return addresses;
    }

    void read_symptom(const json& value, const Place& at, UniqueIds& ids) {
        Fields fields(value, at, log_,
                      {"id", "muscles", "confidence", "sources", "regions", "anywhere", "nerve", "red_flags"});
        if (!fields.is_object()) return;
        Symptom symptom;
        symptom.id = fields.text("id", is_id, id_form);
        if (!symptom.id.empty() && !ids.add(symptom.id, fields.place("id"), log_)) fields.fail();
        symptom.muscles = names_list(fields, "muscles", 1, names_.muscles, word("the id of a muscle"));
        symptom.confidence = fields.choice("confidence", {Confidence::high, Confidence::medium, Confidence::low});
        symptom.sources = names_list(fields, "sources", 1, names_.sources, word("a key of the dataset's \"sources\""));
        symptom.regions = names_list(fields, "regions", 0, names_.regions, word("the id of a skin region"));
        symptom.anywhere = fields.flag("anywhere", false);
        symptom.nerve = fields.flag("nerve", false);
        symptom.red_flags =
            names_list(fields, "red_flags", 0, red_flag_ids_, word("the id of one of the file's \"red_flags\""), true);
        // Those left out for a fault of their own have been reported where they stand.
        std::erase_if(symptom.red_flags, [&](const auto& id) { return !index_.find_red_flag(id); });
        symptom.text["en"] = {symptom.id, symptom.id, {}, {}};  // until the texts have better words
        if (fields.ok() && !symptom.muscles.empty()) index_.symptoms.push_back(std::move(symptom));
    }

    // Names that are unknown or said twice are reported and left out; the element stays.
    std::vector<std::string> names_list(Fields& fields, std::string_view key, std::size_t at_least,
                                        const SymptomNames::Set& known, const char* what, bool always_check = false) {
        std::vector<std::string> names;
        const json* items =
            fields.array(key, at_least, at_least > 0 ? word("a list of at least one text") : word("a list of texts"));
        if (!items) return names;
        const Place list = fields.place(key);
        for (std::size_t i = 0; i < items->size(); ++i) {
            const json& item = (*items)[i];
            const Place at(list, i);
            if (!item.is_string() || item.get_ref<const std::string&>().empty()) {
                log_.error(at, what, item);
                continue;
            }
            const auto& name = item.get_ref<const std::string&>();
            if ((always_check || !known.empty()) && !known.contains(name))
                log_.error(at, what, item, did_you_mean(name, {known.begin(), known.end()}));
            else if (std::find(names.begin(), names.end(), name) != names.end())
                log_.error(at, {word("{} that is not in this list yet"), {Message(what)}}, item, word("remove it"));
            else
                names.push_back(name);
        }
        return names;
    }

    const SymptomNames& names_;
    ProblemLog& log_;
    SymptomIndex index_;
    SymptomNames::Set red_flag_ids_;
};

LoadedSymptoms read_symptoms(const JsonDocument& document, const SymptomNames& names) {
    if (!document.root) return {{}, document.problems};
    ProblemLog log(document);
    LoadedSymptoms loaded;
    loaded.index = SymptomReader(names, log).read(*document.root);
    loaded.problems = log.finish();
    return loaded;
}

}  // namespace

const SymptomText& Symptom::in(std::string_view language) const { return text_in(text, language); }

const std::string& RedFlag::in(std::string_view language) const { return text_in(text, language); }

const std::string& RedFlag::brief_in(std::string_view language) const {
    const auto found = brief.find(language);
    return found == brief.end() ? in(language) : found->second;
}

std::string RedFlag::name_in(std::string_view language) const {
    const std::string& all = brief_in(language);
    return without_end_blanks(all.substr(0, all.find(':')));
}

const Symptom* SymptomIndex::find_symptom(std::string_view id) const { return find_id(symptoms, id); }

std::vector<std::string> SymptomIndex::ideas() const {
    std::vector<std::string> ideas;
    for (const RedFlag& flag : red_flags)
        for (const auto& together : flag.told_by)
            for (const std::string& idea : together)
                if (std::ranges::find(ideas, idea) == ideas.end()) ideas.push_back(idea);
    return ideas;
}

const RedFlag* SymptomIndex::find_red_flag(std::string_view id) const { return find_id(red_flags, id); }

LoadedSymptoms load_symptoms(const std::filesystem::path& file, const SymptomNames& names) {
    return read_symptoms(read_json(file), names);
}

Problems check_symptoms(const std::filesystem::path& file, const SymptomNames& names,
                        const std::filesystem::path& schema) {
    const JsonDocument document = read_json(file);
    Problems problems = read_symptoms(document, names).problems;
    if (document.root) add_schema_problems(document, schema, problems);
    return problems;
}

}  // namespace myomap
