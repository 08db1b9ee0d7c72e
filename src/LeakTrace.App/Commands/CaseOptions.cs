using System.CommandLine;
using LeakTrace.Reports;

namespace LeakTrace.App.Commands;

/// <summary>Arguments and options that several commands share.</summary>
static class CaseOptions
{
    /// <summary>The case folder.</summary>
    public static Argument<string> Case() => new("CASE")
    {
        Description = "Case folder, with seized/ and, where known, registry/, access-log/, deliveries.csv and case.json.",
    };

    /// <summary>Where the case store lies.</summary>
    public static Option<string?> Store() => new("--store")
    {
        Description = "Path of the case store. Default: CASE/case.db. Evidence is often mounted read-only.",
        HelpName = "PATH",
    };

    /// <summary>Language of what is written for people.</summary>
    public static Option<string> Language(string description, string standard)
    {
        var option = new Option<string>("--language")
        {
            Description = description,
            HelpName = "zh|en",
            DefaultValueFactory = _ => standard,
        };
        option.AcceptOnlyFromAmong("zh", "en");
        return option;
    }

    /// <summary>The language that a value of the option names.</summary>
    public static ReportLanguage LanguageOf(string? value) => value == "en" ? ReportLanguage.English : ReportLanguage.Chinese;

    /// <summary>Why personal data are to be shown.</summary>
    public static Option<string?> Unmask(string description)
    {
        var option = new Option<string?>("--unmask") { Description = description, HelpName = "REASON" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && string.IsNullOrWhiteSpace(result.Tokens[0].Value))
            {
                result.AddError("--unmask takes a reason in words, such as --unmask \"audit order 2024-17\".");
            }
        });
        return option;
    }

    /// <summary>Degree of parallelism.</summary>
    public static Option<int> Threads()
    {
        var option = new Option<int>("--threads")
        {
            Description = "Threads to use. The result does not depend on it.",
            HelpName = "N",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, out var threads) || threads < 1))
            {
                result.AddError("--threads takes a whole number from 1.");
            }
        });
        return option;
    }
}
