using System.CommandLine;
using LeakTrace.App.Linking;

namespace LeakTrace.App.Commands;

/// <summary><c>leaktrace link LEFT RIGHT</c> and <c>leaktrace dedupe FILE</c>: records of any tables that are the same.</summary>
static class LinkCommand
{
    /// <summary>The command for two tables.</summary>
    public static Command CreateLink(TextWriter output, TextWriter errors)
    {
        var left = new Argument<string>("LEFT") { Description = "A table in any format that is read, its first row the header." };
        var right = new Argument<string>("RIGHT") { Description = "The table to find its records in." };
        var options = new LinkOptions();
        var command = new Command("link", "Find the pairs of records of two tables that are the same, with probabilities.") { left, right };
        options.AddTo(command);
        command.SetAction((parsed, cancellation) =>
            Task.FromResult(Run(parsed.GetRequiredValue(left), parsed.GetRequiredValue(right), options.Of(parsed), output, errors, cancellation)));
        return command;
    }

    /// <summary>The command for one table.</summary>
    public static Command CreateDedupe(TextWriter output, TextWriter errors)
    {
        var file = new Argument<string>("FILE") { Description = "A table in any format that is read, its first row the header." };
        var options = new LinkOptions();
        var command = new Command("dedupe", "Find the clusters of records of one table that are the same.") { file };
        options.AddTo(command);
        command.SetAction((parsed, cancellation) =>
            Task.FromResult(Run(parsed.GetRequiredValue(file), null, options.Of(parsed), output, errors, cancellation)));
        return command;
    }

    static int Run(string left, string? right, LinkCall call, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        try
        {
            LinkRun.Read(left, right, call, errors, cancellation).Execute(output, cancellation);
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            errors.WriteLine("leaktrace: stopped; nothing was written.");
            return ExitCode.Cancelled;
        }
    }
}
