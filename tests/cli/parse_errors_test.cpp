// Every mistake of a command line that CLI11 or a validator finds, in French; and in English as ever.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "run_myomap.h"

namespace myomap {
namespace {

struct Mistake {
    const char* arguments;
    const char* english;
    const char* french;
};

TEST(ParseErrors, AreSaidInTheLanguageThatIsAskedFor) {
    const Mistake mistakes[] = {
        {"list --nonsense", "The following argument was not expected: --nonsense",
         "Argument inattendu\u00a0: --nonsense"},
        {"list --non --sense", "The following arguments were not expected: --sense --non",
         "Arguments inattendus\u00a0: --sense --non"},
        {"find --at", "--at: 1 required PLACE missing", "--at\u00a0: valeur manquante (1 attendue, PLACE)"},
        {"list --json=x", "Could not convert: --json = x", "Valeur inutilisable\u00a0: --json = x"},
        {"find --body male --body female", "--body: At Most 1 required but received 2",
         "--body\u00a0: 1 valeur au plus, 2 re\u00e7ues"},
        {"export --muscle soleus", "--output is required", "--output est obligatoire"},
        {"export --muscle soleus --point soleus/TrP1 -o x.png", "--point excludes --muscle", "--point exclut --muscle"},
        {"find --at vertex --together", "--together requires --chart", "--together exige --chart"},
        {"find --body robot", "--body: robot not in {male,female}",
         "--body: robot ne fait pas partie de {male,female}"},
        {"sheet -o x.png --columns 99", "--columns: Value 99 not in range 1 to 12",
         "--columns: la valeur 99 n\u2019est pas comprise entre 1 et 12"},
        {"find --radius nan", "--radius: \"nan\" is no number",
         "--radius: \u00ab\u00a0nan\u00a0\u00bb n\u2019est pas un nombre"},
        {"export -o x.png --layer fat", "--layer: \"fat\" is not skin, glass, muscles, a number or bones",
         "--layer: \u00ab\u00a0fat\u00a0\u00bb n\u2019est ni skin, ni glass, ni muscles, ni un nombre, ni bones"},
        {"export -o x.png --size big", "--size: \"big\" is not a size such as 1600x1200",
         "--size: \u00ab\u00a0big\u00a0\u00bb n\u2019est pas une taille comme 1600x1200"},
        {"export -o x.png --size 9x9", "--size: 9x9 is outside of 64 to 8192 pixels",
         "--size: 9x9 n\u2019est pas compris entre 64 et 8192 pixels"},
        {"export -o x.png --size 8000x8000", "--size: 8000x8000 is more than 40 megapixels",
         "--size: 8000x8000 d\u00e9passe 40 m\u00e9gapixels"},
    };
    for (const Mistake& mistake : mistakes) {
        const Outcome english = run_myomap(mistake.arguments);
        std::string arguments = mistake.arguments;
        const Outcome french = run_myomap(arguments.insert(arguments.find(' '), " --language fr"));
        EXPECT_EQ(english.code, 2) << mistake.arguments;
        EXPECT_EQ(french.code, 2) << mistake.arguments;
        EXPECT_EQ(english.err.substr(0, english.err.find('\n')), mistake.english);
        EXPECT_EQ(french.err.substr(0, french.err.find('\n')), mistake.french);
    }
}

TEST(ParseErrors, OfTheWordsOfACommandSayWhereTheHelpIs) {
    EXPECT_EQ(run_myomap("list --nonsense").err,
              "The following argument was not expected: --nonsense\n"
              "Run with --help or --help-all for more information.\n");
    EXPECT_EQ(run_myomap("list --nonsense --language fr").err,
              "Argument inattendu\u00a0: --nonsense\nUtilisez --help ou --help-all pour en savoir plus.\n");
    EXPECT_EQ(run_myomap("find --radius 99 --language fr").err,
              "--radius: la valeur 99 n\u2019est pas comprise entre 0.500000 et 40.000000\n");
}

}  // namespace
}  // namespace myomap
