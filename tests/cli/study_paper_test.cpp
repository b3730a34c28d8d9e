// study exam and study export through the real program.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "run_myomap.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

class StudyPaper : public testing::Test {
protected:
    const fs::path folder_ = fs::path(MYOMAP_TEST_OUTPUT) / ("paper." + std::to_string(::getpid()));

    void SetUp() override { fs::create_directories(folder_); }
    void TearDown() override { fs::remove_all(folder_); }

    std::string quoted(const std::string& name) const { return "'" + (folder_ / name).string() + "'"; }
    std::string text(const std::string& name) const {
        return run_shell("pdftotext -layout " + quoted(name) + " -").out;
    }
};

TEST_F(StudyPaper, AnExamAndItsKeyAreTheSameWheneverTheyArePrinted) {
    const std::string few =
        "study exam --language en --muscles temporalis,soleus --kinds nerve,locate_point --count 4 ";
    for (const std::string name : {"one", "two"}) {
        const Outcome run =
            run_myomap(few + "--seed 5 -o " + quoted(name + ".pdf") + " --key " + quoted(name + "_key.pdf"),
                       "SOURCE_DATE_EPOCH=1700000000");
        ASSERT_EQ(run.code, 0) << run.err;
        EXPECT_EQ(run.out + run.err, "");
    }
    EXPECT_EQ(read_text(folder_ / "one.pdf"), read_text(folder_ / "two.pdf"));
    EXPECT_EQ(read_text(folder_ / "one_key.pdf"), read_text(folder_ / "two_key.pdf"));
    EXPECT_THAT(text("one.pdf"),
                AllOf(HasSubstr("Exam: My own choice"), HasSubstr("Seed 5"), HasSubstr("which nerve")));
    EXPECT_THAT(text("one_key.pdf"), AllOf(HasSubstr("How to mark"), HasSubstr("Tibial")));
    const Outcome other = run_myomap(
        "study exam --language fr --muscles temporalis --kinds nerve --count 9 --paper Letter "
        "--title 'Mon examen' --side left --body female -o " +
        quoted("other.pdf"));
    ASSERT_EQ(other.code, 0) << other.err;
    EXPECT_THAT(other.err, HasSubstr("1 questions de ces genres, et non 9"));
    EXPECT_THAT(text("other.pdf"), AllOf(HasSubstr("Mon examen"), HasSubstr("Femme adulte"), HasSubstr("1 question")));
    EXPECT_THAT(run_shell("pdfinfo " + quoted("other.pdf")).out, HasSubstr("612 x 792"));
}

TEST_F(StudyPaper, WhatCantBeAskedOrWrittenIsSaidAndNothingIsLeft) {
    const std::string exam = "study exam --language en --kinds nerve --count 1 ";
    const auto refused = [&](const std::string& arguments, const std::string& why) {
        const Outcome run = run_myomap(arguments);
        EXPECT_EQ(run.code, 2) << arguments;
        EXPECT_THAT(run.err, HasSubstr(why)) << arguments;
    };
    const std::string out = " -o " + quoted("x.pdf");
    refused(exam + out, "give --deck or --muscles; the decks are first_twelve");
    refused(exam + "--deck shoulder" + out, "there is no deck \"shoulder\"");
    refused(exam + "--muscles temporalis,solus" + out, "there is no muscle \"solus\"; did you mean soleus");
    refused("study exam --language en --deck complaints --kinds nerve" + out, "nothing of this deck");
    refused(exam + "--deck all --muscles soleus" + out, "--deck");
    refused(exam + "--deck all --kinds nerves" + out, "nerves");
    refused(exam + "--deck all -o " + quoted("x.png"), "end in .pdf");
    refused(exam + "--deck all" + out + " --key " + quoted("x.pdf"), "the key would replace the exam");
    refused(exam + "--deck all" + out + " --key " + quoted("none/key.pdf"), "none/key.pdf");
    refused(exam + "--deck all -o " + quoted("none/x.pdf"), "none/x.pdf");
    refused("study exam --language en --deck all --count 0" + out, "--count");
    refused("study export --language en --deck all --kinds nerve -o " + quoted("x.zip"), "ends in .apkg");
    refused("study export --language en --muscles soleus --kinds nerve -o " + quoted("none/x.apkg"), "none/x.apkg");
    refused("study export --language en --muscles soleus --kinds complaint -o " + quoted("x.apkg"),
            "nothing of this deck");
    EXPECT_TRUE(fs::is_empty(folder_));
}

TEST_F(StudyPaper, ADeckIsAPackageForAnki) {
    const std::string arguments = "study export --language en --muscles soleus --kinds nerve,locate_point -o ";
    for (const char* name : {"one.apkg", "two.apkg"}) {
        const Outcome run = run_myomap(arguments + quoted(name), "SOURCE_DATE_EPOCH=1700000000");
        ASSERT_EQ(run.code, 0) << run.err;
        EXPECT_EQ(run.out + run.err, "");
    }
    EXPECT_EQ(read_text(folder_ / "one.apkg").substr(0, 2), "PK");
    EXPECT_EQ(read_text(folder_ / "one.apkg"), read_text(folder_ / "two.apkg"));
    EXPECT_THAT(run_myomap("study export --language fr --help").out, HasSubstr("garde ce qui a été appris"));
    EXPECT_THAT(run_myomap("study exam --language fr --help").out, HasSubstr("Nombre de questions"));
}

}  // namespace
}  // namespace myomap
