#pragma once
// Each function adds one subcommand; its callback runs when the command was parsed and sets the exit code.

#include <CLI/CLI.hpp>

namespace myomap {

class Speech;

void add_export_command(CLI::App& app, Speech& speech, int& exit_code);
void add_sheet_command(CLI::App& app, Speech& speech, int& exit_code);
void add_list_command(CLI::App& app, Speech& speech, int& exit_code);
void add_search_command(CLI::App& app, Speech& speech, int& exit_code);
void add_find_command(CLI::App& app, Speech& speech, int& exit_code);
void add_under_command(CLI::App& app, Speech& speech, int& exit_code);
void add_chart_command(CLI::App& app, Speech& speech, int& exit_code);
// Below `chart`, by the one before.
void add_chart_compare_command(CLI::App& chart, Speech& speech, int& exit_code);
void add_explain_command(CLI::App& app, Speech& speech, int& exit_code);
void add_study_command(CLI::App& app, Speech& speech, int& exit_code);
// Below `study`, by the one before.
void add_study_paper_commands(CLI::App& study, Speech& speech, int& exit_code);
void add_study_progress_commands(CLI::App& study, Speech& speech, int& exit_code);
void add_letterhead_command(CLI::App& app, Speech& speech, int& exit_code);
void add_check_command(CLI::App& app, Speech& speech, int& exit_code);
void add_landmarks_command(CLI::App& app, Speech& speech, int& exit_code);
void add_diff_command(CLI::App& app, Speech& speech, int& exit_code);
void add_data_command(CLI::App& app, Speech& speech, int& exit_code);
// The program itself: runs when no subcommand was given.
void add_window(CLI::App& app, Speech& speech, int& exit_code);

}  // namespace myomap
