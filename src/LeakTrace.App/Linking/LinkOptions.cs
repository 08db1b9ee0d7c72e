using System.CommandLine;
using LeakTrace.App.Commands;

namespace LeakTrace.App.Linking;

/// <summary>The options that link and dedupe share.</summary>
sealed class LinkOptions
{
    readonly Option<string?> _profile = new("--profile")
    {
        Description = "JSON file that names the id and the fields to compare. Without it, columns are inferred.",
        HelpName = "FILE",
    };

    readonly Option<string?> _out = new("--out") { Description = "File to write. Default: standard output.", HelpName = "FILE" };

    readonly Option<int> _threads = new("--threads")
    {
        Description = "Threads to use. The result does not depend on it.",
        HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    readonly Option<bool> _plan = new("--plan")
    {
        Description = "Show fields, blocking rules with their exact costs, and what they leave out; link nothing.",
    };

    readonly Option<bool> _weights = new("--weights") { Description = "Show what every level of every field is worth, in bits." };

    readonly Option<string?> _report = new("--report")
    {
        Description = "HTML file to write: what every level is worth, and how the weight of a pair comes about.",
        HelpName = "FILE",
    };

    readonly Option<string[]> _explain = new("--explain")
    {
        Description = "Say why two records have their weight: their ids, the left one first. No cell is shown.",
        HelpName = "ID",
        Arity = new ArgumentArity(2, 2),
        AllowMultipleArgumentsPerToken = true,
    };

    readonly Option<string> _language = CaseOptions.Language("Language of report and explanation: zh or en.", "en");

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        _threads.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var threads) && threads < 1)
            {
                result.AddError($"--threads {threads}: there must be one thread at least.");
            }
        });
        command.Add(_profile);
        command.Add(_out);
        command.Add(_threads);
        command.Add(_plan);
        command.Add(_weights);
        command.Add(_report);
        command.Add(_explain);
        command.Add(_language);
    }

    /// <summary>Their values in a call.</summary>
    public LinkCall Of(ParseResult parsed) =>
        new(parsed.GetValue(_profile), parsed.GetValue(_out), parsed.GetValue(_threads), parsed.GetValue(_plan), parsed.GetValue(_weights),
            parsed.GetValue(_report), parsed.GetValue(_explain) ?? [], parsed.GetValue(_language) == "zh");
}
