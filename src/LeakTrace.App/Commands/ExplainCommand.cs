using System.CommandLine;
using LeakTrace.App.Terminal;
using LeakTrace.Cases;

namespace LeakTrace.App.Commands;

/// <summary><c>leaktrace explain CASE FILE!SHEET!ROW</c>, or a source or account in its place: why it is judged as it is.</summary>
static class ExplainCommand
{
    /// <summary>The command.</summary>
    public static Command Create(TextWriter output)
    {
        var caseArgument = CaseOptions.Case();
        var store = CaseOptions.Store();
        var subject = new Argument<string>("FILE!SHEET!ROW|SOURCE|ACCOUNT")
        {
            Description = "A row as tables name it (the sheet is empty for text files, as in 'list.csv!!12'), or a source or an account.",
        };
        var language = CaseOptions.Language("Language of the explanation: zh or en.", "en");
        var command = new Command(
            "explain", "Say why a row has its status and its matches, or why a source or account is ranked as it is; no personal data is shown.")
        {
            caseArgument, subject, store, language,
        };
        command.SetAction(parsed =>
        {
            var folder = CaseFolder.Open(parsed.GetRequiredValue(caseArgument));
            using var opened = CaseStore.OpenToRead(parsed.GetValue(store) ?? folder.DefaultStorePath);
            var isChinese = parsed.GetValue(language) == "zh";
            var name = parsed.GetRequiredValue(subject);
            var holders = opened.Results.LoadHolders(name);
            foreach (var holder in holders)
            {
                HolderExplanation.Write(holder, isChinese, output);
            }

            if (holders.Count == 0)
            {
                RowExplanation.Write(opened.Results, name, isChinese, output);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
