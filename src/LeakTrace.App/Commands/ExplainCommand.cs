using System.CommandLine;
using LeakTrace.App.Terminal;
using LeakTrace.Cases;

namespace LeakTrace.App.Commands;

/// <summary><c>leaktrace explain CASE FILE!SHEET!ROW</c>: why a row has its status and its matches.</summary>
static class ExplainCommand
{
    /// <summary>The command.</summary>
    public static Command Create(TextWriter output)
    {
        var caseArgument = CaseOptions.Case();
        var store = CaseOptions.Store();
        var location = new Argument<string>("FILE!SHEET!ROW")
        {
            Description = "Row as tables name it; the sheet is empty for text files, as in 'list.csv!!12'.",
        };
        var command = new Command("explain", "Say why a row has its status and its matches; no personal data is shown.") { caseArgument, location, store };
        command.SetAction(parsed =>
        {
            var folder = CaseFolder.Open(parsed.GetRequiredValue(caseArgument));
            using var opened = CaseStore.OpenToRead(parsed.GetValue(store) ?? folder.DefaultStorePath);
            RowExplanation.Write(opened.Results, parsed.GetRequiredValue(location), output);
            return ExitCode.Done;
        });
        return command;
    }
}
