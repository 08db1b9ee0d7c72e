using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using LeakTrace.Engine.Records;
using LeakTrace.Synthetic;

namespace LeakTrace.App.Commands;

/// <summary><c>leaktrace generate KIND DIR</c>: a synthetic case with known truth.</summary>
static class GenerateCommand
{
    /// <summary>The command.</summary>
    public static Command Create(TextWriter output)
    {
        var command = new Command("generate", "Make a synthetic case with known truth, which is written beside it, into DIR.truth.")
        {
            Kind("maternity", "A maternity agency: hospitals, clerks L and W, buyer Z (monthly files, two prices).", output, MaternityCase.Write,
                (o, seed, rows, registry) => o with { Seed = seed ?? o.Seed, SeizedRows = rows ?? o.SeizedRows, RegistryRecords = registry ?? o.RegistryRecords },
                new MaternityOptions()),
            Kind("courier", "A courier company: branches, shared look-up accounts, scanners, buyers.", output, CourierCase.Write,
                (o, seed, rows, registry) => o with { Seed = seed ?? o.Seed, SeizedRows = rows ?? o.SeizedRows, RegistryRecords = registry ?? o.RegistryRecords },
                new CourierOptions()),
            Kind("admissions-calls", "Insurance agents' phones: calls that follow the admissions of some hospitals.", output, AdmissionsCallsCase.Write,
                (o, seed, rows, registry) => o with { Seed = seed ?? o.Seed, Calls = rows ?? o.Calls, RegistryRecords = registry ?? o.RegistryRecords },
                new AdmissionsCallsOptions(), rowsAre: "Call records, about."),
            Kind("resale", "A trade in lists: three hops with edits, mixing of sellers and partial forwards; no register unless asked for.", output, ResaleCase.Write,
                (o, seed, rows, registry) => o with { Seed = seed ?? o.Seed, SeizedRows = rows ?? o.SeizedRows, RegistryRecords = registry ?? o.RegistryRecords },
                new ResaleOptions(), registryDefault: 0),
        };
        return command;
    }

    static Command Kind<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(
        string name, string description, TextWriter output, Action<string, TOptions> write, Func<TOptions, long?, int?, int?, TOptions> with, TOptions defaults,
        string rowsAre = "Seized rows, about.", int registryDefault = 40000)
        where TOptions : class
    {
        var directory = new Argument<string>("DIR") { Description = "Folder of the new case; it must not exist, or be empty." };
        var seed = new Option<long?>("--seed") { Description = "Seed; the same seed gives the same bytes. Default: 1.", HelpName = "N" };
        var rows = new Option<int?>("--rows") { Description = $"{rowsAre} Default: 4000.", HelpName = "N" };
        var registry = new Option<int?>("--registry") { Description = $"Registry records. Default: {registryDefault.ToString(CultureInfo.InvariantCulture)}.", HelpName = "N" };
        var shares = new Option<string[]>("--set")
        {
            Description = "Any other setting of the generator, such as --set lost-log-share=0.4. " + GeneratorSettings.List(defaults),
            HelpName = "NAME=VALUE",
        };
        var command = new Command(name, description) { directory, seed, rows, registry, shares };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(directory);
            if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
            {
                throw new InputException($"{path}: something is there already. Name a new folder.");
            }

            var options = with(defaults, parsed.GetValue(seed), parsed.GetValue(rows), parsed.GetValue(registry));
            try
            {
                write(path, GeneratorSettings.Apply(options, parsed.GetValue(shares) ?? []));
            }
            catch (Exception e) when (e is ArgumentException or UnauthorizedAccessException or IOException)
            {
                throw new InputException($"{path}: the case cannot be made: {e.Message}");
            }

            if (!Directory.Exists(Path.Combine(path, "seized")) && !Directory.Exists(Path.Combine(path, "calls")))
            {
                throw new InputException($"{path}: in so few rows no list was sold, so nothing was seized. Remove the folder and ask for more with --rows N.");
            }

            output.WriteLine($"Case: {path}");
            output.WriteLine($"Truth: {CaseTruth.DirectoryFor(path)}");
            return ExitCode.Done;
        });
        return command;
    }
}
