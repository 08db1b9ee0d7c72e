using System.CommandLine;
using System.Globalization;
using LeakTrace.Cases;

namespace LeakTrace.App.Commands;

/// <summary><c>leaktrace verify CASE</c>: inputs, store, audit log and outputs still agree.</summary>
static class VerifyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(TextWriter output)
    {
        var caseArgument = CaseOptions.Case();
        var store = CaseOptions.Store();
        var outOption = new Option<string?>("--out") { Description = "Folder of tables and reports. Default: CASE/out.", HelpName = "DIR" };
        var command = new Command("verify", "Check that inputs, store and audit log agree with their hashes, and all outputs with one another.")
        {
            caseArgument, store, outOption,
        };
        command.SetAction(parsed =>
        {
            var folder = CaseFolder.Open(parsed.GetRequiredValue(caseArgument));
            using var opened = CaseStore.OpenToRead(parsed.GetValue(store) ?? folder.DefaultStorePath);
            var findings = CaseVerification.Run(folder, opened, parsed.GetValue(outOption) ?? Path.Combine(folder.Root, "out"), output);
            output.WriteLine(findings == 0 ? "Verified." : string.Create(CultureInfo.InvariantCulture, $"Not verified: {findings} findings."));
            return findings == 0 ? ExitCode.Done : ExitCode.DoneWithErrors;
        });
        return command;
    }
}
