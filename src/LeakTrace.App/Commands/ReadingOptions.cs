using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using LeakTrace.Engine.Records;
using LeakTrace.Ingest;
using LeakTrace.Ingest.Workers;

namespace LeakTrace.App.Commands;

/// <summary>Options of reading files, which trace, import and inspect share.</summary>
sealed class ReadingOptions
{
    const int MostWorkers = 64;

    readonly Option<int> _workers = Whole("--workers", "N", 0, MostWorkers, Environment.ProcessorCount,
        "Processes that parse workbooks and pages side by side; 0 parses them without, which only files that are trusted should be. The result does not depend on it.");
    readonly Option<int> _memory = Whole("--worker-memory", "MB", 64, 1 << 20, 512,
        "Memory of each of these processes; a file that needs more is refused.");
    readonly Option<int> _timeout = Whole("--file-timeout", "SECONDS", 1, 1 << 20, 60,
        "How long one workbook or page may keep a processor busy; one that takes longer is refused.");
    readonly Option<int> _cells = Whole("--cell-limit", "N", 1, int.MaxValue, (int)ImportSettings.DefaultCellLimit,
        "Most cells of one workbook or page, and twice the most rows of one text file; rows shorter than a phone number count sixteenfold. The rest is not read.");
    readonly Option<string?> _passwords = new("--passwords")
    {
        Description = "File of passwords to try on encrypted workbooks, one a line. They are written nowhere.",
        HelpName = "FILE",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_passwords, _workers, _memory, _timeout, _cells])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Settings of an import, with its worker processes, which the caller ends.</summary>
    /// <exception cref="InputException">The file of passwords cannot be read.</exception>
    public ImportSettings Open(ParseResult parsed) => new()
    {
        CellLimit = parsed.GetValue(_cells),
        Passwords = parsed.GetValue(_passwords) is { } path ? Passwords(path) : [],
        Workers = parsed.GetValue(_workers) == 0 ? null : new ReadWorkers(ReadWorkerProgram.Settings() with
        {
            Count = parsed.GetValue(_workers),
            MemoryMegabytes = parsed.GetValue(_memory),
            FileTimeout = TimeSpan.FromSeconds(parsed.GetValue(_timeout)),
        }),
    };

    static List<string> Passwords(string path)
    {
        try
        {
            return [.. File.ReadAllLines(path).Where(line => line.Length > 0).Distinct(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: the file of passwords cannot be read. Name a text file with one password a line.");
        }
    }

    static Option<int> Whole(string name, string unit, int least, int most, int usual, string description)
    {
        var option = new Option<int>(name) { Description = description, HelpName = unit, DefaultValueFactory = _ => usual };
        option.Validators.Add(result => Check(result, name, least, most));
        return option;
    }

    static void Check(OptionResult result, string name, int least, int most)
    {
        if (result.Tokens.Count == 1
            && (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < least || value > most))
        {
            result.AddError($"{name} takes a whole number from {least} to {most}.");
        }
    }
}
